"""Cosine with warm restarts."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from optimizers.schedules.cosine import floor, half_cosine
from optimizers.schedules.schedule import Array, Schedule
from parameters import number

_ROUNDING = 1e-9  # of the quotient of two logarithms, which is whole where a cycle begins


@dataclass(frozen=True)
class CosineRestarts(Schedule):
    """Falls along a cosine, then starts again at the full rate: a jump out of one valley, perhaps into a better one.

    α_t = α₀ (floor + (1 − floor)(1 + cos(π p))/2), p the part of the cycle that is over: the first cycle takes `cycle`
    updates, each next one `growth` times as many

    Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR 2017.
    """

    cycle: int = number(
        50,
        1,
        5000,
        label="Cycle",
        unit="updates",
        help="The number of updates in the first cycle.",
        symbol="C",
        plain_symbol="C",
        step=1,
        slider=(1, 500),
    )
    growth: int = number(
        1,
        1,
        10,
        label="Growth",
        help="How many times as long each cycle is as the one before.",
        symbol="g",
        plain_symbol="g",
        step=1,
        slider=(1, 4),
    )
    floor: float = floor()

    key: ClassVar = "cosine-restarts"
    title: ClassVar = "Cosine with restarts"
    formula: ClassVar = r"\alpha_t = \alpha_0 \left(f + (1 - f) \frac{1 + \cos(\pi p)}{2}\right)"
    teaches: ClassVar = "Falls along a cosine and starts again; p is the fraction of the cycle that is over."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        since = 1.0 * np.asarray(t) - 1.0
        even = since - self.cycle * np.floor(since / self.cycle)
        ratio = np.maximum(1.0 * np.asarray(self.growth), 2.0)  # where cycles are of one length, `even` is taken
        number_of = np.floor(np.log(since * (ratio - 1.0) / self.cycle + 1.0) / np.log(ratio) + _ROUNDING)
        times = ratio**number_of
        growing = since - self.cycle * (times - 1.0) / (ratio - 1.0)
        grows = 1.0 * np.asarray(self.growth) > 1.0
        progress = np.where(grows, growing / (self.cycle * times), even / self.cycle)
        return np.asarray(initial) * half_cosine(progress, self.floor)
