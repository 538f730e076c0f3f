// Paints the picture on a canvas: axes, series, averages and the gaps between them.

import { bandOf, fillBand } from "./band.js";
import { curveOf } from "./picture.js";
import { dayTicks, ticksOf } from "./frames.js";
import { dashPattern } from "../dom/symbols.js";
import { typeScale } from "../host/theme.js";
import { sketchLine } from "../paths/sketch.js";
import { LINE_WIDTH, pixel } from "../paths/strokes.js";

/**
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {import("./picture.js").Average} Average
 * @typedef {import("./frames.js").Frames} Frames
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {CanvasRenderingContext2D} Context
 */

const ROOM = 8; // px around a frame, for what marks its edges
const TICK_ROOM = 4; // px between an axis and the numbers beside it
const DOT_PX = 2.2; // of a day, from which days are drawn as dots
const UNCORRECTED = "5px,4px"; // how the average without bias correction is dashed
const MISPRINTED = "2px,4px";
const GAP_OPACITY = 0.22;

/** Paints axes, ticks and titles. @param {Context} context @param {Picture} picture @param {Frames} frames @param {Theme} theme */
export function paintAxes(context, picture, { series, weights, range }, theme) {
  const em = theme.size;
  context.font = `${em - 1}px ${theme.font}`;
  context.fillStyle = theme.text;
  context.strokeStyle = theme.quiet;
  context.lineWidth = 1;
  context.setLineDash([]);
  const heaviest = /** @type {[number, number]} */ ([0, weights.v.from]);
  paintUpward(context, series, ticksOf(range, series.height / (2.6 * em)));
  if (weights.height > 0) paintUpward(context, weights, ticksOf(heaviest, weights.height / (2.2 * em)));
  context.textAlign = "center";
  context.textBaseline = "top";
  const bottom = weights.top + weights.height;
  for (const { at, text } of dayTicks(picture.values.length, weights.width / (5 * em))) {
    const left = weights.left + pixel(at, weights.u);
    context.fillText(text, left, bottom + TICK_ROOM);
  }
  context.fillText("day", weights.left + weights.width / 2, bottom + TICK_ROOM + 1.2 * em);
}

/** @param {Context} context @param {Frame} frame @param {import("./frames.js").Tick[]} ticks */
function paintUpward(context, { left, top, width, v }, ticks) {
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const { at, text } of ticks) {
    const height = Math.round(top + pixel(at, v)) + 0.5;
    context.beginPath();
    context.moveTo(left, height);
    context.lineTo(left + width, height);
    context.stroke();
    context.fillText(text, left - TICK_ROOM, height);
  }
}

/** Paints in a frame whose corner is the origin. @param {Context} context @param {Frame} frame @param {() => void} paint */
export function inside(context, { left, top, width, height }, paint) {
  context.save();
  context.beginPath();
  context.rect(left - ROOM, top - ROOM, width + 2 * ROOM, height + 2 * ROOM);
  context.clip();
  context.translate(left, top);
  paint();
  context.restore();
}

/** Shades the gaps. @param {Context} context @param {Picture} picture @param {Frame} frame */
export function paintGaps(context, picture, frame) {
  inside(context, frame, () => picture.averages.forEach((average) => paintGap(context, average, frame)));
}

/** Paints the averages. @param {Context} context @param {Picture} picture @param {Frame} frame @param {Theme} theme */
export function paintAverages(context, picture, frame, theme) {
  inside(context, frame, () => picture.averages.forEach((average) => paintAverage(context, average, frame, theme)));
}

/** Paints the series. @param {Context} context @param {Picture} picture @param {Frame} frame @param {Theme} theme */
export function paintSeries(context, { values }, frame, theme) {
  inside(context, frame, () => paintValues(context, values, frame, theme));
}

/** @param {Context} context @param {Float64Array} values @param {Frame} frame @param {Theme} theme */
function paintValues(context, values, frame, theme) {
  context.globalAlpha = 0.55;
  strokeLine(context, values, frame, { color: theme.text, width: 1 });
  context.globalAlpha = 1;
  if (frame.u.perUnit < DOT_PX) return;
  context.fillStyle = theme.text;
  const radius = Math.min(2.6, 0.42 * frame.u.perUnit + 0.8);
  context.beginPath();
  values.forEach((value, day) => {
    const [left, top] = [pixel(day + 1, frame.u), pixel(value, frame.v)];
    context.moveTo(left + radius, top);
    context.arc(left, top, radius, 0, 2 * Math.PI);
  });
  context.fill();
}

/** @param {Context} context @param {Average} average @param {Frame} frame @param {Theme} theme */
function paintAverage(context, average, frame, theme) {
  const { plain, corrected, misprinted, curves, color } = average;
  const width = LINE_WIDTH * typeScale(theme);
  if (misprinted) strokeLine(context, misprinted, frame, { color, width: 0.8 * width, dash: MISPRINTED });
  if (corrected) strokeLine(context, corrected, frame, { color, width });
  if (curves !== "corrected") strokeLine(context, plain, frame, { color, width, dash: UNCORRECTED });
}

/** Shades the gap that bias correction closes, where there is one to see. @param {Context} context @param {Average} average @param {Frame} frame */
function paintGap(context, { plain, corrected, curves, color }, { u, v }) {
  if (curves !== "both" || corrected === null) return;
  const step = Math.max(1, Math.floor(1 / u.perUnit)); // days to a pixel
  const days = [];
  for (let day = 0; day < plain.length; day += step) {
    if (Math.abs((corrected[day] - plain[day]) * v.perUnit) < 0.5 && day > 0) break;
    days.push(day);
  }
  context.globalAlpha = GAP_OPACITY;
  context.fillStyle = color;
  context.beginPath();
  for (const day of days) context.lineTo(pixel(day + 1, u), pixel(corrected[day], v));
  for (const day of days.toReversed()) context.lineTo(pixel(day + 1, u), pixel(plain[day], v));
  context.fill();
  context.globalAlpha = 1;
}

/** Paints what averages were before a hand moved a day. @param {Context} context @param {Picture} before @param {Frame} frame */
export function paintBefore(context, before, frame) {
  inside(context, frame, () => {
    context.globalAlpha = 0.6;
    for (const average of before.averages) {
      strokeLine(context, curveOf(average), frame, { color: average.color, width: 1, dash: MISPRINTED });
    }
    context.globalAlpha = 1;
  });
}

/** @param {Context} context @param {Float64Array} values @param {Frame} frame @param {{color: string, width: number, dash?: string}} stroke */
function strokeLine(context, values, frame, stroke) {
  const { color, width, dash = "solid" } = stroke;
  if (frame.u.perUnit < 1) fillBand(context, bandOf(values, frame), { color, width, dashes: dashPattern(dash) });
  else sketchLine(context, { u: daysUpTo(values.length), v: values }, frame, values.length, stroke);
}

let counted = new Float64Array(0); // the days 1, 2, 3, …, as many as have been needed

/** @param {number} count */
function daysUpTo(count) {
  if (count > counted.length) counted = Float64Array.from({ length: 2 * count }, (_, day) => day + 1);
  return counted.subarray(0, count);
}
