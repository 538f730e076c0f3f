"""The outcome of a run: its kind, and a sentence with the numbers.

A small gradient alone proves nothing: it is small at saddles, on plateaus and along flat valleys too. The eigenvalues
of the Hessian give the distance to the nearest critical point in each direction, |gᵢ/λᵢ|, and its kind.
"""

from enum import Enum
from typing import Any, NamedTuple

import numpy as np

from optimizers.loss_surface import Array, LossSurface, Window
from parameters import format_number

ARRIVED = 1e-2
"""The largest distance to a critical point, by the quadratic model in every direction, of a run that has arrived."""

RUNAWAY = 1e3
"""The multiple of its first loss above which a run that is outside the map counts as diverging."""

STANDING = 1e-7
"""The fraction of the window's diagonal below which the last step counts as standing still."""


class OutcomeKind(Enum):
    """The ways a run can end; the value is how the page words it."""

    GLOBAL_MINIMUM = "reached the global minimum"
    LOCAL_MINIMUM = "reached a local minimum"
    SADDLE = "stopped at a saddle"
    MAXIMUM = "stopped at a maximum"
    STANDING = "standing still"
    MOVING = "still moving"
    LEFT_THE_MAP = "left the map"
    DIVERGING = "diverging"
    DIVERGED = "diverged"

    @property
    def key(self) -> str:
        """The name on the wire: "global-minimum", "left-the-map"."""
        return self.name.lower().replace("_", "-")


_UNDERWAY = (OutcomeKind.LEFT_THE_MAP, OutcomeKind.MOVING)
"""The kinds that are diverging instead, where the loss outside the map has grown without bound."""


class Outcome(NamedTuple):
    """The end of a run: its kind, a sentence, and the size of the gradient and the eigenvalues at the last point.

    `step` is the update at which the run diverged, or left the map for good; otherwise None.
    """

    kind: OutcomeKind
    sentence: str
    gradient_norm: float
    eigenvalues: tuple[float, float]
    step: int | None = None

    def __str__(self) -> str:
        return self.sentence


_SENTENCES = {
    OutcomeKind.GLOBAL_MINIMUM: (
        "Reached the global minimum near {place} with loss {loss} after {steps} steps ({numbers})."
    ),
    OutcomeKind.LOCAL_MINIMUM: (
        "Reached a local minimum, not the global one, near {place} with loss {loss} ({numbers})."
    ),
    OutcomeKind.SADDLE: "Stopped at a saddle near {place} with loss {loss} ({numbers}).",
    OutcomeKind.MAXIMUM: "Stopped at a maximum near {place} with loss {loss} ({numbers}).",
    OutcomeKind.STANDING: (
        "Standing still, though not at a critical point: at {place}{outside}, with loss {loss}; the last step had"
        " length {last} ({numbers})."
    ),
    OutcomeKind.MOVING: (
        "Still moving after {steps} steps: at {place}{outside}{comma} with loss {loss}; the last step had length {last}"
        " ({numbers})."
    ),
    OutcomeKind.LEFT_THE_MAP: "Left the map at step {left}: after {steps} steps at {place} with loss {loss}.",
    OutcomeKind.DIVERGING: "Diverging: {left_the_map}after {steps} steps at {place} with loss {loss}.",
    OutcomeKind.DIVERGED: "Diverged at step {next}: the last finite point is {place} with loss {loss}.",
}


def norms(vectors: Array) -> Array:
    """Return the lengths of vectors at finite points, (2, ...) -> (...): ∞ where a component has overflowed to NaN."""
    with np.errstate(all="ignore"):
        found = np.hypot(*vectors)
    return np.where(np.isnan(found), np.inf, found)


def judge(surface: LossSurface, points: Array, values: Array, *, diverged: bool) -> Outcome:
    """Judge one run by its points (2, T+1) and their losses (T+1,)."""
    point, steps = points[:, -1], points.shape[1] - 1
    with np.errstate(all="ignore"):
        gradient, hessian = surface.gradient(point), surface.hessian(point)
        last_step = points[:, -1] - points[:, -2] if steps else None
        eigenvalues, directions = _curvatures(hessian)
        left = _left_for_good(surface.window, points)
        outside = not _inside(surface.window, point)
        kind = (
            OutcomeKind.DIVERGED
            if diverged
            else _kind(surface, values[-1], gradient, last_step, eigenvalues, directions, left)
        )
        if kind in _UNDERWAY and outside and _runs_away(surface.lowest, values):
            kind = OutcomeKind.DIVERGING
        norm, last = (float(norms(v)) for v in (gradient, np.zeros(2) if last_step is None else last_step))
    low, high = (float(e) for e in eigenvalues)
    step = {OutcomeKind.DIVERGED: steps + 1, OutcomeKind.LEFT_THE_MAP: left, OutcomeKind.DIVERGING: left}.get(kind)
    words = _words(point, values[-1], steps, left, last, norm, (low, high), outside=outside)
    return Outcome(kind, _SENTENCES[kind].format_map(words), norm, (low, high), step)


