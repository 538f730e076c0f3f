// The dialog that saves the current step as a picture, made in the browser.

import { element, setText } from "../dom/elements.js";
import { composeStill } from "./figure.js";
import { themeOf } from "../host/theme.js";

const SLIDE_TYPE = 24; // px at 1920 × 1080: ticks stay above 20

/** What can be saved: format, size in px, and how many px of the file make one of the drawing. */
const SIZES = {
  "png-1080": { name: "PNG, 1920 × 1080", format: "png", width: 1920, height: 1080, scale: 1 },
  "png-2160": { name: "PNG, 3840 × 2160", format: "png", width: 1920, height: 1080, scale: 2 },
  "png-4-3": { name: "PNG, 4:3, 1600 × 1200", format: "png", width: 1600, height: 1200, scale: 1 },
  "png-screen": { name: "PNG, as on screen", format: "png" },
  svg: { name: "SVG, 1920 × 1080", format: "svg", width: 1920, height: 1080, scale: 1 },
};

/**
 * @param {HTMLElement} root the player
 * @param {{look: () => {Plotly: Object, picture: import("../data/picture.js").Picture, step: number,
 *   runs: import("../data/picture.js").Run[], stills: (theme: Object) => Object[], screen: {width: number, tall: number},
 *   theme: import("../host/theme.js").Theme}}} source what there is to be saved
 */
export function createStills(root, { look }) {
  const size = choice("Size", Object.entries(SIZES).map(([key, { name }]) => [key, name]));
  const colors = choice("Colours", [["light", "Light"], ["dark", "Dark"]]);
  const background = choice("Background", [["filled", "Filled"], ["transparent", "Transparent"]]);
  const caption = element("input", { type: "checkbox" });
  const save = element("button", { type: "submit", class: "downhill-quiet-button downhill-save" }, "Save");
  const close = element("button", { type: "button", class: "downhill-quiet-button" }, "Close");
  const said = element("p", { class: "downhill-readout", role: "status" });
  const form = element(
    "form",
    { method: "dialog" },
    element("p", { class: "downhill-panel-title" }, "Save this step as a picture"),
    size.label,
    colors.label,
    background.label,
    element("label", { class: "downhill-switch" }, caption, "With all settings as a caption"),
    element("div", { class: "downhill-form-buttons" }, save, close),
    said,
  );
  const dialog = element("dialog", { class: "downhill-help", "aria-label": "Save this step as a picture" }, form);
  root.append(dialog);

  async function submit(event) {
    event.preventDefault();
    save.disabled = true;
    try {
      const name = await saveStill();
      setText(said, `Saved as ${name}`);
    } catch (error) {
      setText(said, `The picture could not be made: ${error.message}`);
      console.error(error);
    }
    save.disabled = false;
  }

  async function saveStill() {
    const { Plotly, picture, step, runs, stills, screen, theme } = look();
    const { format, ...fixed } = SIZES[size.select.value];
    const { scale, ...place } = fixed.width ? fixed : { ...screen, scale: globalThis.devicePixelRatio || 1 };
    const own = themeOf(colors.select.value === "dark", fixed.width ? SLIDE_TYPE : theme.size, theme);
    const transparent = background.select.value === "transparent";
    const options = { ...place, step, theme: own, transparent, caption: caption.checked };
    const figure = composeStill(picture, runs, stills(own), options);
    const { width, height } = figure.layout;
    const url = await Plotly.toImage(figure, { format, width, height, scale });
    const name = `downhill-${slug(picture.surface.title)}-step-${step}.${format}`;
    const link = element("a", { href: url, download: name });
    link.click();
    return name;
  }

  const shut = () => dialog.close();
  form.addEventListener("submit", submit);
  close.addEventListener("click", shut);

  return {
    open() {
      if (dialog.open) return;
      setText(said, "");
      colors.select.value = look().theme.dark ? "dark" : "light";
      dialog.showModal();
    },
    destroy() {
      form.removeEventListener("submit", submit);
      close.removeEventListener("click", shut);
      dialog.remove();
    },
  };
}

function choice(name, options) {
  const select = element(
    "select",
    { class: "downhill-select" },
    ...options.map(([value, words]) => element("option", { value }, words)),
  );
  return { select, label: element("label", { class: "downhill-field" }, name, select) };
}

/** "Elongated bowl" as "elongated-bowl". */
const slug = (title) => title.toLowerCase().normalize("NFKD").replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
