// What the second curve may be beside those of series.js.

/** The key of what stands in its place where the loss is that of a data set: its examples. */
export const DATA = "data";

/** The key of what stands in the place of the loss to see how the contender in focus fares with other values. */
export const SWEEP = "sweep";

/** The learning rate in the place of the loss, as large as that: its name, and the key of the same curve beside the loss. */
export const RATES_ALONE = {
  "rate-alone": { name: "\u03b1 alone", beside: "rate" },
  "rate-alone-linear": { name: "\u03b1 alone, linear", beside: "rate-linear" },
};
