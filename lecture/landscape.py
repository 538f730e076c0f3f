"""Where runs end: from every start of a grid, and over a grid of settings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from optimizers import Exact, Gradients, Optimizer, OutcomeKind, Schedule, run
from optimizers.ending import Ending, ending
from parameters import declared, format_number
from surfaces import Surface
from surfaces.surface import Array, Window

REACH = 1e-2
"""How near a run has to come to where it ends for its steps to be counted."""

GOAL = 1e-3
"""How near a run of a sweep has to come to a minimum."""

POINTS_AT_ONCE = 1_000_000
"""Points of all runs that are computed together: 16 MB for each array that a run records."""

_MINIMA = [kind.code for kind in OutcomeKind if kind.is_minimum]
_ARRIVED = [kind.code for kind in OutcomeKind if kind.has_arrived]
_OTHERS = tuple(kind for kind in OutcomeKind if not kind.is_minimum)


class Basins(NamedTuple):
    """Where one rule ends from every start of a grid: row i is y, column j is x, the ends of the window included.

    A code is a place in `names`: the declared minima, "another minimum", then every other way to end. `steps` is the
    first update after which a run is within 0.01 of the point at which it ends; NaN where it does not arrive.
    """

    names: tuple[str, ...]
    codes: NDArray[np.intp]
    steps: Array


class Sweep(NamedTuple):
    """How one rule fares from one start over a grid of settings: row i is `up`, column j is `across`.

    Codes are places in `names`, as those of `Basins`. `steps` is the first update after which a run is within 0.001 of
    a minimum, NaN where it never is, and `losses` is the loss at its last finite point.
    """

    names: tuple[str, ...]
    codes: NDArray[np.intp]
    steps: Array
    losses: Array


def basins(
    surface: Surface,
    rule: Optimizer,
    steps: int,
    shape: tuple[int, int] = (200, 200),
    window: Window | None = None,
    schedule: Schedule | None = None,
) -> Basins:
    """Run a rule with exact gradients from every point of a grid of `shape` (rows, columns), and tell where it ends.

    The grid lies in `window`, the surface's own unless another one is given.
    """
    (left, right), (bottom, top) = window or surface.window
    rows, columns = shape
    x, y = np.meshgrid(np.linspace(left, right, columns), np.linspace(bottom, top, rows))
    starts = np.array((x.ravel(), y.ravel()))
    codes, counts = np.empty(starts.shape[1], np.intp), np.empty(starts.shape[1])
    for part in _parts(starts.shape[1], steps):
        path = run(surface, rule, starts[:, part], steps, schedule)
        end = ending(surface, path.points, path.lengths, steps)
        codes[part] = _codes(surface, end)
        counts[part] = np.where(np.isin(end.kinds, _ARRIVED), _first_within(path.points, [end.points], REACH), np.nan)
    return Basins(_names(surface), codes.reshape(shape), counts.reshape(shape))


def sweep(
    surface: Surface,
    rule: Optimizer,
    start: ArrayLike,
    steps: int,
    across: tuple[str, ArrayLike],
    up: tuple[str, ArrayLike],
    schedule: Schedule | None = None,
    gradients: Gradients | None = None,
) -> Sweep:
    """Run a rule from one start with every pair of values of two hyper-parameters; gradients are exact by default.

    `across` and `up` each name one, of the rule, the surface or the gradients, with its values, as in
    ("learning_rate", np.geomspace(1e-3, 1, 60)), or ("batch_size", [1, 8, 64]) with MiniBatch(). Raises ValueError
    where none has it.
    """
    gradients = gradients or Exact()
    _check_names((rule, surface, gradients), (across[0], up[0]))
    grids = np.meshgrid(np.asarray(across[1], float), np.asarray(up[1], float))
    shape = grids[0].shape
    chosen = {name: grid.ravel() for name, grid in zip((across[0], up[0]), grids, strict=True)}
    codes, counts, losses = np.empty(grids[0].size, np.intp), np.empty(grids[0].size), np.empty(grids[0].size)
    for ground, source, lanes in _grounds(surface, gradients, chosen):
        for part in (lanes[p] for p in _parts(lanes.size, steps)):
            swept = replace(rule, **{name: values[part] for name, values in chosen.items() if name in declared(rule)})
            path = run(ground, swept, np.tile(np.reshape(start, (2, 1)), part.size), steps, schedule, gradients=source)
            end = ending(ground, path.points, path.lengths, steps)
            codes[part] = _codes(ground, end)
            counts[part] = _first_within(path.points, _minima(ground), GOAL)
            with np.errstate(all="ignore"):
                losses[part] = ground.value(end.points)
    return Sweep(_names(surface), codes.reshape(shape), counts.reshape(shape), losses.reshape(shape))


def _check_names(owners: Sequence[Optimizer | Surface | Gradients], names: Sequence[str]) -> None:
    known = [field for owner in owners for field in declared(owner)]
    for name in names:
        if name not in known:
            raise ValueError(f"sweep: {name!r} is none of what can be swept here: {', '.join(known)}.")


def _grounds(
    surface: Surface, gradients: Gradients, chosen: Mapping[str, Array]
) -> Iterator[tuple[Surface, Gradients, NDArray[np.intp]]]:
    """Yield every surface that a sweep needs with every source of gradients, and the places of their runs."""
    own = [name for name in chosen if name in declared(surface) or name in declared(gradients)]
    if not own:
        yield surface, gradients, np.arange(next(iter(chosen.values())).size)
        return
    settings, places = np.unique(np.array([chosen[name] for name in own]), axis=1, return_inverse=True)
    for number, values in enumerate(settings.T.tolist()):
        given = dict(zip(own, values, strict=True))
        yield _with(surface, given), _with(gradients, given), np.flatnonzero(places == number)


T = TypeVar("T", Surface, Gradients)


def _with(owner: T, given: Mapping[str, float]) -> T:
    """Return a surface or a source of gradients with those of some values that it declares."""
    return replace(owner, **{name: _whole(value) for name, value in given.items() if name in declared(owner)})


def _whole(value: float) -> float:
    """Return a whole number as an integer, as the size of a batch has to be."""
    return int(value) if value.is_integer() else value


def _parts(runs: int, steps: int) -> Iterator[slice]:
    """Cut a number of runs into those that are computed together."""
    size = max(1, POINTS_AT_ONCE // (steps + 1))
    return (slice(begin, min(begin + size, runs)) for begin in range(0, runs, size))


def _minima(surface: Surface) -> list[Array]:
    return [np.array(minimum.point) for minimum in surface.minima]


def _names(surface: Surface) -> tuple[str, ...]:
    """What the codes of a surface mean."""
    places = (", ".join(format_number(c, 3) for c in minimum.point) for minimum in surface.minima)
    return (*(f"minimum at ({place})" for place in places), "another minimum", *(kind.value for kind in _OTHERS))


def _codes(surface: Surface, end: Ending) -> NDArray[np.intp]:
    """The places in `_names` of how runs (n,) ended: at a declared minimum if one is within reach."""
    minima = _minima(surface)
    code_of = np.full(len(OutcomeKind), len(minima))
    code_of[[kind.code for kind in _OTHERS]] += 1 + np.arange(len(_OTHERS))
    codes = code_of[end.kinds]
    if minima:
        distances = np.array([np.hypot(*(end.points - goal[:, np.newaxis])) for goal in minima])
        known = np.isin(end.kinds, _MINIMA) & (distances.min(axis=0) <= 2.0 * REACH)
        codes[known] = distances.argmin(axis=0)[known]
    return codes


def _first_within(points: Array, goals: Sequence[Array], reach: float) -> Array:
    """The first update after which a run (2, T+1, n) is within reach of a goal, (2,) or (2, n); NaN where none is."""
    near = np.zeros(points.shape[1:], dtype=bool)
    with np.errstate(all="ignore"):
        for goal in goals:
            near |= np.hypot(*(points - goal.reshape(2, 1, -1))) <= reach
    return np.where(near.any(axis=0), near.argmax(axis=0), np.nan)
