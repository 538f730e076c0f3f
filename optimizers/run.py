"""The only loop over steps: run a rule on a surface from a start."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from optimizers.blocks import Blocks
from optimizers.gradients import Draw, Gradients, Noisy, Seed
from optimizers.loss_surface import Array, LossSurface
from optimizers.optimizer import Optimizer, Step
from optimizers.schedules import Schedule
from optimizers.schedules.constant import Constant
from optimizers.trajectory import Trajectory, record
from parameters import declared

MAX_STEPS = 100_000
"""The largest number of updates in a run: more than a page can draw or a lecture can use."""


def run(
    surface: LossSurface,
    rule: Optimizer,
    start: ArrayLike,
    steps: int,
    schedule: Schedule | None = None,
    *,
    gradients: Gradients | None = None,
    noise: ArrayLike = 0.0,
    seed: Seed = 0,
    state: Any = None,
    made: int = 0,
) -> Trajectory:
    """Run `steps` updates from `start`, and record every point, gradient, rate and state.

    `start` is one point (2,) or a batch (2, ...). Hyper-parameters, fields of the schedule and `noise` may be arrays of
    the batch's shape, for a sweep. `noise` and `seed` are short for `gradients=Noisy(noise, seed)`; without any of the
    three, gradients are exact.

    A run goes on where another was after `made` updates if it is given the point, and the rule's `state`: the next
    update is number `made` + 1 for schedule, noise and batches (see `branch`).

    A run that diverges ends at its last finite point. Raises ValueError if the start has a coordinate that is not
    finite, if `steps` or `made` is not a whole number from 0 to 100,000, if the state is that of another rule, if
    `noise` is negative or not finite, or if `gradients` are given together with `noise` or `seed`.
    """
    source = _source(gradients, noise, seed)
    first, rates, draw = _prepare(surface, rule, start, steps, schedule or Constant(), source, made)
    points, recorded, states = [first], [], []
    with np.errstate(all="ignore"):
        for gradient, point, after in _updates(rule.on(surface), first, rates, draw, _begun(rule, first, state)):
            recorded.append(gradient)
            points.append(point)
            states.append(after)
        last = draw.functions[-1](points[-1])
        recorded.append(last if draw.errors is None else last + draw.errors[-1])
        return record(surface, rule, np.array(points), np.array(recorded), rates, states, draw.batches)


def final_points(
    surface: LossSurface,
    rule: Optimizer,
    start: ArrayLike,
    steps: int,
    schedule: Schedule | None = None,
    *,
    gradients: Gradients | None = None,
    noise: ArrayLike = 0.0,
    seed: Seed = 0,
) -> Array:
    """Return the last finite point of each lane, (2, ...), like `run` but without recording the way there.

    A large batch is run in blocks on all cores: the functions of surface, rule and gradients must allow for threads.
    """
    source = _source(gradients, noise, seed)
    first, rates, draw = _prepare(surface, rule, start, steps, schedule or Constant(), source)
    blocks = Blocks(first.shape[1:])
    return blocks.map(
        lambda part: _final_points(
            surface,
            blocks.of_fields(rule, part),
            blocks.of(first, part),
            rates if rates.ndim == 1 else blocks.of(rates, part),
            draw if draw.errors is None else draw._replace(errors=blocks.of(draw.errors, part)),
        )
    )


def _final_points(surface: LossSurface, rule: Optimizer, first: Array, rates: Array, draw: Draw) -> Array:
    point, step = first, rule.on(surface)
    with np.errstate(all="ignore"):
        for update in _updates(step, first, rates, draw, rule.init(first)):
            _, point, _ = update
        # Once a coordinate is inf or NaN it never becomes finite again, so only these lanes need the walk step by step.
        lost = ~np.isfinite(point).all(axis=0)
        if lost.any():
            point = point.copy()
            point[:, lost] = _last_finite(step, first, rates, draw, rule.init(first))[:, lost]
    return point


def _source(gradients: Gradients | None, noise: ArrayLike, seed: Seed) -> Gradients:
    """Return the source of gradients that the arguments of a run describe."""
    if gradients is None:
        numbers: Any = np.asarray(noise)
        return Noisy(numbers if numbers.ndim else numbers.item(), seed)
    if np.any(noise) or seed != 0:
        raise ValueError(
            "run: noise and seed must stay out when gradients are given, as in gradients=Noisy(noise=0.5, seed=1), "
            f"but gradients={gradients!r}, noise={noise!r} and seed={seed!r} were given."
        )
    return gradients


def _prepare(
    surface: LossSurface,
    rule: Optimizer,
    start: ArrayLike,
    steps: int,
    schedule: Schedule,
    gradients: Gradients,
    made: int = 0,
) -> tuple[Array, Array, Draw]:
    """Return the start spread over the batch (2, ...), the rates (T,) or (T, ...), and the gradients.

    They are those of the updates after the first `made`.
    """
    point = _check("start", start, "two finite coordinates, or arrays of them", lambda p: p.shape[:1] == (2,))
    for name, count in (("steps", steps), ("made", made)):
        _check(
            name,
            count,
            f"a whole number from 0 to {MAX_STEPS}",
            lambda s: s.ndim == 0 and 0 <= s <= MAX_STEPS and s % 1 == 0,
        )
    swept = [np.shape(getattr(chosen, name)) for chosen in (rule, schedule, gradients) for name in declared(chosen)]
    batch = np.broadcast_shapes(point.shape[1:], *swept)
    missing_axes = (1,) * (len(batch) + 1 - point.ndim)
    point = np.array(np.broadcast_to(point.reshape(2, *missing_axes, *point.shape[1:]), (2, *batch)))

    # glibc gives large freed blocks back to the system, so that every temporary of a batch would be paged in anew.
    # Having freed one block larger than all of them together, it keeps them: three times faster with 40,000 starts.
    np.empty(min(16 * point.size, 4_000_000))
    last = int(made) + int(steps)
    draw = gradients.draw(surface, last, batch)
    return point, _rates(rule, int(made), last, schedule, batch), draw.after(int(made)) if made else draw


def _begun(rule: Optimizer, point: Array, state: Any) -> Any:
    """Return the state that a run begins with: the given one, if it is the rule's, or else zeros."""
    zeros = rule.init(point)
    if state is None:
        return zeros
    if not isinstance(state, type(zeros)):
        raise ValueError(
            f"run: state must be None or of {type(zeros).__name__}, the state of {type(rule).__name__}, "
            f"but {state!r} was given."
        )
    return state


