// Map decorations positioned in px, converted to Plotly shapes for stills.

/**
 * @typedef {[number, number]} Place px from left and top
 * @typedef {Object} Outline
 * @property {Place[][]} lines each drawn without lifting the pen; closed where there is a `fill`
 * @property {string} [fill] @property {{color: string, width: number}} line
 */

/**
 * Enlarges, turns and moves an outline around 0.
 * @param {Place[]} points @param {{left: number, top: number, angle: number}} place clockwise, in radians
 * @param {number} scale @returns {Place[]}
 */
export function turned(points, { left, top, angle }, scale) {
  const [along, across] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  return points.map(([x, y]) => [left + x * along - y * across, top + x * across + y * along]);
}

/**
 * Makes a shape of Plotly's.
 * @param {Outline} outline px in a figure of that size, which has no margins
 * @param {{width: number, height: number}} size px @returns {Object<string, any>}
 */
export function shapeOf({ lines, fill, line }, { width, height }) {
  const place = ([left, top]) => `${(left / width).toFixed(6)},${(1 - top / height).toFixed(6)}`;
  const path = lines.map((points) => `M${points.map(place).join("L")}${fill ? "Z" : ""}`).join("");
  return {
    type: "path",
    path,
    xref: "paper",
    yref: "paper",
    fillcolor: fill ?? "rgba(0, 0, 0, 0)",
    line,
    layer: "above",
  };
}
