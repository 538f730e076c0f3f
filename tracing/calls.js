// The same paths as `optimizers.run` walks: all of the functions below this part are traced from its NumPy code.

// One path: {x, y, loss, gx, gy, rate, length}. `length` is the number of updates until the last finite point, and the
// arrays have one number for each point, but `rate` for each update. Surface, rule and schedule are named by their keys
// and their parameters by the fields of the declarations; switches are true or false. `errors` is null, or x and y of
// what is added to each gradient in turn, 2 (steps + 1) numbers. The loss of a data set has among its parameters the
// data: `targets` (n), and `features` (n for each feature, one feature after another). `batches` is null for gradients
// of all examples, else {indices, size}: those of each gradient in turn, steps + 1 times `size`, −1 where it has fewer.
// `rates` are those of the schedule unless they are given, one for each update. A path may go on from the `state` of
// another, as `stateOf` reads it, at the start.
export function walk(settings) {
  const { surface, surfaceParameters = {}, start: [x, y] } = settings;
  const rates = settings.rates ?? scheduledRates(settings);
  let path;
  walkAll({ ...settings, rates }, { x: [x], y: [y] }, (_, { xs, ys, gxs, gys }, from, length) => {
    const [x, y, gx, gy] = [xs, ys, gxs, gys].map((each) => each.subarray(from, from + length + 1));
    path = { x, y, gx, gy, rate: rates.subarray(0, length), length };
  });
  return { ...path, loss: values({ surface, surfaceParameters, x: path.x, y: path.y }) };
}

// The numbers of every update of a path that `walk` gave, as a worked step shows them: {data, shape} by name. They are
// those of the rule's state and what it computes from it, the gradients, the rates, the steps and the gradients' norms;
// arrays of two rows hold all x and then all y. What begins with the first update is NaN before it. Of the surface, which
// is named as for `walk`, a rule that reads the Hessian is told it at every point.
export function numbersOf({ rule, ruleParameters, path, surface, surfaceParameters = {}, state = null }) {
  const { x, y, gx, gy, rate } = path;
  const count = x.length;
  const pairs = (across, up) => {
    const both = new Float64Array(2 * count);
    both.set(across);
    both.set(up, count);
    return both;
  };
  const differences = (numbers) => numbers.map((value, i) => (i === 0 ? NaN : value - numbers[i - 1]));
  const found = {
    gradients: pairs(gx, gy),
    gradient_norms: gx.map((value, i) => Math.hypot(value, gy[i])),
    learning_rates: x.map((_, i) => (i === 0 ? NaN : rate[i - 1])),
    steps: pairs(differences(x), differences(y)),
    points: pairs(x, y),
    ...entry(NUMBERS, named(rule, ruleParameters))(
      ruleParameters,
      path,
      () => hessians({ surface, surfaceParameters, x, y }),
      state,
    ),
  };
  return Object.fromEntries(
    Object.entries(found).map(([name, data]) => [name, { data, shape: data.length === count ? [count] : [2, count] }]),
  );
}

// The state of a rule after an update, from the `numbers` of its path that `numbersOf` gave: as `walk` takes it.
export function stateOf({ numbers, update }) {
  const arrays = Object.keys(numbers).filter((name) => name.startsWith("state.")).map((name) => numbers[name]);
  return Float64Array.from(
    arrays.flatMap(({ data, shape }) => shape.length === 1 ? [data[update]] : [data[update], data[shape[1] + update]]),
  );
}

// The last finite points of many paths, from starts in the arrays x and y, with the number of updates of each.
export function finalPoints(settings) {
  const { x, y } = settings;
  const ends = { x: new Float64Array(x.length), y: new Float64Array(x.length), length: new Float64Array(x.length) };
  walkAll(settings, { x, y }, (k, { xs, ys }, from, made) => {
    ends.x[k] = xs[from + made];
    ends.y[k] = ys[from + made];
    ends.length[k] = made;
  });
  return ends;
}

