"""The functions of the module: of each surface, each schedule, each rule, and each rule on each surface."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from textwrap import indent

from tracing.expressions import Code, code, loop, reachable, read_example
from tracing.sources import CURVATURE, ENDING_INPUTS, PARAMETERS, RuleTraces, Traces


def array_function(name: str, traces: Traces, outputs: Sequence[str]) -> str:
    """A function of a surface, of points in two arrays: it writes each result into an array of its own.

    `batches` say of which examples each is the mean, or are null for all of them.
    """
    written = code(traces, "a")
    body = [
        *(_BATCH if written.takes_means else []),
        "const x = xs[i], y = ys[i];",
        *written.body,
        *_stored(outputs, written.results),
    ]
    lines = [*written.hoisted, *(_ROWS if written.takes_means else []), *loop("i", "xs.length", body)]
    return _function(name, ("p", "batches", "xs", "ys", *outputs), lines)


def examples_function(name: str, traces: Traces, features: int, outputs: Sequence[str]) -> str:
    """A function of a model at the weights x and y: it writes what it says of each example with one of the indices."""
    written = code(traces, "a")
    body = [
        f"const k = indices[i], {', '.join(read_example(features))};",
        *written.body,
        *_stored(outputs, written.results),
    ]
    lines = [*written.hoisted, *loop("i", "indices.length", body)]
    return _function(name, ("p", "x", "y", "indices", *outputs), lines)


def line_function(name: str, traces: Traces) -> str:
    """A function of a model at the weights x and y: it writes its line among the examples, at each of the places."""
    written = code(traces, "a")
    body = ["const place = places[i];", *written.body, *_stored(("u", "v"), written.results)]
    return _function(name, ("p", "x", "y", "places", "u", "v"), [*written.hoisted, *loop("i", "places.length", body)])


def without_loss_function(name: str, traces: Traces, features: int) -> str:
    """A function of an example: it writes the second weight with which it has no loss, for each of the first."""
    written = code(traces, "a")
    body = ["const x = xs[i];", *written.body, *_stored(["ys"], written.results)]
    lines = [f"const {', '.join(read_example(features))};", *written.hoisted, *loop("i", "xs.length", body)]
    return _function(name, ("p", "k", "xs", "ys"), lines)


def cloud_function(name: str, traces: Traces) -> str:
    """A function of a quadratic loss, its minimum x and y, a rate and a size: the second moment of SGD around it."""
    written = code(traces, "a")
    rows = ["const rows = null, from = 0, count = p.targets.length;"] if written.takes_means else []
    lines = [*written.hoisted, *rows, *written.body, f"return [{', '.join(written.results)}];"]
    return _function(name, ("p", "x", "y", "rate", "size"), lines)


def rates_function(name: str, traces: Traces) -> str:
    """A function of a schedule: it writes the rate of each update into an array."""
    written = code(traces, "a")
    body = ["const t = i + 1;", *written.body, *_stored(["rates"], written.results)]
    return _function(name, ("p", "initial", "rates"), [*written.hoisted, *loop("i", "rates.length", body)])


def ending_function(name: str, traces: Traces) -> str:
    """A function of what is known where runs end, an array each in `of`: it writes the codes of the ways to end."""
    written = code(traces, "a")
    read = [f"const {each} = of.{each}[i];" for each in ENDING_INPUTS]
    body = [*read, *written.body, *_stored(["kinds"], written.results)]
    return _function(name, ("p", "of", "kinds"), [*written.hoisted, *loop("i", "kinds.length", body)])


@dataclass(frozen=True)
class RuleCode:
    """The code of a rule's step, whose results are the new x and y and the new state.

    `state` and `counters` are the numbers that the step reads, with what they begin with, which `begin` prepares.
    Counters depend on nothing but the number of the step; `ticks` are their next values. A step that is `curved` reads
    the Hessian, too.
    """

    begin: Code
    step: Code
    state: Mapping[str, str]
    counters: Mapping[str, str]
    ticks: Code
    curved: bool


def rule_code(traces: RuleTraces) -> RuleCode:
    """Write a rule's step, without the state that nothing reads, and with its counters apart."""
    x, y, *after = traces.step.results
    names = state_names(traces)
    results = dict(zip(names, after, strict=True))
    kept, ticking = read_state(traces)
    begin = code(traces.initial, "d", "q")
    initial = dict(zip(names, begin.results, strict=True))
    return RuleCode(
        begin=begin,
        step=code(traces.step, "b", "q", ticking, [x, y, *(results[name] for name in kept)]),
        state={name: initial[name] for name in kept},
        counters={name: initial[name] for name in ticking},
        ticks=code(traces.step, "c", "q", (), [results[name] for name in ticking]),
        curved=_is_curved(traces),
    )