def _words(
    point: Array,
    loss: float,
    steps: int,
    left: int | None,
    last: float,
    norm: float,
    eigenvalues: tuple[float, float],
    *,
    outside: bool,
) -> dict[str, Any]:
    """Return what fills a sentence, by placeholder; `left` is the step that left the map, `last` a length."""
    low, high = (format_number(e, 3) for e in eigenvalues)
    return {
        "place": f"({format_number(point[0], 3)}, {format_number(point[1], 3)})",
        "loss": format_number(loss, 4),
        "steps": steps,
        "next": steps + 1,
        "left": left,
        "left_the_map": f"left the map at step {left}, and " if left else "",
        "outside": ", outside the map" if outside else "",
        "comma": "," if outside else "",
        "last": format_number(last, 2),
        "numbers": f"|∇L| = {format_number(norm, 2)}, eigenvalues {low} and {high}",
    }


def _left_for_good(window: Window, points: Array) -> int | None:
    """Find the step at which a run left the map and never came back; None if it stayed, or was always outside."""
    inside = _inside(window, points)
    return int(np.flatnonzero(inside)[-1]) + 1 if inside.any() and not inside[-1] else None


def _inside(window: Window, points: Array) -> Array:
    """Return whether points lie on the map: (2, ...) -> (...)."""
    return np.all([(low <= c) & (c <= high) for c, (low, high) in zip(points, window, strict=True)], axis=0)


def _runs_away(lowest: float | None, values: Array) -> bool:
    """Whether the loss grows without bound; on a surface without a lowest value it may fall without bound."""
    floor = 0.0 if lowest is None else lowest
    return not values[-1] <= floor + RUNAWAY * max(values[0] - floor, 1e-12)


def _curvatures(hessian: Array) -> tuple[Array, Array]:
    """Return the Hessian's eigenvalues, smaller first, and its eigenvectors as columns; NaN if it has overflowed."""
    if not np.isfinite(hessian).all():
        return np.full(2, np.nan), np.full((2, 2), np.nan)
    found = np.linalg.eigh(hessian)
    return found.eigenvalues, found.eigenvectors


def _kind(
    surface: LossSurface,
    value: float,
    gradient: Array,
    last_step: Array | None,
    eigenvalues: Array,
    directions: Array,
    left: int | None,
) -> OutcomeKind:
    """Judge a finite run by gradient (2,), last step (2,), eigenvalues (2,) and eigenvectors (2, 2) at its last point.

    `left` is the step at which it left the map for good: a run that began outside has not left it.
    """
    distances = np.abs(directions.T @ gradient)
    near = bool(np.all(distances < ARRIVED * np.abs(eigenvalues)))
    # A run that bounces around a minimum within reach takes steps of up to twice the reach; a longer one flies past.
    if near and (last_step is None or bool(np.all(np.abs(last_step) <= 2.0 * ARRIVED))):
        return _kind_of_critical_point(surface.lowest, value, eigenvalues)
    if left is not None:
        return OutcomeKind.LEFT_THE_MAP
    diagonal = np.linalg.norm([high - low for low, high in surface.window])
    stands = last_step is not None and norms(last_step) < STANDING * diagonal
    return OutcomeKind.STANDING if stands else OutcomeKind.MOVING


def _kind_of_critical_point(lowest: float | None, value: float, eigenvalues: Array) -> OutcomeKind:
    """Name a critical point by the signs of the eigenvalues (2,), smaller first, and a minimum by its loss."""
    low, high = eigenvalues
    if high < 0.0:
        return OutcomeKind.MAXIMUM
    if low <= 0.0:
        return OutcomeKind.SADDLE
    # The quadratic model bounds how far the loss within reach can lie above that of the minimum.
    slack = ARRIVED**2 * high + 1e-12
    return OutcomeKind.GLOBAL_MINIMUM if lowest is not None and value <= lowest + slack else OutcomeKind.LOCAL_MINIMUM
