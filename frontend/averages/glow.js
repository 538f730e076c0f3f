// What glows: the days that an average is made of, by their weight, or the averages that a day reaches, by its weight in
// them. The weights themselves stand as bars below.

import { delayAt } from "./measures.js";
import { curveOf } from "./picture.js";
import { inside } from "./paint.js";
import { reachOf, weightOf } from "./recursion.js";
import { significant } from "../dom/format.js";
import { corners } from "../dom/symbols.js";
import { typeScale } from "../host/theme.js";
import { pixel } from "../paths/strokes.js";

/**
 * @typedef {import("./paint.js").Context} Context
 * @typedef {import("./paint.js").Picture} Picture
 * @typedef {import("./paint.js").Average} Average
 * @typedef {import("./paint.js").Theme} Theme
 * @typedef {import("./paint.js").Frames} Frames
 * @typedef {import("../paths/trails.js").Frame} Frame
 *
 * @typedef {Object} Pointed what is pointed at
 * @property {"average"|"value"} what the average of a day, or its value @property {number} day counted from 1
 */

const FAINTEST = 0.02; // of the newest weight: fainter glows are not seen
const APART = 0.7; // px between two glows: nearer ones are one to an eye
const TIP = 6; // px, of an arrow to both sides
const SHORTEST = 3 * TIP; // px of an arrow that can be seen

/**
 * Paints the glow and the bars of one average.
 * @param {Context} context @param {Picture} picture @param {Average} average @param {Pointed} pointed
 * @param {Frames} frames @param {Theme} theme
 */
export function paintGlow(context, picture, average, { what, day }, { series, weights }, theme) {
  const days = picture.values.length;
  if (day < 1 || day > days) return;
  const direction = what === "average" ? -1 : 1; // an average looks back, a value reaches ahead
  const available = what === "average" ? day : days - day + 1;
  inside(context, series, () => {
    const reach = Math.min(available, reachOf(average.beta, FAINTEST));
    if (what === "average") paintInputs(context, picture.values, average, { day, reach }, series);
    else paintReached(context, average, { day, reach }, series);
    paintDelay(context, picture.values, average, day, series, theme);
    paintDot(context, pixel(day, series.u), pixel(picture.values[day - 1], series.v), theme);
    for (const each of picture.averages) paintHead(context, each, day, series, theme);
  });
  const reach = Math.min(available, reachOf(average.beta));
  inside(context, weights, () => paintBars(context, average, { day, reach, direction }, weights));
}

/** @param {Context} context @param {Float64Array} values @param {Average} average @param {{day: number, reach: number}} of @param {Frame} frame */
function paintInputs(context, values, { beta, color }, { day, reach }, { u, v }) {
  context.fillStyle = color;
  const each = Math.max(1, Math.ceil(APART / u.perUnit));
  for (let back = 0; back < reach; back += each) {
    const share = beta ** back;
    context.globalAlpha = share;
    context.beginPath();
    context.arc(pixel(day - back, u), pixel(values[day - back - 1], v), 2.5 + 4 * Math.sqrt(share), 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

/** @param {Context} context @param {Average} average @param {{day: number, reach: number}} of @param {Frame} frame */
function paintReached(context, average, { day, reach }, { u, v }) {
  const curve = curveOf(average);
  const each = Math.max(1, Math.ceil(APART / u.perUnit));
  context.strokeStyle = average.color;
  context.lineWidth = 11;
  context.setLineDash([]);
  for (let ahead = 0; ahead < reach; ahead += each) {
    const [from, to] = [day + ahead, Math.min(day + ahead + each, curve.length)];
    context.globalAlpha = 0.7 * average.beta ** ahead;
    context.beginPath();
    context.moveTo(pixel(from, u), pixel(curve[from - 1], v));
    context.lineTo(pixel(to, u), pixel(curve[to - 1], v));
    context.stroke();
  }
  context.globalAlpha = 1;
}

/**
 * Marks how far an average is behind a steady series, as a distance between both.
 * @param {Context} context @param {Float64Array} values @param {Average} average @param {number} day @param {Frame} frame
 * @param {Theme} theme
 */
function paintDelay(context, values, average, day, { u, v }, theme) {
  const curve = curveOf(average);
  const delay = delayAt(values, curve, day);
  if (delay === null || delay * u.perUnit < SHORTEST) return;
  const [from, to, height] = [pixel(day - delay, u), pixel(day, u), pixel(curve[day - 1], v)];
  context.beginPath();
  context.moveTo(from + TIP, height - TIP);
  context.lineTo(from, height);
  context.lineTo(from + TIP, height + TIP);
  context.moveTo(from, height);
  context.lineTo(to, height);
  context.setLineDash([]);
  for (const [strokeStyle, lineWidth] of [[theme.background, 6], [theme.text, 2.2]]) {
    Object.assign(context, { strokeStyle, lineWidth });
    context.stroke();
  }
  const isRising = values[day - 1] > curve[day - 1]; // then above it is free
  const words = `${significant(delay, 3)} days behind`;
  Object.assign(context, { strokeStyle: theme.background, lineWidth: 4, fillStyle: theme.text });
  Object.assign(context, { textAlign: "right", textBaseline: isRising ? "bottom" : "top" });
  context.font = `600 ${1.15 * theme.size}px ${theme.font}`;
  const right = Math.max(from - TIP, context.measureText(words).width); // of the words, which are whole
  const place = /** @type {const} */ ([words, right, height + (isRising ? -TIP : TIP)]);
  context.strokeText(...place);
  context.fillText(...place);
}

/** Marks a value. @param {Context} context @param {number} left px @param {number} top px @param {Theme} theme */
function paintDot(context, left, top, theme) {
  context.beginPath();
  context.arc(left, top, 4.5 * typeScale(theme), 0, 2 * Math.PI);
  fillOutlined(context, theme.text, theme);
}

/** Marks an average by its symbol, so that curves are told apart without colour. @param {Context} context @param {Average} average @param {number} day @param {Frame} frame @param {Theme} theme */
function paintHead(context, average, day, { u, v }, theme) {
  const [left, top] = [pixel(day, u), pixel(curveOf(average)[day - 1], v)];
  const scale = typeScale(theme);
  context.beginPath();
  for (const [x, y] of corners(average.slot)) context.lineTo(left + scale * x, top + scale * y);
  context.closePath();
  fillOutlined(context, average.color, theme);
}

/** @param {Context} context @param {string} color @param {Theme} theme */
function fillOutlined(context, color, theme) {
  context.setLineDash([]);
  context.lineWidth = 3.2;
  context.strokeStyle = theme.casing;
  context.stroke();
  context.fillStyle = color;
  context.fill();
}

/**
 * Paints the weights: of the days before in the average of this one, or of this day in the averages after it.
 * @param {Context} context @param {Average} average @param {{day: number, reach: number, direction: number}} of
 * @param {Frame} frame
 */
function paintBars(context, { beta, color }, { day, reach, direction }, { u, v, height }) {
  context.fillStyle = color;
  const wide = Math.max(1, 0.78 * u.perUnit);
  const each = Math.max(1, Math.floor(1 / u.perUnit));
  for (let away = 0; away < reach; away += each) {
    const top = pixel(weightOf(beta, away), v);
    context.fillRect(pixel(day + direction * away, u) - wide / 2, top, wide, height - top);
  }
}
