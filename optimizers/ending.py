"""How runs end, told from their last points: one run, or every lane of a batch.

A small gradient alone proves nothing: it is small at saddles, on plateaus and along flat valleys too. The eigenvalues
of the Hessian give the distance to the nearest critical point in each direction, |gᵢ/λᵢ|, and its kind.
"""

from enum import Enum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizers.loss_surface import Array, LossSurface, Window

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
    LEFT_THE_DOMAIN = "left the domain"

    @property
    def key(self) -> str:
        """The name on the wire: "global-minimum", "left-the-map"."""
        return self.name.lower().replace("_", "-")

    @property
    def code(self) -> int:
        """Its place among the kinds, for arrays of them."""
        return list(OutcomeKind).index(self)

    @property
    def is_minimum(self) -> bool:
        """Whether a run ends at a minimum."""
        return self in {OutcomeKind.GLOBAL_MINIMUM, OutcomeKind.LOCAL_MINIMUM}

    @property
    def has_arrived(self) -> bool:
        """Whether a run ends at a critical point."""
        return self.is_minimum or self in {OutcomeKind.SADDLE, OutcomeKind.MAXIMUM}


class Ending(NamedTuple):
    """How the runs of a batch (...) end, and the numbers that tell it."""

    kinds: NDArray[np.intp]
    """(...): the code of an `OutcomeKind` each."""
    points: Array
    """(2, ...): the last finite points."""
    last_steps: Array
    """(...): the lengths of the last updates; NaN where there was none."""
    gradient_norms: Array
    """(...): the sizes of the gradients there."""
    eigenvalues: Array
    """(..., 2): those of the Hessians there, smaller first; NaN where one has overflowed."""
    left: NDArray[np.intp]
    """(...): the update that left the map for good; 0 where a run stayed, or was always outside."""


class Last(NamedTuple):
    """What tells how runs (...) end, at their last finite points; as numbers that can be traced, too."""

    point: Any
    """(2, ...)"""
    step: Any
    """(2, ...): the last update; 0 where there was none."""
    loss: Any
    first_loss: Any
    gradient: Any
    """(2, ...)"""
    hessian: Any
    """(2, 2, ...)"""
    left: Any
    """(...): the update that left the map for good; 0 where a run stayed, or was always outside."""
    made: Any
    """(...): the number of updates."""


def ending(surface: LossSurface, points: Array, lengths: Any, requested: int) -> Ending:
    """Tell how runs end from their points (2, T+1, ...), of which each has the first `lengths` (...) updates.

    A run of fewer updates than were `requested` has diverged, unless the loss is not defined where it ended.
    """
    lengths = np.asarray(lengths)
    lowest = np.nan if surface.lowest is None else surface.lowest
    with np.errstate(all="ignore"):
        point, before = (_at(points, np.maximum(lengths - back, 0)) for back in (0, 1))
        last = Last(
            point=point,
            step=point - before,
            loss=surface.value(point),
            first_loss=surface.value(points[:, 0]),
            gradient=surface.gradient(point),
            hessian=surface.hessian(point),
            left=_left_for_good(surface.window, points, point),
            made=lengths,
        )
        eigenvalues, _ = _curvatures(last.hessian)
        kinds = kinds_of(last, requested, surface.window, lowest, lowest if surface.has_valley else np.nan)
    last_steps = np.where(lengths > 0, norms(last.step), np.nan)
    return Ending(kinds, point, last_steps, norms(last.gradient), np.stack(eigenvalues, axis=-1), last.left)


def kinds_of(last: Last, requested: Any, window: Any, lowest: Any, valley: Any) -> Any:
    """Tell from their last points the codes of the ways in which runs (...) end that were to make `requested` updates.

    `lowest` is NaN where a surface has no lowest value, and `valley`, the loss along a curve of lowest points, where it
    has no such curve. Browsers have this code, too (`tracing/`).
    """
    eigenvalues, directions = _curvatures(last.hessian)
    inside = is_inside(window, last.point)
    # Far away a loss may overflow; on the map, or where it is NaN, there is none.
    undefined = np.isnan(last.loss) | (~np.isfinite(last.loss) & inside)
    stands = (last.left <= 0) & (last.made > 0) & (np.hypot(*last.step) < STANDING * _diagonal(window))
    return np.select(
        (
            undefined,
            last.made < requested,
            _lies_in_a_valley(last, valley, eigenvalues),
            _has_arrived(last, eigenvalues, directions),
            ~inside & _runs_away(last, lowest) & ~stands,
            last.left > 0,
            stands,
        ),
        (
            OutcomeKind.LEFT_THE_DOMAIN.code,
            OutcomeKind.DIVERGED.code,
            OutcomeKind.GLOBAL_MINIMUM.code,
            _kinds_of_critical_points(last.loss, lowest, eigenvalues),
            OutcomeKind.DIVERGING.code,
            OutcomeKind.LEFT_THE_MAP.code,
            OutcomeKind.STANDING.code,
        ),
        OutcomeKind.MOVING.code,
    )


