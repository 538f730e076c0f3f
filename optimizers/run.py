"""The only loop over steps: a rule, a surface, a schedule, a start."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from optimizers.optimizer import Optimizer
from optimizers.schedules import Schedule
from optimizers.schedules.constant import Constant
from optimizers.trajectory import Landscape, Trajectory

Array = NDArray[np.float64]

# A run has at most this many updates: what a page can draw and a lecture can use.
MOST_STEPS = 100_000


def run(
    surface: Landscape,
    rule: Optimizer,
    start: ArrayLike,
    steps: int,
    schedule: Schedule | None = None,
    *,
    noise: ArrayLike = 0.0,
    seed: int | tuple[int, ...] = 0,
) -> Trajectory:
    """Every point, gradient, rate and memory of `steps` updates from `start`.

    `start` is one point (2,) or a batch (2, ...); hyper-parameters, fields of the schedule and `noise` may be arrays of
    the batch's shape, for a sweep. To the gradient a normal error of standard deviation `noise` per coordinate is
    added, the same for every lane and the same for every rule with that `seed`.

    A run that diverges ends at its last finite point. Raises ValueError for a start that is not made of finite
    coordinates, a number of steps that is no whole number from 0 to 100,000, and noise that is negative or not finite.
    """
    first, rates, errors = _prepared(rule, start, steps, schedule or Constant(), noise, seed)
    points, gradients, states = [first], [], []
    with np.errstate(all="ignore"):
        for gradient, point, state in _updates(surface, rule, first, rates, errors):
            gradients.append(gradient)
            points.append(point)
            states.append(state)
        last = surface.gradient(points[-1])
        gradients.append(last if errors is None else last + errors[-1])
        return _record(surface, rule, np.array(points), np.array(gradients), rates, states)


def final_points(
    surface: Landscape,
    rule: Optimizer,
    start: ArrayLike,
    steps: int,
    schedule: Schedule | None = None,
    *,
    noise: ArrayLike = 0.0,
    seed: int | tuple[int, ...] = 0,
) -> Array:
    """The last finite point of each lane, (2, ...): what `run` ends with, without keeping the way there."""
    first, rates, errors = _prepared(rule, start, steps, schedule or Constant(), noise, seed)
    point = first
    with np.errstate(all="ignore"):
        for update in _updates(surface, rule, first, rates, errors):
            _, point, _ = update
        # Once a coordinate is inf or NaN it never becomes finite again, so only these lanes need the walk step by step.
        lost = ~np.isfinite(point).all(axis=0)
        if lost.any():
            point = point.copy()
            point[:, lost] = _last_finite(surface, rule, first, rates, errors)[:, lost]
    return point


def _prepared(
    rule: Optimizer, start: ArrayLike, steps: int, schedule: Schedule, noise: ArrayLike, seed: int | tuple[int, ...]
) -> tuple[Array, Array, Array | None]:
    """The start spread over the batch (2, ...), the rates (T,) or (T, ...), and the errors (T+1, 2, ...) if any."""
    point = _checked("start", start, "two finite coordinates, or arrays of them", lambda p: p.shape[:1] == (2,))
    _checked(
        "steps",
        steps,
        f"a whole number from 0 to {MOST_STEPS}",
        lambda s: s.ndim == 0 and 0 <= s <= MOST_STEPS and s % 1 == 0,
    )
    _checked("noise", noise, "a standard deviation of 0 or more", lambda n: bool(np.all(n >= 0.0)))
    swept = [np.shape(getattr(chosen, f.name)) for chosen in (rule, schedule) for f in fields(chosen)]
    batch = np.broadcast_shapes(point.shape[1:], np.shape(noise), *swept)
    missing_axes = (1,) * (len(batch) + 1 - point.ndim)
    point = np.array(np.broadcast_to(point.reshape(2, *missing_axes, *point.shape[1:]), (2, *batch)))

    # glibc gives large freed blocks back to the system, so that every temporary of a batch would be paged in anew.
    # Having freed one block larger than all of them together, it keeps them: three times faster with 40,000 starts.
    np.empty(min(16 * point.size, 4_000_000))
    return point, _rates(rule, int(steps), schedule, batch), _errors(noise, seed, int(steps), batch)


def _checked(name: str, value: Any, wanted: str, fits: Callable[[Array], Any]) -> Array:
    """The argument as finite numbers; raises ValueError with a sentence when it is none, or does not fit."""
    try:
        numbers = np.array(value, dtype=float)
    except (TypeError, ValueError):
        numbers = np.array(np.nan)
    if not np.isfinite(numbers).all() or not fits(numbers):
        raise ValueError(f"run: {name} must be {wanted}, but {value!r} was given.")
    return numbers


def _rates(rule: Optimizer, steps: int, schedule: Schedule, batch: tuple[int, ...]) -> Array:
    """The rate of each update: (T,) when all lanes share it, else (T, ...)."""
    swept = (rule.learning_rate, *(getattr(schedule, f.name) for f in fields(schedule)))
    axes = len(np.broadcast_shapes(*(np.shape(value) for value in swept)))
    t = np.arange(1, steps + 1).reshape(-1, *(1,) * (len(batch) if axes else 0))
    rates = schedule.rate(rule.learning_rate, t)
    return np.broadcast_to(rates, (steps, *batch)) if axes else rates


def _errors(noise: ArrayLike, seed: int | tuple[int, ...], steps: int, batch: tuple[int, ...]) -> Array | None:
    """What is added to each gradient, (T+1, 2, ...); drawn step by step, so that a longer run begins the same."""
    if not np.any(noise):
        return None
    draws = np.random.default_rng(seed).standard_normal((steps + 1, 2))
    return np.asarray(noise) * draws.reshape(steps + 1, 2, *(1,) * len(batch))


def _updates(
    surface: Landscape, rule: Optimizer, point: Array, rates: Array, errors: Array | None
) -> Iterator[tuple[Array, Array, Any]]:
    """For each update the gradient it was given, and the point and the memory after it."""
    state = rule.init(point)
    for t, rate in enumerate(rates.tolist() if rates.ndim == 1 else rates):
        gradient = surface.gradient(point)
        if errors is not None:
            gradient = gradient + errors[t]
        point, state = rule.step(point, gradient, state, rate)
        yield gradient, point, state


def _last_finite(surface: Landscape, rule: Optimizer, first: Array, rates: Array, errors: Array | None) -> Array:
    last = first.copy()
    for _, point, _ in _updates(surface, rule, first, rates, errors):
        finite = np.isfinite(point).all(axis=0)
        if not finite.any():
            break
        last = np.where(finite, point, last)
    return last


def _record(
    surface: Landscape, rule: Optimizer, points: Array, gradients: Array, rates: Array, states: list[Any]
) -> Trajectory:
    """Stacks what was seen, coordinates first, and cuts every lane at its last finite point."""
    requested = len(rates)
    finite = np.isfinite(points).all(axis=1)
    lengths = np.where(finite.all(axis=0), requested, finite.argmin(axis=0) - 1)
    longest = int(lengths.max(initial=0))
    after_the_end = np.arange(longest + 1).reshape(-1, *(1,) * lengths.ndim) > lengths

    points = np.ascontiguousarray(np.moveaxis(points[: longest + 1], 0, 1))
    gradients = np.ascontiguousarray(np.moveaxis(gradients[: longest + 1], 0, 1))
    if after_the_end.any():
        points[:, after_the_end] = np.nan
        gradients[:, after_the_end] = np.nan
    empty = rule.init(points[:, 0])
    memory = (
        np.array([s[i] for s in states[:longest]]) if longest else np.empty((0, *np.shape(field)))
        for i, field in enumerate(empty)
    )
    return Trajectory(
        surface=surface,
        points=points,
        values=np.asarray(surface.value(points)),
        gradients=gradients,
        learning_rates=np.ascontiguousarray(rates[:longest]),
        states=type(empty)(*(np.ascontiguousarray(np.moveaxis(m, 0, 1)) if m.ndim > 1 else m for m in memory)),
        lengths=np.asarray(lengths),
        requested=requested,
    )