def _is_curved(traces: RuleTraces) -> bool:
    return any(node.operation == "input" and node.name in CURVATURE for node in traces.step.graph.nodes)


def state_names(traces: RuleTraces) -> list[str]:
    """The names of the numbers of a rule's state, in order."""
    return [f"s{number}" for number in range(len(traces.initial.results))]


def read_state(traces: RuleTraces) -> tuple[list[str], list[str]]:
    """The numbers of the state that a rule's steps read: those of each path, and counters, which all paths share."""
    graph, (x, y, *after) = traces.step.graph, traces.step.results
    names = state_names(traces)
    results = dict(zip(names, after, strict=True))

    def read_by(*numbers: int) -> set[str]:
        found = {graph.nodes[n].name for n in reachable(graph.nodes, numbers) if graph.nodes[n].operation == "input"}
        return {name for name in found if not name.startswith(PARAMETERS)}

    def known(number: int) -> bool:
        """Whether a number of the state begins alike on all paths."""
        began = traces.initial.graph
        return not {began.nodes[n].name for n in reachable(began.nodes, [number])} & {"x", "y"}

    needed = read_by(x, y) & set(names)
    while more := read_by(*(results[name] for name in needed)) & set(names) - needed:
        needed |= more
    counters = needed & {name for name, number in zip(names, traces.initial.results, strict=True) if known(number)}
    while dependent := {name for name in counters if not read_by(results[name]) <= counters}:
        counters -= dependent
    return [name for name in names if name in needed - counters], [name for name in names if name in counters]


def table_function(name: str, rule: RuleCode) -> str:
    """A function of a rule: what its steps have in common on all paths, one array for each number.

    With `state` they go on from there.
    """
    columns = rule.step.columns
    if not columns:
        return _function(name, (), ["return [];"])
    row = [
        *rule.step.row,
        *(f"columns[{k}][i] = {column};" for k, column in enumerate(columns)),
        *rule.ticks.body,
        *_assigned(rule.counters, rule.ticks.results),
    ]
    lines = [
        *rule.step.hoisted,
        *rule.ticks.hoisted,
        *rule.begin.hoisted,
        f"const columns = Array.from({{ length: {len(columns)} }}, () => new Float64Array(steps));",
        *_begun(rule.counters),
        *loop("i", "steps", row),
        "return columns;",
    ]
    return _function(name, ("q", "steps", "state"), lines)


