// The examples of a data set: where each is drawn, and the same with some of them moved.

/** @typedef {import("./picture.js").Data} Data */

/** How many features an example has. @param {Data} data */
export const featureCount = ({ features, targets }) => features.length / targets.length;

/** Where an example is drawn: at feature and target, or at its two features. @param {Data} data @param {number} index */
export function placeOf(data, index) {
  const { features, targets } = data;
  return [features[index], featureCount(data) === 1 ? targets[index] : features[targets.length + index]];
}

/** Where every example is drawn. @param {Data} data @returns {number[][]} */
export const placesOfExamples = (data) => Array.from(data.targets, (_, index) => placeOf(data, index));

/** The same examples, some of them elsewhere. @param {Data} data @param {Object<string, number[]>} moved places by index @returns {Data} */
export function withMoved(data, moved) {
  const { features, targets } = { features: data.features.slice(), targets: data.targets.slice() };
  const second = featureCount(data) === 1 ? targets : features.subarray(targets.length);
  for (const [index, [across, up]] of Object.entries(moved)) {
    features[Number(index)] = across;
    second[Number(index)] = up;
  }
  return { features, targets };
}
