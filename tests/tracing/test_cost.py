"""The cost of a rule per weight, against a count by hand."""

import numpy as np
import pytest

from optimizers import OPTIMIZERS
from tracing.cost import cost

BY_HAND = {
    "sgd": (0, {"multiplications": 1, "additions": 1}),
    "momentum": (1, {"multiplications": 3, "additions": 2}),
    "adagrad": (1, {"multiplications": 2, "additions": 3, "roots": 1, "divisions": 1}),
    "adam": (2, {"multiplications": 6, "additions": 4, "roots": 1, "divisions": 3}),
    "adamw": (2, {"multiplications": 7, "additions": 4, "roots": 1, "divisions": 3}),
    "adamax": (2, {"multiplications": 4, "additions": 3, "divisions": 2, "comparisons": 2}),
}


@pytest.mark.parametrize("key", BY_HAND)
def test_operations_are_those_that_the_formula_has(key: str) -> None:
    assert cost(OPTIMIZERS[key]) == BY_HAND[key]


def test_a_state_that_is_only_shown_is_not_kept() -> None:
    assert "d" in OPTIMIZERS["lion"]().init(np.zeros(2))._fields
    assert cost(OPTIMIZERS["lion"]).numbers == 1
    assert cost(OPTIMIZERS["adadelta"]).numbers == 2


def test_a_counter_costs_nothing_per_weight() -> None:
    assert cost(OPTIMIZERS["nadam"]).numbers == 2