def numbers_function(name: str, traces: RuleTraces) -> str:
    """A function of a rule: the state and the intermediates of every update of a path that has been walked.

    It returns an array for each, by the name that a worked step gives it: of T+1 numbers, or of all x and then all y.
    What begins with the first update is NaN before it. The path may go on from a `state`.
    """
    initial, step = code(traces.initial, "d", "q"), code(traces.step, "b", "q")
    curved = _is_curved(traces)
    derived = code(traces.intermediates, "e", "q")
    named = [*_prefixed("state.", traces.state), *_prefixed("intermediates.", traces.derived)]
    places = [(k, axis) for k, (_, size) in enumerate(named) for axis in range(size)]
    state = {f"s{number}": value for number, value in enumerate(initial.results)}

    def written(values: Iterable[str], at: str) -> list[str]:
        return [
            f"n{k}[{f'count + {at}' if axis else at}] = {value};"
            for (k, axis), value in zip(places, values, strict=False)
        ]

    body = [
        "const x = path.x[i], y = path.y[i], gx = path.gx[i], gy = path.gy[i], rate = path.rate[i];",
        *(["const hxx = xx[i], hxy = xy[i], hyy = yy[i];"] if curved else []),
        *step.body,
        *_assigned(state, step.results[2:]),
        *derived.body,
        *written([*state, *derived.results], "i + 1"),
    ]
    lines = [
        *(["const { xx, xy, yy } = hessiansOf();"] if curved else []),
        *initial.hoisted,
        *step.hoisted,
        *derived.hoisted,
        "const count = path.length + 1, x = path.x[0], y = path.y[0];",
        *(
            f"const n{k} = new Float64Array({f'{size} * ' if size > 1 else ''}count);"
            for k, (_, size) in enumerate(named)
        ),
        *initial.body,
        *_begun(state),
        *written([*state, *("NaN" for _ in derived.results)], "0"),
        *loop("i", "path.length", body),
        f"return {{ {', '.join(f'{dumps(key)}: n{k}' for k, (key, _) in enumerate(named))} }};",
    ]
    return _function(name, ("q", "path", "hessiansOf", "state"), lines)


def limit_function(name: str, traces: Traces) -> str:
    """A function of a rule: its limit of stability."""
    written = code(traces, "a", "q")
    return _function(name, ("q",), [*written.hoisted, *written.body, f"return {written.results[0]};"])


def preconditioner_function(name: str, rule: RuleTraces, traces: Traces) -> str:
    """A function of a rule: what update i of a path divides x and y by, from the numbers of the path."""
    written = code(traces, "a", "q")
    read = {traces.graph.nodes[n].name for n in reachable(traces.graph.nodes, traces.results)}
    places = [(key, axis) for key, size in _prefixed("state.", rule.state) for axis in range(size)]
    state = [
        f"const s{number} = numbers[{dumps(key)}].data[{'count + i' if axis else 'i'}];"
        for number, (key, axis) in enumerate(places)
        if f"s{number}" in read
    ]
    lines = [*written.hoisted, *state, *written.body, f"return [{', '.join(written.results)}];"]
    return _function(name, ("q", "numbers", "i", "count"), lines)


def sharpness_function(name: str, traces: Traces) -> str:
    """A function of second derivatives and a preconditioner: the largest curvature."""
    written = code(traces, "a")
    return _function(
        name, ("xx", "xy", "yy", "px", "py"), [*written.hoisted, *written.body, f"return {written.results[0]};"]
    )


def _prefixed(prefix: str, named: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(prefix + name, size) for name, size in named]


_ROWS = ("const rows = batches === null ? null : batches.indices;",)
_BATCH = (
    "const from = batches === null ? 0 : i * batches.size;",
    "const count = batches === null ? p.targets.length : filled(rows, from, batches.size);",
)