def norms(vectors: Array) -> Array:
    """Return the lengths of vectors at finite points, (2, ...) -> (...): ∞ where a component has overflowed to NaN."""
    with np.errstate(all="ignore"):
        found = np.hypot(*vectors)
    return np.where(np.isnan(found), np.inf, found)


def is_inside(window: Any, points: Any) -> Any:
    """Return whether points lie on the map: (2, ...) -> (...)."""
    (left, right), (bottom, top) = window
    x, y = points
    return (left <= x) & (x <= right) & (bottom <= y) & (y <= top)


def _at(points: Array, steps: NDArray[np.intp]) -> Array:
    """Take from each lane of (2, T+1, ...) the point after so many updates (...): (2, ...)."""
    return np.take_along_axis(points, np.broadcast_to(steps, (2, 1, *points.shape[2:])), axis=1)[:, 0]


def _left_for_good(window: Window, points: Array, last: Array) -> NDArray[np.intp]:
    """Find the update at which each lane left the map and never came back; 0 where it stayed, or was always outside.

    After its last finite point a lane is NaN, which is not inside.
    """
    inside = is_inside(window, points)
    latest = inside.shape[0] - np.argmax(inside[::-1], axis=0)
    return np.where(inside.any(axis=0) & ~is_inside(window, last), latest, 0)


def _runs_away(last: Last, lowest: Any) -> NDArray[np.bool]:
    """Whether the loss grows without bound; on a surface without a lowest value it may fall without bound."""
    floor = np.where(np.isnan(lowest), 0.0, lowest)
    return ~(last.loss <= floor + RUNAWAY * np.maximum(last.first_loss - floor, 1e-12))


def _curvatures(hessian: Array) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
    """Return the Hessians' two eigenvalues (...), smaller first, and the eigenvectors of the greater one (2, ...).

    All are NaN where a Hessian has overflowed.
    """
    (xx, xy), (_, yy) = hessian
    half = 0.5 * (xx - yy)
    radius = np.hypot(half, xy)
    outer = 0.5 * (xx + yy)
    outer = outer + np.where(outer < 0.0, -radius, radius)
    # The product of the eigenvalues is the determinant: a sum would lose the digits of a much smaller one.
    inner = np.where(outer == 0.0, 0.0, xx / outer * yy - xy / outer * xy)
    across = np.where(half < 0.0, np.abs(xy), half + radius)
    up = np.where(half < 0.0, np.where(xy < 0.0, half - radius, radius - half), xy)
    length = np.where(radius == 0.0, 1.0, np.hypot(across, up))
    direction = (np.where(radius == 0.0, 1.0, across / length), up / length)
    finite = np.isfinite(xx) & np.isfinite(xy) & np.isfinite(yy)
    low, high = (np.where(finite, each, np.nan) for each in (np.minimum(outer, inner), np.maximum(outer, inner)))
    return (low, high), direction


def _has_arrived(last: Last, eigenvalues: tuple[Array, Array], direction: tuple[Array, Array]) -> NDArray[np.bool]:
    """Whether a critical point is within reach in every direction, and the last step does not merely fly past.

    A run that bounces around a minimum within reach takes steps of up to twice the reach.
    """
    (low, high), (across, up), (gx, gy) = eigenvalues, direction, last.gradient
    along_low, along_high = np.abs(across * gy - up * gx), np.abs(across * gx + up * gy)
    near = (along_low < ARRIVED * np.abs(low)) & (along_high < ARRIVED * np.abs(high))
    return near & _is_short(last.step)


def _lies_in_a_valley(last: Last, valley: Any, eigenvalues: tuple[Array, Array]) -> NDArray[np.bool]:
    """Whether a curve of lowest points is within reach: along it nothing is curved, across it the loss tells."""
    return (last.loss - valley <= ARRIVED**2 / 2.0 * eigenvalues[1]) & _is_short(last.step)


def _is_short(step: Any) -> NDArray[np.bool]:
    dx, dy = np.abs(step)
    return (dx <= 2.0 * ARRIVED) & (dy <= 2.0 * ARRIVED)


def _kinds_of_critical_points(loss: Array, lowest: Any, eigenvalues: tuple[Array, Array]) -> Any:
    """Name critical points by the signs of the eigenvalues, smaller first, and minima by their losses."""
    low, high = eigenvalues
    # The quadratic model bounds how far the loss within reach can lie above that of the minimum.
    slack = ARRIVED**2 * high + 1e-12
    return np.select(
        (high < 0.0, low <= 0.0, loss <= lowest + slack),
        (OutcomeKind.MAXIMUM.code, OutcomeKind.SADDLE.code, OutcomeKind.GLOBAL_MINIMUM.code),
        OutcomeKind.LOCAL_MINIMUM.code,
    )


def _diagonal(window: Any) -> Any:
    (left, right), (bottom, top) = window
    return np.hypot(right - left, top - bottom)
