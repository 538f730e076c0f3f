// Plotly.js, loaded once per document, and the configuration that all graphs share.

/** @type {Map<string, Promise<any>>} by address, so that two players on a page share one script */
const loads = new Map();

/**
 * Plotly.js comes without types.
 * @typedef {Object<string, any>} Layout a layout of Plotly's, or a part of one
 */

/** Loads Plotly.js. @param {string} url @returns {Promise<any>} the Plotly object */
export function loadPlotly(url) {
  if (globalThis.Plotly) return Promise.resolve(globalThis.Plotly);
  if (!loads.has(url)) {
    const load = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = () => resolve(globalThis.Plotly);
      script.onerror = () => {
        loads.delete(url);
        script.remove();
        reject(new Error(`Plotly.js could not be loaded from ${url}`));
      };
      document.head.append(script);
    });
    loads.set(url, load);
  }
  return loads.get(url);
}

/** Graphs are sized by the player, have no mode bar, and never wait for fonts or the network. */
export const CONFIG = {
  displayModeBar: false,
  responsive: false,
  showTips: false,
  showAxisDragHandles: false,
  doubleClick: false,
};

/**
 * One axis in a theme.
 * @param {import("../host/theme.js").Theme} theme @param {string} title @param {Layout} [extra] @returns {Layout}
 */
export function axis(theme, title, extra = {}) {
  return {
    title: title ? { text: title, font: { size: theme.size + 1 }, standoff: 6 } : { text: "" },
    tickfont: { size: theme.size - 1 },
    tickangle: 0, // left to itself, Plotly measures every label to see whether it should turn it
    zeroline: false,
    gridcolor: theme.quiet,
    linecolor: theme.quiet,
    automargin: false,
    ticklabeloverflow: "allow", // a number at the very end of an axis is half beside it
    fixedrange: false,
    ...extra,
  };
}

/**
 * The layout of a graph in a theme.
 * @param {import("../host/theme.js").Theme} theme @param {{width: number, height: number}} size
 * @param {{l: number, r: number, t: number, b: number}} margin px @param {Layout} [extra] @returns {Layout}
 */
export function layout(theme, size, margin, extra = {}) {
  return {
    ...size,
    margin: { pad: 0, ...margin },
    autosize: false,
    showlegend: false,
    paper_bgcolor: "rgba(0, 0, 0, 0)",
    plot_bgcolor: "rgba(0, 0, 0, 0)",
    font: { family: theme.font, size: theme.size, color: theme.text },
    hoverlabel: { font: { family: theme.font, size: theme.size - 1 }, align: "left" },
    hovermode: "closest",
    ...extra,
  };
}

/** Whether Plotly has drawn a graph into an element. @param {any} graph */
export const isDrawn = (graph) => Boolean(graph._fullLayout);

/** Where a graph's axes lie, as the frame of the moving layer. @param {any} graph @returns {import("../paths/trails.js").Frame} */
export function frameOf(graph) {
  const { xaxis, yaxis } = graph._fullLayout;
  return {
    left: xaxis._offset,
    top: yaxis._offset,
    width: xaxis._length,
    height: yaxis._length,
    u: linear(xaxis),
    v: linear(yaxis),
  };
}

// `l2p` takes the axis' own linear coordinate: the value, or its decimal logarithm on a log axis.
function linear(ax) {
  const [from, to] = ax.range.map(Number);
  const perUnit = (ax.l2p(to) - ax.l2p(from)) / (to - from);
  return { from: from - ax.l2p(from) / perUnit, perUnit };
}

/**
 * Gives a plot area with these ranges as the frame of what lies on it.
 * @param {{width: number, height: number}} area px @param {{x: number[], y: number[]}} ranges
 * @returns {import("../paths/trails.js").Frame}
 */
export function frameIn({ width, height }, { x, y }) {
  const [u, v] = [{ from: x[0], perUnit: width / (x[1] - x[0]) }, { from: y[1], perUnit: -height / (y[1] - y[0]) }];
  return { left: 0, top: 0, width, height, u, v };
}