def walk_function(name: str, gradient: Traces, hessian: Traces, rule: RuleCode) -> str:
    """A rule on a surface: walk paths side by side, each until its last finite point.

    `p` are the surface's parameters and `q` the rule's; `batches` say which examples each gradient is the mean of, or
    are null for all of them. `paths` are as `roomFor` makes them (tracing/calls.js): every point and every gradient is
    written down there, from the first points on, which are there already.
    """
    slope, bend = code(gradient, "a"), code(hessian, "h") if rule.curved else None
    new_x, new_y, *new_state = rule.step.results
    places = {each: f"state[{len(rule.state)} * k + {number}]" for number, each in enumerate(rule.state)}
    body = [
        "const k = going[j], at = k * (steps + 1) + i, x = xs[at], y = ys[at];",
        *slope.body,
        f"let gx = {slope.results[0]}, gy = {slope.results[1]};",
        "if (errors !== null) { gx += errors[2 * i]; gy += errors[2 * i + 1]; }",
        "gxs[at] = gx; gys[at] = gy;",
        "if (i === steps) continue;",
        *(_curvature(bend) if bend else []),
        "const rate = rates[firstRates[k] + i];",
        *(f"const {each} = {place};" for each, place in places.items()),
        *rule.step.body,
        f"const newX = {new_x}, newY = {new_y};",
        "if (!(Number.isFinite(newX) && Number.isFinite(newY))) {",
        "  lengths[k] = i;",
        "  going[j--] = going[--left];",
        "  continue;",
        "}",
        *(f"{place} = {value};" for place, value in zip(places.values(), new_state, strict=True)),
        "xs[at + 1] = newX; ys[at + 1] = newY;",
    ]
    update = [
        *(_BATCH if slope.takes_means else []),
        *(f"const {column} = columns[{k}][i];" for k, column in enumerate(rule.step.columns)),
        *loop("j", "left", body),
    ]
    lines = [
        *slope.hoisted,
        *(bend.hoisted if bend else []),
        *rule.step.hoisted,
        "const { xs, ys, gxs, gys, firstRates, lengths, going } = paths;",
        *_begun_paths(rule, places.values()),
        *(_ROWS if slope.takes_means else []),
        "let left = going.length;",
        *loop("i", "steps + 1", update),
    ]
    return _function(name, ("p", "q", "rates", "columns", "errors", "batches", "steps", "paths"), lines)


def _begun_paths(rule: RuleCode, places: Iterable[str]) -> list[str]:
    """Begin the state of every path; that of a path that goes on with the state of another is `paths.state`."""
    if not rule.state:
        return []
    given = ", ".join(_given(name, "paths.state") for name in rule.state)
    room = f"new Float64Array({len(rule.state)} * going.length)"
    begun = [f"const state = paths.state === null ? {room} : Float64Array.of({given});"]
    if set(rule.state.values()) == {"0"}:
        return begun
    body = [
        "const x = xs[k * (steps + 1)], y = ys[k * (steps + 1)];",
        *rule.begin.body,
        *(f"{place} = {value};" for place, value in zip(places, rule.state.values(), strict=True)),
    ]
    started = loop("k", "going.length", body)
    return [*rule.begin.hoisted, *begun, "if (paths.state === null) {", *_indented(started), "}"]


def _curvature(bend: Code) -> list[str]:
    """Compute the Hessian of the whole loss, whatever the batch."""
    whole = ["const rows = null, from = 0, count = p.targets.length;"] if bend.takes_means else []
    assigned = (f"{name} = {value};" for name, value in zip(CURVATURE, bend.results, strict=True))
    return [f"let {', '.join(CURVATURE)};", "{", *_indented([*whole, *bend.body, *assigned]), "}"]


def _begun(numbers: Mapping[str, str]) -> list[str]:
    """Begin numbers of the state, or go on with those of `state`, if that is not null."""
    begun = (f"{name} = state === null ? {value} : {_given(name, 'state')}" for name, value in numbers.items())
    return [f"let {', '.join(begun)};"] if numbers else []


def _given(name: str, state: str) -> str:
    """A number of a state that is given, in the order of `state_names`."""
    return f"{state}[{name.removeprefix('s')}]"


def _assigned(names: Iterable[str], values: Sequence[str]) -> list[str]:
    """Assign the new state at once: its expressions may read the old one."""
    pairs = list(zip(names, values, strict=True))
    if len(pairs) == 1:
        return [f"{pairs[0][0]} = {pairs[0][1]};"]
    return [*(f"const new_{name} = {value};" for name, value in pairs), *(f"{name} = new_{name};" for name, _ in pairs)]


def _stored(arrays: Sequence[str], values: Sequence[str]) -> list[str]:
    return [f"{array}[i] = {value};" for array, value in zip(arrays, values, strict=True)]


def _indented(lines: Iterable[str]) -> list[str]:
    return [indent(line, "  ") for line in lines]


def _function(name: str, arguments: Sequence[str], lines: Sequence[str]) -> str:
    return "\n".join((f"function {name}({', '.join(arguments)}) {{", *_indented(lines), "}"))
