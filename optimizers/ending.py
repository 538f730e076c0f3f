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


def ending(surface: LossSurface, points: Array, lengths: Any, requested: int) -> Ending:
    """Tell how runs end from their points (2, T+1, ...), of which each has the first `lengths` (...) updates.

    A run of fewer updates than were `requested` has diverged, unless the loss is not defined where it ended.
    """
    lengths = np.asarray(lengths)
    with np.errstate(all="ignore"):
        point, before = (_at(points, np.maximum(lengths - back, 0)) for back in (0, 1))
        gradient, step, loss = surface.gradient(point), point - before, surface.value(point)
        eigenvalues, directions = _curvatures(surface.hessian(point))
        last_steps = np.where(lengths > 0, norms(step), np.nan)
        left = _left_for_good(surface.window, points, point)
        stands = (left == 0) & (last_steps < STANDING * _diagonal(surface.window))
        runs_away = ~is_inside(surface.window, point) & _runs_away(surface, points[:, 0], loss)
        # Far away a loss may overflow; on the map, or where it is NaN, there is none.
        undefined = np.isnan(loss) | (np.isinf(loss) & is_inside(surface.window, point))
        kinds = np.select(
            (
                undefined,
                lengths < requested,
                _lies_in_a_valley(surface, loss, step, eigenvalues),
                _has_arrived(gradient, step, eigenvalues, directions),
                runs_away & ~stands,
                left > 0,
                stands,
            ),
            (
                OutcomeKind.LEFT_THE_DOMAIN.code,
                OutcomeKind.DIVERGED.code,
                OutcomeKind.GLOBAL_MINIMUM.code,
                _kinds_of_critical_points(surface.lowest, loss, eigenvalues),
                OutcomeKind.DIVERGING.code,
                OutcomeKind.LEFT_THE_MAP.code,
                OutcomeKind.STANDING.code,
            ),
            OutcomeKind.MOVING.code,
        )
    return Ending(kinds, point, last_steps, norms(gradient), eigenvalues, left)


def norms(vectors: Array) -> Array:
    """Return the lengths of vectors at finite points, (2, ...) -> (...): ∞ where a component has overflowed to NaN."""
    with np.errstate(all="ignore"):
        found = np.hypot(*vectors)
    return np.where(np.isnan(found), np.inf, found)


def is_inside(window: Window, points: Array) -> NDArray[np.bool]:
    """Return whether points lie on the map: (2, ...) -> (...)."""
    return np.all([(low <= c) & (c <= high) for c, (low, high) in zip(points, window, strict=True)], axis=0)


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


def _runs_away(surface: LossSurface, first: Array, loss: Array) -> NDArray[np.bool]:
    """Whether the loss grows without bound; on a surface without a lowest value it may fall without bound."""
    floor = 0.0 if surface.lowest is None else surface.lowest
    return ~(loss <= floor + RUNAWAY * np.maximum(surface.value(first) - floor, 1e-12))


def _curvatures(hessian: Array) -> tuple[Array, Array]:
    """Return the Hessians' eigenvalues (..., 2), smaller first, and their eigenvectors as columns (..., 2, 2).

    Both are NaN where a Hessian has overflowed.
    """
    matrices = np.moveaxis(hessian, (0, 1), (-2, -1))
    finite = np.asarray(np.isfinite(matrices).all(axis=(-2, -1), keepdims=True))
    found = np.linalg.eigh(np.where(finite, matrices, 0.0))
    eigenvalues = np.where(finite[..., 0], found.eigenvalues, np.nan)
    return eigenvalues, np.where(finite, found.eigenvectors, np.nan)


def _has_arrived(gradient: Array, step: Array, eigenvalues: Array, directions: Array) -> NDArray[np.bool]:
    """Whether a critical point is within reach in every direction, and the last step does not merely fly past.

    A run that bounces around a minimum within reach takes steps of up to twice the reach.
    """
    along = np.abs(np.einsum("...ij,i...->...j", directions, gradient))
    return np.all(along < ARRIVED * np.abs(eigenvalues), axis=-1) & _is_short(step)


def _lies_in_a_valley(surface: LossSurface, loss: Array, step: Array, eigenvalues: Array) -> NDArray[np.bool]:
    """Whether a curve of lowest points is within reach: along it nothing is curved, across it the loss tells."""
    if not surface.has_valley or surface.lowest is None:
        return np.zeros(loss.shape, bool)
    return (loss - surface.lowest <= ARRIVED**2 / 2.0 * eigenvalues[..., 1]) & _is_short(step)


def _is_short(step: Array) -> NDArray[np.bool]:
    return np.all(np.abs(step) <= 2.0 * ARRIVED, axis=0)


def _kinds_of_critical_points(lowest: float | None, loss: Array, eigenvalues: Array) -> NDArray[np.intp]:
    """Name critical points by the signs of the eigenvalues (..., 2), smaller first, and minima by their losses."""
    low, high = np.moveaxis(eigenvalues, -1, 0)
    # The quadratic model bounds how far the loss within reach can lie above that of the minimum.
    slack = ARRIVED**2 * high + 1e-12
    is_lowest = np.zeros(loss.shape, bool) if lowest is None else loss <= lowest + slack
    return np.select(
        (high < 0.0, low <= 0.0, is_lowest),
        (OutcomeKind.MAXIMUM.code, OutcomeKind.SADDLE.code, OutcomeKind.GLOBAL_MINIMUM.code),
        OutcomeKind.LOCAL_MINIMUM.code,
    )


def _diagonal(window: Window) -> float:
    return float(np.linalg.norm([high - low for low, high in window]))
