"""What became of a run: a kind and a sentence with its numbers.

A small gradient alone proves nothing: it is small at saddles, on plateaus and along flat valleys too. The Hessian's
eigenvalues say how far the nearest critical point is in each direction, |gᵢ/λᵢ|, and what kind it is.
"""

from enum import Enum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from parameters import format_number

Array = NDArray[np.float64]

ARRIVED = 1e-2
"""A run has arrived when the quadratic model puts the critical point nearer than this in every direction."""

RUNAWAY = 1e3
"""A run that has left the map is diverging when its loss exceeds this multiple of where it started."""

STANDING = 1e-7
"""A run stands still when its last step is shorter than this part of the window's diagonal."""


class Kind(Enum):
    """The ways a run can end."""

    GLOBAL_MINIMUM = "reached the global minimum"
    LOCAL_MINIMUM = "reached a local minimum"
    SADDLE = "stopped at a saddle"
    MAXIMUM = "stopped at a maximum"
    STANDING = "standing still"
    MOVING = "still moving"
    LEFT = "left the map"
    DIVERGING = "diverging"
    DIVERGED = "diverged"

    @property
    def key(self) -> str:
        """The kind's name where it travels: "global-minimum", "left"."""
        return self.name.lower().replace("_", "-")


class Outcome(NamedTuple):
    """How a run ended: the kind, a sentence with the numbers, and the point's own numbers.

    `step` is the update at which the run diverged, or after which it never came back to the map; else None.
    """

    kind: Kind
    sentence: str
    gradient_norm: float
    eigenvalues: tuple[float, float]
    step: int | None = None

    def __str__(self) -> str:
        return self.sentence


_SENTENCES = {
    Kind.GLOBAL_MINIMUM: "Reached the global minimum near {place} with loss {loss} after {steps} steps ({numbers}).",
    Kind.LOCAL_MINIMUM: "Reached a local minimum, not the lowest one, near {place} with loss {loss} ({numbers}).",
    Kind.SADDLE: "Stopped at a saddle near {place} with loss {loss} ({numbers}).",
    Kind.MAXIMUM: "Stopped at a maximum near {place} with loss {loss} ({numbers}).",
    Kind.STANDING: "Standing still off any critical point: at {place}, loss {loss}, last step {last} ({numbers}).",
    Kind.MOVING: "Still moving after {steps} steps: at {place} with loss {loss}, last step {last} long ({numbers}).",
    Kind.LEFT: "Left the map{since}: after {steps} steps at {place} with loss {loss}.",
    Kind.DIVERGING: "Diverging: left the map{since}, and after {steps} steps at {place} with loss {loss}.",
    Kind.DIVERGED: "Diverged at step {next}: the last finite point is {place} with loss {loss}.",
}


def judge(surface: Any, points: Array, values: Array, *, diverged: bool) -> Outcome:
    """The outcome of one run from its points (2, T+1) and their losses (T+1,)."""
    point, steps = points[:, -1], points.shape[1] - 1
    with np.errstate(all="ignore"):
        gradient, hessian = surface.gradient(point), surface.hessian(point)
        last_step = points[:, -1] - points[:, -2] if steps else None
        eigenvalues, directions = _curvatures(hessian)
        kind = (
            Kind.DIVERGED
            if diverged
            else _kind(surface, point, values[-1], gradient, last_step, eigenvalues, directions)
        )
        if kind is Kind.LEFT and _runs_away(surface.lowest, values):
            kind = Kind.DIVERGING
        norm, last = (float(np.linalg.norm(v)) for v in (gradient, np.zeros(2) if last_step is None else last_step))
    low, high = (float(e) for e in eigenvalues)
    left = _left_for_good(surface.window, points)
    step = {Kind.DIVERGED: steps + 1, Kind.LEFT: left, Kind.DIVERGING: left}.get(kind)
    sentence = _SENTENCES[kind].format(
        place=f"({format_number(point[0], 3)}, {format_number(point[1], 3)})",
        loss=format_number(values[-1], 4),
        steps=steps,
        next=steps + 1,
        since=f" at step {left}" if left else "",
        last=format_number(last, 2),
        numbers=f"|∇L| = {format_number(norm, 2)}, eigenvalues {format_number(low, 3)} and {format_number(high, 3)}",
    )
    return Outcome(kind, sentence, norm, (low, high), step)


def _left_for_good(window: Any, points: Array) -> int | None:
    """The first step of the time outside the map that lasts to the end; None for a run that began outside it."""
    inside = np.all([(low <= c) & (c <= high) for c, (low, high) in zip(points, window, strict=True)], axis=0)
    return int(np.flatnonzero(inside)[-1]) + 1 if inside.any() and not inside[-1] else None


def _runs_away(lowest: float | None, values: Array) -> bool:
    """Whether the loss grows without bound upwards; downwards is what a surface without a lowest value asks for."""
    floor = 0.0 if lowest is None else lowest
    return not values[-1] <= floor + RUNAWAY * max(values[0] - floor, 1e-12)


def _curvatures(hessian: Array) -> tuple[Array, Array]:
    """The Hessian's eigenvalues, smaller first, and their directions as columns; NaN where it has overflowed."""
    if not np.isfinite(hessian).all():
        return np.full(2, np.nan), np.full((2, 2), np.nan)
    found = np.linalg.eigh(hessian)
    return found.eigenvalues, found.eigenvectors


def _kind(
    surface: Any,
    point: Array,
    value: float,
    gradient: Array,
    last_step: Array | None,
    eigenvalues: Array,
    directions: Array,
) -> Kind:
    distances = np.abs(directions.T @ gradient)
    near = bool(np.all(distances < ARRIVED * np.abs(eigenvalues)))
    # A run that bounces around a minimum within reach takes steps of up to twice the reach; a longer one flies past.
    if near and (last_step is None or bool(np.all(np.abs(last_step) <= 2.0 * ARRIVED))):
        return _kind_of_critical_point(surface.lowest, value, eigenvalues)
    if any(not low <= coordinate <= high for coordinate, (low, high) in zip(point, surface.window, strict=True)):
        return Kind.LEFT
    diagonal = np.linalg.norm([high - low for low, high in surface.window])
    stands = last_step is not None and np.linalg.norm(last_step) < STANDING * diagonal
    return Kind.STANDING if stands else Kind.MOVING


def _kind_of_critical_point(lowest: float | None, value: float, eigenvalues: Array) -> Kind:
    low, high = eigenvalues
    if high < 0.0:
        return Kind.MAXIMUM
    if low <= 0.0:
        return Kind.SADDLE
    # The quadratic model bounds how far the loss within reach can lie above that of the minimum.
    slack = ARRIVED**2 * high + 1e-12
    return Kind.GLOBAL_MINIMUM if lowest is not None and value <= lowest + slack else Kind.LOCAL_MINIMUM