// A path that ends so near to a minimum has reached that one.
const SAME_MINIMUM = 2e-2;

// How the paths of some cells of a grid end: {codes, steps, losses}, each with one number for each of `cells`, which are
// counted row by row. `columns` and `rows` say what differs between the cells of each: {path, values}, where a path leads
// to a number of the settings that `walk` takes, as ["start", 0] and ["ruleParameters", "beta1"] do. Rows may have more
// `settings` of their own, equal where the values are; where those are null, nothing is computed. What tells how a path
// ends is the `window` of the surface, its `lowest` loss, or null, the loss along its `valley` of lowest points, or null,
// and the `minima` that are known of it, [x, y] each.
// A code below their number is one of these minima, the next one is another minimum, and those after it are all KINDS
// that are no minima. `steps` is the first update after which a path is as near as `reach` to where it ends, or, if
// `toMinimum`, to one of the minima; NaN where it does not arrive. `losses` are those of the last finite points.
export function ends(settings) {
  const { cells, columns, rows } = settings;
  const count = cells.length;
  const found = {
    codes: new Uint8Array(count),
    steps: new Float32Array(count),
    losses: new Float64Array(count),
  };
  const across = Float64Array.from(cells, (cell) => columns.values[cell % columns.values.length]);
  const up = Float64Array.from(cells, (cell) => rows.values[Math.floor(cell / columns.values.length)]);
  if (columns.path[0] === "start" && rows.path[0] === "start") {
    endsFrom(settings, { x: across, y: up }, 0, found);
    return found;
  }
  // Cells of a row that differ in α alone have all but their rates in common.
  const isShared = columns.path.join() === "ruleParameters,learning_rate" && rows.path[0] !== "scheduleParameters";
  const ofAllRows = isShared && !rows.settings ? ratesOfAll(settings, columns.values) : undefined;
  for (let from = 0, to = 1; from < count; from = to, to += 1) {
    while (isShared && to < count && up[to] === up[from]) to++;
    const more = rows.settings?.[Math.floor(cells[from] / columns.values.length)];
    if (more === null) {
      found.losses.fill(NaN, from, to);
      continue;
    }
    const numbers = withNumber(withNumber(settings, columns.path, across[from]), rows.path, up[from]);
    const own = { ...numbers, ...more };
    const rates = isShared ? ofAllRows ?? ratesOfAll(own, columns.values) : undefined;
    const starts = {
      x: new Float64Array(to - from).fill(own.start[0]),
      y: new Float64Array(to - from).fill(own.start[1]),
      firstRates: isShared
        ? Int32Array.from(cells.subarray(from, to), (cell) => cell % columns.values.length * settings.steps)
        : null,
    };
    endsFrom({ ...own, rates }, starts, from, found);
  }
  return found;
}

// The rates of a schedule that begins with each of some numbers, one after another.
function ratesOfAll({ schedule, scheduleParameters, steps }, initials) {
  const rates = new Float64Array(initials.length * steps);
  for (const [k, initial] of initials.entries()) {
    rates.set(ratesOf({ schedule, scheduleParameters, initial, steps }), k * steps);
  }
  return rates;
}

// Settings with another number at a place.
function withNumber(settings, [name, ...rest], value) {
  const changed = Array.isArray(settings) ? [...settings] : { ...settings };
  changed[name] = rest.length === 0 ? value : withNumber(settings[name] ?? {}, rest, value);
  return changed;
}

