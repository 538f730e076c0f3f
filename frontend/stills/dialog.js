// The dialog that saves the current step as PNG or SVG.

import { element, setText } from "../dom/elements.js";
import { composeStill } from "./figure.js";
import { fontRules, rasterized, withRules } from "./fonts.js";
import { themeOf } from "../host/theme.js";

const KEPT_MS = 60_000; // in which a file is downloaded
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
 * @typedef {Object} Source what a still is made of
 * @property {import("../paths/panel.js").Plotly} Plotly @property {import("../data/picture.js").Picture} picture
 * @property {number} step @property {import("../data/picture.js").Run[]} runs those that are shown
 * @property {(theme: import("../host/theme.js").Theme) => import("../paths/panel.js").Still[]} stills
 * @property {{width: number, tall: number}} screen the panels, px
 * @property {import("../host/theme.js").Theme} theme of the page
 */

/**
 * Makes the dialog, closed.
 * @param {HTMLElement} root the player @param {() => Source} stillSource
 */
export function createStills(root, stillSource) {
  const { dialog, form, size, colors, background, caption, save, close, status } = createForm();
  root.append(dialog);

  async function submit(event) {
    event.preventDefault();
    save.disabled = true;
    try {
      const chosen = { dark: colors.value === "dark", transparent: background.value === "transparent" };
      setText(
        status,
        `Saved as ${await saveStill(stillSource(), SIZES[size.value], { ...chosen, caption: caption.checked })}`,
      );
    } catch (error) {
      setText(status, `The picture could not be made: ${error.message}`);
      console.error(error);
    }
    save.disabled = false;
  }

  const shut = () => dialog.close();
  form.addEventListener("submit", submit);
  close.addEventListener("click", shut);

  return {
    open() {
      if (dialog.open) return;
      setText(status, "");
      colors.value = stillSource().theme.dark ? "dark" : "light";
      dialog.showModal();
    },
    destroy() {
      form.removeEventListener("submit", submit);
      close.removeEventListener("click", shut);
      dialog.remove();
    },
  };
}

/** Makes the elements of the dialog. */
function createForm() {
  const size = choice("Size", Object.entries(SIZES).map(([key, { name }]) => [key, name]));
  const colors = choice("Colours", [["light", "Light"], ["dark", "Dark"]]);
  const background = choice("Background", [["filled", "Filled"], ["transparent", "Transparent"]]);
  const caption = element("input", { type: "checkbox" });
  const save = element("button", { type: "submit", class: "downhill-quiet-button downhill-save" }, "Save");
  const close = element("button", { type: "button", class: "downhill-quiet-button" }, "Close");
  const status = element("p", { class: "downhill-readout", role: "status" });
  const form = element(
    "form",
    { method: "dialog" },
    element("p", { class: "downhill-panel-title" }, "Save this step as a picture"),
    size.label,
    colors.label,
    background.label,
    element("label", { class: "downhill-switch" }, caption, "With all settings as a caption"),
    element("div", { class: "downhill-form-buttons" }, save, close),
    status,
  );
  const dialog = element("dialog", { class: "downhill-help", "aria-label": "Save this step as a picture" }, form);
  const selects = { size: size.select, colors: colors.select, background: background.select };
  return { dialog, form, ...selects, caption, save, close, status };
}

/**
 * Makes the picture and hands it to the browser as a download.
 * @param {Source} source @param {typeof SIZES[keyof typeof SIZES]} size
 * @param {{dark: boolean, transparent: boolean, caption: boolean}} chosen @returns {Promise<string>} the file's name
 */
async function saveStill(source, { format, ...fixed }, { dark, transparent, caption }) {
  const { Plotly, picture, step, runs, stills, screen, theme: page } = source;
  const isFixed = "width" in fixed;
  const { scale, ...place } = isFixed ? fixed : { ...screen, scale: globalThis.devicePixelRatio || 1 };
  const rules = await fontRules(page.font);
  const theme = themeOf(dark, isFixed ? SLIDE_TYPE : page.size, page, rules ? page.font : undefined);
  const figure = composeStill(picture, runs, stills(theme), { ...place, step, theme, transparent, caption });
  const { width, height } = figure.layout;
  const svg = withRules(await Plotly.toImage(figure, { format: "svg", imageDataOnly: true, width, height }), rules);
  const file = format === "svg"
    ? new Blob([svg], { type: "image/svg+xml" })
    : await rasterized(svg, { width, height }, scale);
  const url = URL.createObjectURL(file);
  const name = `downhill-${slug(picture.surface.title)}-step-${step}.${format}`;
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  return name;
}

/** @param {string} name @param {string[][]} options [value, words] */
function choice(name, options) {
  const select = element(
    "select",
    { class: "downhill-select" },
    ...options.map(([value, words]) => element("option", { value }, words)),
  );
  return { select, label: element("label", { class: "downhill-field" }, name, select) };
}

/** Spells "Elongated bowl" as "elongated-bowl". */
const slug = (title) => title.toLowerCase().normalize("NFKD").replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
