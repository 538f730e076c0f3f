"""The exponentially weighted average, which momentum keeps of gradients and RMSprop of their squares.

No rule calls it: a rule reads like its own formula. The tests show that what rules keep is this average.
"""

import numpy as np
from numpy.typing import ArrayLike

from optimizers.loss_surface import Array


def weighted_average(values: ArrayLike, beta: float, bias_correction: bool = False) -> Array:
    """Average along the last axis: (..., T) -> (..., T).

        v_t = β v_{t−1} + (1 − β) value_t, from v_0 = 0

    `beta` lies in [0, 1): what is kept of the average at each value; about 1/(1 − β) values count. The first averages
    are too near 0, because they begin there; with `bias_correction` each is divided by 1 − β^t, the sum of its weights.
    Raises ValueError if `beta` is outside its range, or `values` have no axis.

    Source: Roberts, "Control chart tests based on geometric moving averages", 1959; Kingma and Ba, 2015, for the
    correction.
    """
    _check(beta)
    given = np.asarray(values, dtype=np.float64)
    if given.ndim == 0:
        raise ValueError("An average is along an axis, but a single number was given.")
    averages = np.empty_like(given)
    average = np.zeros(given.shape[:-1])
    for t in range(given.shape[-1]):
        average = beta * average + (1.0 - beta) * given[..., t]
        averages[..., t] = average
    if bias_correction:
        averages /= 1.0 - beta ** np.arange(1.0, given.shape[-1] + 1.0)
    return averages


def average_weights(beta: float, count: int) -> Array:
    """Compute the weight of each of `count` values in their average, (count,), in the order of the values.

        weight_i = (1 − β) β^(count − i)

    They add up to 1 − β^count: what is missing lies on the 0 that the average began with. Raises ValueError if `beta`
    is outside [0, 1), or `count` is negative.
    """
    _check(beta)
    if count < 0:
        raise ValueError(f"There cannot be {count} values.")
    return (1.0 - beta) * beta ** np.arange(count - 1.0, -1.0, -1.0)


def _check(beta: float) -> None:
    if not 0.0 <= beta < 1.0:
        raise ValueError(f"beta must be a number from 0 up to but not including 1, but {beta!r} was given.")