// Walks from starts, as `walkAll` does, and writes how each path ends, as `ends` says, from the place `begin` on.
function endsFrom(settings, starts, begin, found) {
  const { surfaceParameters = {}, steps, window, minima, reach } = settings;
  const count = starts.x.length;
  const array = () => new Float64Array(count);
  const last = { x: array(), y: array(), dx: array(), dy: array(), left: array(), made: array() };
  walkAll(settings, starts, (k, { xs, ys }, from, made) => {
    const to = from + made, before = Math.max(to - 1, from);
    last.x[k] = xs[to];
    last.y[k] = ys[to];
    last.dx[k] = xs[to] - xs[before];
    last.dy[k] = ys[to] - ys[before];
    last.left[k] = leftForGood(window, xs, ys, from, made);
    last.made[k] = made;
    const goals = settings.toMinimum ? minima : [[xs[to], ys[to]]];
    found.steps[begin + k] = firstNear(goals, reach * reach, xs, ys, from, made);
  });
  const at = (points) => ({ surface: settings.surface, surfaceParameters, ...points });
  const { x: slopeX, y: slopeY } = gradients(at(last));
  const loss = values(at(last));
  const known = {
    ...last,
    loss,
    firstLoss: values(at({ x: starts.x, y: starts.y })),
    gx: slopeX,
    gy: slopeY,
    ...hessians(at(last)),
  };
  const [[left, right], [bottom, top]] = window;
  const kinds = new Uint8Array(count);
  const [lowest, valley] = [settings.lowest ?? NaN, settings.valley ?? NaN];
  ENDINGS.kinds({ left, right, bottom, top, lowest, valley, requested: steps }, known, kinds);
  found.losses.set(loss, begin);
  for (let k = 0; k < count; k++) {
    const kind = KINDS[kinds[k]];
    found.codes[begin + k] = kind.isMinimum
      ? nearestOf(minima, last.x[k], last.y[k])
      : minima.length + 1 + OTHERS.indexOf(kind);
    if (!settings.toMinimum && !kind.hasArrived) found.steps[begin + k] = NaN;
  }
}

// The update at which a path left the window for good; 0 where it did not, or was always outside.
function leftForGood([[left, right], [bottom, top]], xs, ys, from, made) {
  const isInside = (i) => left <= xs[i] && xs[i] <= right && bottom <= ys[i] && ys[i] <= top;
  if (isInside(from + made)) return 0;
  for (let i = made; i >= 0; i--) if (isInside(from + i)) return i + 1;
  return 0;
}

// The first update after which the square of the distance to one of the goals is so small; NaN where it never is.
function firstNear(goals, square, xs, ys, from, made) {
  let first = made + 1;
  for (const [goalX, goalY] of goals) {
    for (let i = 0; i < first; i++) {
      const [dx, dy] = [xs[from + i] - goalX, ys[from + i] - goalY];
      if (dx * dx + dy * dy <= square) first = i;
    }
  }
  return first > made ? NaN : first;
}

// The number of the nearest of the known minima; how many there are if none is within reach.
function nearestOf(minima, x, y) {
  let [nearest, least] = [minima.length, Infinity];
  for (let k = 0; k < minima.length; k++) {
    const distance = (x - minima[k][0]) ** 2 + (y - minima[k][1]) ** 2;
    if (distance < least && distance <= SAME_MINIMUM ** 2) [nearest, least] = [k, distance];
  }
  return nearest;
}

// The loss at points in the arrays x and y; with `batches`, as `walk` takes them, that of a batch at each point.
export function values({ surface, surfaceParameters = {}, x, y, batches = null }) {
  const found = new Float64Array(x.length);
  entry(VALUES, named(surface, surfaceParameters))(surfaceParameters, batches, x, y, found);
  return found;
}

// The gradients {x, y} at points in the arrays x and y.
export function gradients({ surface, surfaceParameters = {}, x, y }) {
  const found = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  entry(GRADIENTS, named(surface, surfaceParameters))(surfaceParameters, null, x, y, found.x, found.y);
  return found;
}

// What the model of a data set predicts for the examples with these indices, at the weights in `point`.
export function predictions({ surface, surfaceParameters = {}, point: [x, y], indices }) {
  const found = new Float64Array(indices.length);
  entry(PREDICTIONS, named(surface, surfaceParameters))(surfaceParameters, x, y, indices, found);
  return found;
}

