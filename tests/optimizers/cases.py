"""What the tests of rules and runs share: every rule, every surface, and rules that suit a surface."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from lecture.openings import with_suggested_rate
from optimizers import OPTIMIZERS, SCHEDULES, Optimizer, Schedule, Trajectory
from surfaces import SURFACES, Surface
from tests.written_numbers import numbers_in

Array = NDArray[np.float64]

every_rule = pytest.mark.parametrize("key", OPTIMIZERS)
"""Runs a test on the key of each rule."""

every_schedule = pytest.mark.parametrize("schedule", [family() for family in SCHEDULES.values()], ids=list(SCHEDULES))
"""Runs a test on each schedule as it opens."""

every_surface = pytest.mark.parametrize("surface", [family() for family in SURFACES.values()], ids=list(SURFACES))
"""Runs a test on each surface as it opens."""


def rule_of(key: str, **hyperparameters: Any) -> Optimizer:
    """The rule of a key; an array stands for a sweep."""
    return OPTIMIZERS[key](**hyperparameters)


def surface_of(key: str, **shape: Any) -> Surface:
    """The surface of a key."""
    return SURFACES[key](**shape)


def schedule_of(key: str, **fields: Any) -> Schedule:
    """The schedule of a key."""
    return SCHEDULES[key](**fields)


def suited(key: str, surface: Surface) -> Optimizer:
    """A rule at the rate at which it first races on the surface."""
    return with_suggested_rate(OPTIMIZERS[key](), surface)


def start_of(surface: Surface) -> tuple[float, float]:
    """Where the surface opens."""
    return surface.starts[0].point


def assert_same(ours: Trajectory, theirs: Trajectory) -> None:
    """Two runs are the same to the last bit, in everything that they record."""
    np.testing.assert_array_equal(ours.points, theirs.points)
    np.testing.assert_array_equal(ours.values, theirs.values)
    np.testing.assert_array_equal(ours.gradients, theirs.gradients)
    np.testing.assert_array_equal(ours.learning_rates, theirs.learning_rates)
    assert type(ours.states) is type(theirs.states)
    for mine, yours in zip(ours.states, theirs.states, strict=True):
        np.testing.assert_array_equal(mine, yours)
    np.testing.assert_array_equal(ours.lengths, theirs.lengths)
    assert ours.requested == theirs.requested


def assert_close(ours: Trajectory, theirs: Trajectory, tolerance: float) -> None:
    """Two runs are as long as each other and the same to a tolerance, relative above 1 and absolute below."""
    assert ours.steps == theirs.steps
    assert ours.requested == theirs.requested
    for name in ("points", "values", "gradients", "learning_rates"):
        error = relative_error(getattr(ours, name), getattr(theirs, name))
        assert error <= tolerance, f"{name} differ by {error:g}"
    for name in type(theirs.states)._fields:
        error = relative_error(getattr(ours.states, name), getattr(theirs.states, name))
        assert error <= tolerance, f"{name} differs by {error:g}"


def relative_error(ours: Array, theirs: Array) -> float:
    """The largest |ours − theirs| / max(1, |theirs|)."""
    assert np.shape(ours) == np.shape(theirs)
    difference = np.abs(np.asarray(ours) - theirs) / np.maximum(1.0, np.abs(theirs))
    return float(difference.max(initial=0.0))


def says(sentence: str, number: float) -> bool:
    """Whether a sentence contains a number, as exactly as a sentence has to be."""
    return any(np.isclose(found, number, rtol=0.06, equal_nan=True) for found in numbers_in(sentence))
