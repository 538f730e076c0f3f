// The panels as one: each is shown what changed while it is visible, and catches up when it becomes so.

import { createCurves } from "../curves/curves.js";
import { panelsOf } from "./layouts.js";
import { createMap } from "../map/map.js";
import { createRelief } from "../relief/relief.js";
import { loss, NUMBERS } from "../curves/series.js";

/**
 * @param {Object} Plotly @param {Object<string, Object>} frame the parts of each panel by its name
 * @param {{onPoint: (x: number, y: number) => void, onFocus: (id: string) => void,
 *   onLook: () => void}} listener `onLook` is called when someone has zoomed or turned the camera
 */
export function createPanels(Plotly, frame, listener) {
  const panels = {
    map: createMap(Plotly, frame.map, listener),
    relief: createRelief(Plotly, frame.relief, listener),
    loss: createCurves(Plotly, frame.loss, loss),
    numbers: createCurves(Plotly, frame.numbers, NUMBERS.gradient[1]),
  };
  let visible = new Set();
  let current = new Set(); // those that have been shown the latest picture
  let latest = null; // {picture, options}

  const shown = () => [...visible].map((name) => panels[name]);

  /** Shows a panel the latest picture, as a light change only when it knew the one before. */
  function bring(name, step, light) {
    const result = panels[name].show(latest.picture, step, { ...latest.options, light });
    current.add(name);
    return result;
  }

  return {
    /** @param {string} layout @param {string} numbers the further curve, or "none" @param {number} step */
    setLayout(layout, numbers, step) {
      if (NUMBERS[numbers] && panels.numbers.setSeries(NUMBERS[numbers][1])) current.delete("numbers");
      visible = panelsOf(layout, numbers);
      for (const name of Object.keys(panels)) frame[name].panel.hidden = !visible.has(name);
      if (!visible.has("relief")) {
        panels.relief.release();
        current.delete("relief");
      }
      if (!latest) return;
      for (const name of visible) {
        if (current.has(name)) panels[name].resize();
        else bring(name, step, false);
        panels[name].draw(step);
      }
    },
    show(picture, step, options) {
      latest = { picture, options };
      const known = current;
      current = new Set();
      return Promise.all([...visible].map((name) => bring(name, step, options.light && known.has(name))));
    },
    draw(step, playing) {
      for (const panel of shown()) panel.draw(step, playing);
    },
    settle() {
      for (const panel of shown()) panel.settle();
    },
    setHidden(hidden) {
      for (const name of current) panels[name].setHidden(hidden);
    },
    setFocus(focus) {
      if (latest) latest.options.focus = focus;
      for (const name of current) panels[name].setFocus(focus);
    },
    /** What the layout shows, for a still, panel by panel. @param {import("../host/theme.js").Theme} colors */
    stills: (colors) => [...visible].map((name) => panels[name].still(colors)),
    /** Zoom and camera for the next `show`. @param {import("../host/view_reporter.js").View} view */
    look({ zoom, camera }) {
      panels.map.look(zoom ?? null);
      panels.relief.look(camera ?? null);
    },
    looked: () => ({ camera: panels.relief.looked(), zoom: panels.map.looked() }),
    setArrows: (wanted) => panels.map.setArrows(wanted),
    resize() {
      for (const panel of shown()) panel.resize();
    },
    destroy() {
      for (const panel of Object.values(panels)) panel.destroy();
    },
  };
}