// The gradients {x, y} of the losses of the examples with these indices, at the weights in `point`.
export function exampleGradients({ surface, surfaceParameters = {}, point: [x, y], indices }) {
  const found = { x: new Float64Array(indices.length), y: new Float64Array(indices.length) };
  const write = entry(EXAMPLE_GRADIENTS, named(surface, surfaceParameters));
  write(surfaceParameters, x, y, indices, found.x, found.y);
  return found;
}

// The line {u, v} of a model among the examples, at places along it, with the weights in `point`.
export function line({ surface, surfaceParameters = {}, point: [x, y], places }) {
  const [u, v] = [new Float64Array(places.length), new Float64Array(places.length)];
  entry(LINES, named(surface, surfaceParameters))(surfaceParameters, x, y, places, u, v);
  return { u, v };
}

// The second weights with which the example `index` has no loss, for the first weights in the array x.
export function withoutLoss({ surface, surfaceParameters = {}, index, x }) {
  const y = new Float64Array(x.length);
  entry(WITHOUT_LOSS, named(surface, surfaceParameters))(surfaceParameters, index, x, y);
  return y;
}

// The second moment [xx, xy, yy] of SGD around the minimum in `point` of a quadratic loss, with batches of a size drawn
// with replacement. It is not positive where the distance grows for ever.
export function cloud({ surface, surfaceParameters = {}, point: [x, y], rate, size }) {
  return entry(CLOUDS, named(surface, surfaceParameters))(surfaceParameters, x, y, rate, size);
}

// The second derivatives {xx, xy, yy} at points in the arrays x and y.
export function hessians({ surface, surfaceParameters = {}, x, y }) {
  const [xx, xy, yy] = Array.from({ length: 3 }, () => new Float64Array(x.length));
  entry(HESSIANS, named(surface, surfaceParameters))(surfaceParameters, null, x, y, xx, xy, yy);
  return { xx, xy, yy };
}

// What decides whether a rule with a constant rate settles at a point: the `sharpness` there, and the `limit` of its
// product with the rate. A rule that divides does so as update number `update` of a path did, whose `numbers` are those
// of `numbersOf`. Null for a rule without a known limit, and without numbers for one that divides.
export function stability(
  { surface, surfaceParameters = {}, rule, ruleParameters, point, numbers = null, update = 0 },
) {
  const name = named(rule, ruleParameters);
  const divides = Object.hasOwn(PRECONDITIONERS, name);
  if (!Object.hasOwn(LIMITS, name) || (divides && numbers === null)) return null;
  const [px, py] = divides
    ? PRECONDITIONERS[name](ruleParameters, numbers, update, numbers.points.data.length / 2)
    : [1, 1];
  const [x, y] = point.map((coordinate) => Float64Array.of(coordinate));
  const { xx, xy, yy } = hessians({ surface, surfaceParameters, x, y });
  return { limit: LIMITS[name](ruleParameters), sharpness: sharpness(xx[0], xy[0], yy[0], px, py) };
}

// The rate of each update.
export function ratesOf({ schedule = "constant", scheduleParameters = {}, initial, steps }) {
  const rates = new Float64Array(steps);
  entry(RATES, named(schedule, scheduleParameters))(scheduleParameters, initial, rates);
  return rates;
}

function scheduledRates({ schedule, scheduleParameters, ruleParameters, steps }) {
  return ratesOf({ schedule, scheduleParameters, initial: ruleParameters.learning_rate, steps });
}

// Whether the module has the surfaces, rules and schedules of these keys.
export function has(...keys) {
  return keys.every((key) => Object.hasOwn(SWITCHES, key));
}

// Paths that are walked side by side: while one waits for a division or a root, the processor goes on with the others.
const SIDE_BY_SIDE = 16;

