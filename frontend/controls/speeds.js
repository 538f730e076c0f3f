// The speeds that are offered, and what they mean.

/** At the speed 1. */
export const STEPS_PER_SECOND = 60;

/** What is on offer. @type {[factor: number, name: string][]} */
export const SPEEDS = [
  [0.0625, "Very slow"],
  [0.25, "Slow"],
  [0.5, "Medium"],
  [1, "Fast"],
  [2, "Faster"],
  [4, "Very fast"],
  [8, "Fastest"],
];
