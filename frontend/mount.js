// The components of the page, one function each. Streamlit calls them when a component is mounted, and again whenever
// it sends data (views/assets.py).

import { receive } from "./data/blobs.js";
import { element, setText } from "./dom/elements.js";
import { createAddress } from "./host/address.js";
import { endIfGone, lasting } from "./host/component_lifetime.js";
import { updates } from "./host/updates.js";

const here = (name) => new URL(name, import.meta.url).href;

/**
 * @typedef {Object} Component what Streamlit gives to a component
 * @property {any} data @property {HTMLElement} parentElement @property {(name: string, value: any) => void} setTriggerValue
 */

/** Publishes what the last script run found out. @param {Component} component */
export function update({ data }) {
  updates.publish(data);
}

/** Stores the bytes of one blob for whoever draws it. @param {Component} component */
export async function blob({ data }) {
  await receive(data);
}

/** The player, which shows the latest scene. @param {Component} component */
export async function player({ data: { presentation }, parentElement, setTriggerValue }) {
  const { mount } = await import("./player/player.js");
  const mounted = lasting(parentElement, () => {
    const made = { emit: setTriggerValue };
    const address = createAddress((query) => made.emit("address", query));
    const handle = mount(parentElement, {
      plotlyUrl: here("plotly.min.js"),
      cssUrl: here("styles/player.css"),
      emit: (name, value) => made.emit(name, value),
      onView: (view) => address.look(view),
      presentation: presentation && {
        ...presentation,
        onToggle: (view) => address.present(!presentation.on, view),
      },
    });
    const stop = updates.listen(({ session, scene, link }) => {
      handle.update(scene);
      address.show(link, `${session} ${scene.view.token}`);
    });
    made.destroy = () => {
      stop();
      handle.destroy();
      address.destroy();
    };
    return made;
  });
  mounted.emit = setTriggerValue;
  return () => endIfGone(parentElement);
}

/** The table of results. @param {Component} component */
export async function results({ parentElement }) {
  const { createResultsTable } = await import("./controls/results_table.js");
  lasting(parentElement, () => {
    const table = createResultsTable(parentElement);
    const stop = updates.listen(({ results, scene }) => table.show(results, scene.contenders));
    return {
      destroy() {
        stop();
        table.destroy();
      },
    };
  });
  return () => endIfGone(parentElement);
}

/** One sentence about the settings, while there is one. @param {Component} component */
export function sentence({ data, parentElement }) {
  lasting(parentElement, () => {
    const shown = element("p", { class: "news-words", hidden: true });
    parentElement.append(shown);
    const stop = updates.listen(({ sentences }) => {
      setText(shown, sentences[data.name] ?? "");
      shown.hidden = !sentences[data.name];
    });
    return {
      destroy() {
        stop();
        shown.remove();
      },
    };
  });
  return () => endIfGone(parentElement);
}
