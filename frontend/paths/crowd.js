// Heads that would cover each other are moved apart, each as little as need be, so that all can be told apart.

const ROOM = 15; // px between the middles of two heads
const BESIDE = 17; // px from a mark, such as the ring of a start, to heads that stand around it
export const COVERED = 8; // px from a mark within which heads cover it
const LEAN = 3; // px by which crowded heads first lean aside, each its own way: those at one place have none otherwise
const MAX_ROUNDS = 60; // in which all heads are moved at once
const SHARE = 0.7; // of what two heads lack is made up in a round: all of it would overshoot in a crowd
const STILL = 0.02; // px: what moves less in a round has come to rest
const INSET = 7; // px that a moved head keeps from the edge of the plot area

/** @typedef {[number, number]} Place px from left and top, or to the right and down */

/**
 * Moves crowded heads apart in all directions. What comes of it depends on the places alone: a step has one picture.
 * @param {(Place|null)[]} places in the order of the colours; null for a head that is not drawn
 * @param {{width: number, height: number, marks: Place[]}} area px of the plot area, and what is to be seen between heads
 * @returns {Place[]} how far each head moves, px
 */
export function movedApart(places, { width, height, marks }) {
  const crowds = places.map((place) => (place ? crowdOf(place, places) : []));
  if (crowds.every(({ length }) => length < 2)) return places.map(() => [0, 0]);
  const ways = crowds.map((crowd, k) => wayOf(crowd.indexOf(k), crowd.length));
  const kept = marks.map((mark) => ({ mark, room: roomAround(mark, places) })).filter(({ room }) => room > 0);
  let heads = places.map((place, k) => place && leaning(place, k, places, crowds[k], ways[k]));
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = heads;
    heads = heads.map((head, k) => {
      if (!head) return null;
      let next = pushed(head, k, before);
      for (const { mark, room } of kept) next = off(next, mark, room, ways[k]);
      return inside(next, places[k], [width, height]);
    });
    if (heads.every((head, k) => !head || distance(head, before[k]) < STILL)) break;
  }
  return heads.map((head, k) => (head ? [head[0] - places[k][0], head[1] - places[k][1]] : [0, 0]));
}

/**
 * Moves crowded heads sideways alone, because their height is a number to be read: to the right, where no curve is yet,
 * or all to the left where there is no room for that.
 * @param {(Place|null)[]} places in the order of the colours; null for a head that is not drawn
 * @param {number} width px of the plot area @returns {Place[]} how far each head moves, px
 */
export function movedAside(places, width) {
  const rightward = inRow(places, 1);
  const fits = rightward.every(([right], k) => right === 0 || places[k][0] + right <= width - INSET);
  return fits ? rightward : inRow(places, -1);
}

/** Moves each head as far in a direction as those before it need. @param {1|-1} direction @returns {Place[]} */
function inRow(places, direction) {
  const standing = /** @type {Place[]} */ ([]);
  return places.map((place) => {
    if (!place) return [0, 0];
    const needs = standing.map(([left, top]) => ({
      left,
      room: Math.sqrt(Math.max(0, ROOM ** 2 - (top - place[1]) ** 2)),
    }));
    const isFree = (at) => needs.every(({ left, room }) => Math.abs(at - left) >= room - 1e-9);
    const beside = needs.map(({ left, room }) => left + direction * room);
    const free = [place[0], ...beside].filter((at) => direction * (at - place[0]) >= 0 && isFree(at));
    const at = direction * Math.min(...free.map((each) => direction * each));
    standing.push([at, place[1]]);
    return [at - place[0], 0];
  });
}

/** @param {Place} from @param {Place} to */
const distance = ([x0, y0], [x1, y1]) => Math.hypot(x1 - x0, y1 - y0);

/** The heads that one is crowded by, and itself. @param {Place} place @param {(Place|null)[]} places @returns {number[]} */
const crowdOf = (place, places) => places.flatMap((other, k) => (other && distance(place, other) < ROOM ? [k] : []));

/** The direction of one of so many around a point, the first upward. @returns {Place} */
function wayOf(index, count) {
  const turn = 2 * Math.PI * (index / count - 0.25);
  return [Math.cos(turn), Math.sin(turn)];
}

/** A head before it is moved, which leans the more, the closer it is to another. @returns {Place} */
function leaning(place, index, places, crowd, way) {
  const closest = Math.min(ROOM, ...crowd.filter((k) => k !== index).map((k) => distance(place, places[k])));
  const far = LEAN * (1 - closest / ROOM);
  return [place[0] + far * way[0], place[1] + far * way[1]];
}

/** How far heads keep from a mark, px: not at all while fewer than two would cover it. */
function roomAround(mark, places) {
  const [, second = Infinity] = places.flatMap((place) => (place ? [distance(place, mark)] : [])).sort((a, b) => a - b);
  return BESIDE * Math.max(0, Math.min(1, 2 - second / COVERED));
}

/** A head moved away from all others by its half of what is lacking. @returns {Place} */
function pushed(head, index, heads) {
  let [x, y] = head;
  heads.forEach((other, k) => {
    const apart = other && k !== index ? distance(head, other) : Infinity;
    if (apart >= ROOM) return;
    const part = apart > 0 ? (SHARE * (ROOM - apart)) / (2 * apart) : 0;
    [x, y] = [x + part * (head[0] - other[0]), y + part * (head[1] - other[1])];
  });
  return [x, y];
}

/** A head moved off a mark, in its own direction if it is right on it. @returns {Place} */
function off(head, mark, room, way) {
  const apart = distance(head, mark);
  if (apart >= room) return head;
  const [x, y] = apart > 0 ? [(head[0] - mark[0]) / apart, (head[1] - mark[1]) / apart] : way;
  return [mark[0] + room * x, mark[1] + room * y];
}

/** A head brought back from over the edge, unless its own place is there. @returns {Place} */
function inside(head, place, sizes) {
  const [x, y] = sizes.map((size, axis) =>
    Math.max(Math.min(INSET, place[axis]), Math.min(Math.max(size - INSET, place[axis]), head[axis]))
  );
  return [x, y];
}
