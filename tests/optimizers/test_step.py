"""Each rule's `init` and `step` alone: pure, of any shape, one kind of state per rule."""

import copy
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS
from tests.optimizers.cases import Array, every_rule

SHAPES = [(2,), (2, 7), (2, 3, 4)]


def in_the_middle(key: str, shape: tuple[int, ...], seed: int = 2) -> tuple[Any, Array, Array, Any]:
    """A rule with a point, a gradient and the state that three earlier updates have left."""
    random = np.random.default_rng(seed)
    rule = OPTIMIZERS[key]()
    point = random.standard_normal(shape)
    state = rule.init(point)
    for _ in range(3):
        point, state = rule.step(point, random.standard_normal(shape), state, 0.1)
    return rule, point, random.standard_normal(shape), state


def test_each_rule_is_registered_under_its_key() -> None:
    assert [rule.key for rule in OPTIMIZERS.values()] == list(OPTIMIZERS)
    assert len({rule.title for rule in OPTIMIZERS.values()}) == len(OPTIMIZERS)
    assert all(rule.source for rule in OPTIMIZERS.values())


@every_rule
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_state_starts_at_zero_and_keeps_its_shape(key: str, shape: tuple[int, ...]) -> None:
    rule = OPTIMIZERS[key]()
    empty = rule.init(np.ones(shape))
    _, after = rule.step(np.ones(shape), np.ones(shape), empty, 0.1)
    assert all(not np.any(field) for field in empty)
    assert [np.shape(field) for field in after] == [np.shape(field) for field in empty]
    assert {np.shape(field) for field in empty} <= {shape, ()}
    assert after._fields == empty._fields


@every_rule
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_step_changes_none_of_its_inputs(key: str, shape: tuple[int, ...]) -> None:
    rule, point, gradient, state = in_the_middle(key, shape)
    arrays = [point, gradient, *(field for field in state if isinstance(field, np.ndarray))]
    before, state_before = copy.deepcopy(arrays), copy.deepcopy(state)
    for array in arrays:
        array.flags.writeable = False

    moved, after = rule.step(point, gradient, state, 0.1)

    for array, was in zip(arrays, before, strict=True):
        np.testing.assert_array_equal(array, was)
        assert not np.shares_memory(moved, array)
    for field, was in zip(state, state_before, strict=True):
        np.testing.assert_array_equal(field, was)
    for field in after:
        assert not any(np.shares_memory(field, array) for array in (*arrays, moved))


@every_rule
def test_step_gives_the_same_every_time(key: str) -> None:
    rule, point, gradient, state = in_the_middle(key, (2, 5))
    first, second = (rule.step(point, gradient, state, 0.1) for _ in range(2))
    np.testing.assert_array_equal(first[0], second[0])
    for once, again in zip(first[1], second[1], strict=True):
        np.testing.assert_array_equal(once, again)


@every_rule
def test_the_rate_of_a_step_is_the_one_it_is_given(key: str) -> None:
    # The schedule decides α_t: the rule's own field is only where it begins.
    rule, point, gradient, state = in_the_middle(key, (2, 5))
    other = OPTIMIZERS[key](learning_rate=7.0)
    np.testing.assert_array_equal(rule.step(point, gradient, state, 0.1)[0], other.step(point, gradient, state, 0.1)[0])
    assert np.any(rule.step(point, gradient, state, 0.2)[0] != rule.step(point, gradient, state, 0.1)[0])


@every_rule
def test_the_first_step_goes_downhill_in_each_coordinate(key: str) -> None:
    gradient = np.array(((3.0, -0.01, 0.0), (-2.0, 5.0, 0.0)))
    rule = OPTIMIZERS[key]()
    moved, _ = rule.step(np.zeros((2, 3)), gradient, rule.init(gradient), 0.1)
    np.testing.assert_array_equal(np.sign(moved), -np.sign(gradient))