// Walks paths from starts in the arrays `x` and `y`, which have the rates from `firstRates` on, or all the same ones, and
// calls `take(k, paths, from, made)` for each: the points of path k are in `paths` from the place `from` on, and it makes
// `made` updates. The next paths are written in the same place.
function walkAll(settings, { x, y, firstRates = null }, take) {
  const { surface, surfaceParameters = {}, rule, ruleParameters, steps } = settings;
  const { errors = null, batches = null, state = null } = settings;
  const ruleName = named(rule, ruleParameters);
  const surfaceName = named(surface, surfaceParameters);
  const walkPaths = entry(WALKS, `${ruleName} on ${surfaceName}`);
  if (Object.hasOwn(PREDICTIONS, surfaceName) && !surfaceParameters.targets) {
    throw new NotKnownHere(`Without its data, targets and features, there is no ${surface} here.`);
  }
  // A point more than updates: nothing is read beyond the end of an array.
  const columns = entry(COLUMNS, ruleName)(ruleParameters, steps + 1, state);
  const rates = settings.rates ?? scheduledRates(settings);
  const [count, size] = [x.length, steps + 1];
  const paths = { ...roomFor(Math.min(count, SIDE_BY_SIDE), size), state };
  for (let begin = 0; begin < count; begin += SIDE_BY_SIDE) {
    const beside = Math.min(SIDE_BY_SIDE, count - begin);
    paths.going = Int32Array.from({ length: beside }, (_, k) => k);
    paths.lengths.fill(steps);
    for (let k = 0; k < beside; k++) {
      paths.xs[k * size] = x[begin + k];
      paths.ys[k * size] = y[begin + k];
      if (firstRates) paths.firstRates[k] = firstRates[begin + k];
    }
    walkPaths(surfaceParameters, ruleParameters, rates, columns, errors, batches, steps, paths);
    for (let k = 0; k < beside; k++) take(begin + k, paths, k * size, paths.lengths[k]);
  }
}

// Room for so many paths of `size` points: coordinates and gradients of one path after another, where the rates of each
// begin, the updates that it makes, and which paths are still walked.
function roomFor(count, size) {
  const [xs, ys, gxs, gys] = Array.from({ length: 4 }, () => new Float64Array(count * size));
  return {
    xs,
    ys,
    gxs,
    gys,
    firstRates: new Int32Array(count),
    lengths: new Int32Array(count),
    going: new Int32Array(0),
  };
}

class NotKnownHere extends Error {
  name = "NotKnownHere";
}

// A key with the settings of its switches: each setting has functions of its own.
function named(key, parameters) {
  if (!has(key)) throw new NotKnownHere(`What ${key} does is known on the server alone.`);
  return [key, ...SWITCHES[key].map((name) => String(parameters[name]))].join(" ");
}

function entry(table, name) {
  if (!Object.hasOwn(table, name)) throw new NotKnownHere(`There is no ${name} in this module.`);
  return table[name];
}

// The sum of numbers in an array, added in the order in which NumPy adds them: the halves of many each by itself, and up
// to 128 in eight sums side by side. The traced functions call it.
// deno-lint-ignore no-unused-vars
function total(numbers, from, count) {
  if (count > 128) {
    const half = Math.floor(count / 2) - Math.floor(count / 2) % 8;
    return total(numbers, from, half) + total(numbers, from + half, count - half);
  }
  let sum = -0;
  let k = 0;
  if (count >= 8) {
    let [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map((place) => numbers[from + place]);
    for (k = 8; k < count - count % 8; k += 8) {
      a += numbers[from + k];
      b += numbers[from + k + 1];
      c += numbers[from + k + 2];
      d += numbers[from + k + 3];
      e += numbers[from + k + 4];
      f += numbers[from + k + 5];
      g += numbers[from + k + 6];
      h += numbers[from + k + 7];
    }
    sum = ((a + b) + (c + d)) + ((e + f) + (g + h));
  }
  for (; k < count; k++) sum += numbers[from + k];
  return sum;
}

// How many places of a batch are filled. The traced functions call it.
// deno-lint-ignore no-unused-vars
function filled(rows, from, size) {
  let count = size;
  while (rows[from + count - 1] < 0) count--;
  return count;
}
