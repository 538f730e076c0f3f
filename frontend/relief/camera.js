// The camera of the relief, as a view holds it and as Plotly takes it.

/**
 * @typedef {number[][]} Camera three points: the eye, what it looks at, and which way is up
 * @typedef {{x: number, y: number, z: number}} Point
 * @typedef {{eye: Point, center: Point, up: Point}} PlotlyCamera
 */

/** @param {Point} point */
const toNumbers = ({ x, y, z }) => [x, y, z];
/** @param {number[]} numbers @returns {Point} */
const toPoint = ([x, y, z]) => ({ x, y, z });

/** A camera of Plotly's as a view holds it. @param {PlotlyCamera|null} camera @returns {Camera|null} */
export const cameraOut = (camera) => camera && [camera.eye, camera.center, camera.up].map(toNumbers);

/** A camera of a view as Plotly takes it. @param {Camera|null} camera @returns {PlotlyCamera|null} */
export function cameraIn(camera) {
  if (!camera) return null;
  const [eye, center, up] = camera.map(toPoint);
  return { eye, center, up };
}
