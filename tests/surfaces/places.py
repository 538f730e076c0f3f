"""Where the surfaces are tested: random places and grids of their windows."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from surfaces import SURFACES, CriticalPoint, Surface

Array = NDArray[np.float64]

every_surface = pytest.mark.parametrize("surface", [family() for family in SURFACES.values()], ids=list(SURFACES))
"""Runs a test on each surface as it opens."""


def random_points(surface: Surface, *batch: int, seed: int = 1) -> Array:
    """Points (2, *batch) anywhere in the window."""
    low, high = np.transpose(surface.window)
    drawn = np.random.default_rng(seed).uniform(low, high, (*batch, 2))
    return np.ascontiguousarray(np.moveaxis(drawn, -1, 0))


def grid(surface: Surface, n: int) -> Array:
    """Points (2, n, n) that span the window."""
    return np.array(np.meshgrid(*(np.linspace(low, high, n) for low, high in surface.window)))


def inside(surface: Surface, point: Any) -> bool:
    """Whether a point lies in the window."""
    return all(low <= coordinate <= high for coordinate, (low, high) in zip(point, surface.window, strict=True))


def at(critical: CriticalPoint) -> Array:
    """The place of a critical point, (2,)."""
    return np.array(critical.point)
