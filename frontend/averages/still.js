// A still of the picture for a slide: 1920 × 1080, light, with its title, its averages and all settings.

import { framesOf, rangeOf } from "./frames.js";
import { paintGlow } from "./glow.js";
import { paintAverages, paintAxes, paintGaps, paintSeries } from "./paint.js";
import { nameOf } from "./picture.js";
import { weightOf } from "./recursion.js";
import { element } from "../dom/elements.js";
import { measurer, paragraph } from "../dom/text_layout.js";
import { themeOf } from "../host/theme.js";

/** @typedef {import("./chart.js").Shown} Shown */

const SIZE = { width: 1920, height: 1080 };
const TYPE = 24; // px
const PAD = 30; // px
const KEPT_MS = 60_000; // in which the file is downloaded

/** Paints the still and hands it to the browser as a download. @param {Shown} shown @param {import("../host/theme.js").Theme} page */
export async function saveStill(shown, page) {
  const canvas = element("canvas", SIZE);
  paintStill(canvas.getContext("2d"), shown, themeOf(false, TYPE, page));
  const file = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  const url = URL.createObjectURL(file);
  element("a", { href: url, download: `downhill-averages-day-${shown.day}.png` }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** @param {CanvasRenderingContext2D} context @param {Shown} shown @param {import("../host/theme.js").Theme} theme */
function paintStill(context, { picture, day, focus }, theme) {
  const em = theme.size;
  context.fillStyle = theme.background;
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  context.textBaseline = "top";
  context.fillStyle = theme.text;
  context.font = `600 ${1.3 * em}px ${theme.font}`;
  context.fillText(`${picture.title}, day ${day}`, PAD, PAD);
  let left = PAD;
  context.font = `${em}px ${theme.font}`;
  for (const { color, beta } of picture.averages) {
    const words = nameOf(beta);
    context.fillStyle = color;
    context.fillRect(left, PAD + 2.6 * em, 2 * em, 5);
    context.fillStyle = theme.text;
    context.fillText(words, left + 2.4 * em, PAD + 2.1 * em);
    left += 4.4 * em + context.measureText(words).width;
  }
  const caption = paragraph(picture.settings.join("; "), SIZE.width - 2 * PAD, 0.86 * em, measurer(theme.font));
  const top = PAD + 4 * em;
  const size = { width: SIZE.width - 2 * PAD, height: SIZE.height - top - caption.height - PAD };
  const heaviest = focus ? weightOf(focus.beta, 0) : 0;
  const frames = framesOf(size, em, picture.values.length, rangeOf(picture), heaviest);
  context.save();
  context.translate(PAD, top);
  paintAxes(context, picture, frames, theme);
  paintGaps(context, picture, frames.series);
  paintSeries(context, picture, frames.series, theme);
  paintAverages(context, picture, frames.series, theme);
  if (focus) paintGlow(context, picture, focus, { what: "average", day }, frames, theme);
  context.restore();
  Object.assign(context, {
    font: `${caption.size}px ${theme.font}`,
    fillStyle: theme.text,
    textAlign: "left",
    textBaseline: "top",
  });
  caption.lines.forEach((line, k) =>
    context.fillText(line, PAD, SIZE.height - PAD - caption.height + k * caption.leading)
  );
}