def _check(name: str, value: Any, wanted: str, fits: Callable[[Array], Any]) -> Array:
    """Return the argument as finite numbers; raise ValueError with a sentence if it has others or does not fit."""
    try:
        numbers = np.array(value, dtype=float)
    except (TypeError, ValueError):
        numbers = np.array(np.nan)
    if not np.isfinite(numbers).all() or not fits(numbers):
        raise ValueError(f"run: {name} must be {wanted}, but {value!r} was given.")
    return numbers


def _rates(rule: Optimizer, made: int, last: int, schedule: Schedule, batch: tuple[int, ...]) -> Array:
    """Return the rate of each update after the first `made`: (T,) if all lanes share it, else (T, ...)."""
    swept = (rule.learning_rate, *(getattr(schedule, f.name) for f in fields(schedule)))
    axes = len(np.broadcast_shapes(*(np.shape(value) for value in swept)))
    t = np.arange(made + 1, last + 1).reshape(-1, *(1,) * (len(batch) if axes else 0))
    rates = schedule.rate(rule.learning_rate, t)
    return np.broadcast_to(rates, (last - made, *batch)) if axes else rates


def _updates(step: Step, point: Array, rates: Array, draw: Draw, state: Any) -> Iterator[tuple[Array, Array, Any]]:
    """Yield the gradient of each update, and the point and the state after it."""
    functions, errors, _ = draw
    numbers = rates.tolist() if rates.ndim == 1 else rates
    # The last function and error belong to the last point, which no update starts from.
    for rate, gradient_at, error in zip(numbers, functions, repeat(None) if errors is None else errors, strict=False):
        gradient = gradient_at(point)
        if error is not None:
            gradient = gradient + error
        point, state = step(point, gradient, state, rate)
        yield gradient, point, state


def _last_finite(step: Step, first: Array, rates: Array, draw: Draw, state: Any) -> Array:
    """Walk again from `first` (2, ...), and return the last finite point of each lane, (2, ...)."""
    last = first.copy()
    for _, point, _ in _updates(step, first, rates, draw, state):
        finite = np.isfinite(point).all(axis=0)
        if not finite.any():
            break
        last = np.where(finite, point, last)
    return last
