"""Contour levels that show the shape of any surface, and the height of a loss on their scale.

Equal steps in loss show a bowl well and nothing of Rosenbrock, whose window spans five orders of
magnitude. So the levels are chosen from the surface, and the map draws `height`: 0 at the lowest
level, 1 at the next, and so on, a monotone scale on which every interval between two levels is as
wide as every other.
"""

import numpy as np

INTERVALS = 14
"""Contour intervals on the map: as many as the eye still tells apart in a quiet fill."""

FLOOR_QUANTILE = 0.006
"""The first ring around a minimum encloses this part of the map; below it lies one interval."""


def choose_levels(z: np.ndarray, lowest: float | None) -> np.ndarray:
    """Choose the true losses at which contours are drawn: (...) -> (L,), strictly increasing, with L at least 2.

    With a known lowest value the excess above it is spaced by its logarithm; without one, every
    interval takes the same part of the map. Values that are not finite are left out.

    >>> choose_levels(np.array([[3.0, 3.0]]), None)
    array([2.5, 3.5])
    """
    finite = np.asarray(z, dtype=float)[np.isfinite(z)]
    if finite.size == 0:
        return np.array([0.0, 1.0])
    levels = _by_quantile(finite) if lowest is None else _by_logarithm(finite, lowest)
    distinct = np.unique(levels)
    if distinct.size < 2:
        return np.array([finite.min() - 0.5, finite.max() + 0.5])
    return distinct


def height_on(levels: np.ndarray, z: np.ndarray) -> np.ndarray:
    """Measure `z` in levels: (...) -> (...), from 0 at the first level to len(levels) − 1 at the last."""
    return np.interp(z, levels, np.arange(levels.size, dtype=float))


def _by_quantile(finite: np.ndarray) -> np.ndarray:
    return np.quantile(finite, np.linspace(0.0, 1.0, INTERVALS + 1))


def _by_logarithm(finite: np.ndarray, lowest: float) -> np.ndarray:
    excess = np.maximum(finite - lowest, 0.0)
    first, last = np.quantile(excess, FLOOR_QUANTILE), excess.max()
    if not 0.0 < first < last:
        return _by_quantile(finite)
    return lowest + np.concatenate([[0.0], np.geomspace(first, last, INTERVALS)])
