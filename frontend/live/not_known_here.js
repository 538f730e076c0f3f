// What cannot be known in a browser, and waits for the server: a rule that the kernels lack, other data, or what makes
// gradients noisy for more steps than were sent.

export class NotKnownHere extends Error {
  /** @override */
  name = "NotKnownHere";
}

/** Whether an error says so. The kernels import nothing and have a class of their own, of the same name. @param {unknown} error */
export const isNotKnownHere = (error) => error instanceof Error && error.name === "NotKnownHere";

/** Gives what is known here, or null. @template T @param {() => T} make @returns {T|null} */
export function ifKnownHere(make) {
  try {
    return make();
  } catch (error) {
    if (!isNotKnownHere(error)) throw error;
    return null;
  }
}
