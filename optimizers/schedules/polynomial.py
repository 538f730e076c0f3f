"""The polynomial schedule, of which the straight line is one."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from optimizers.schedules.cosine import floor, horizon
from optimizers.schedules.schedule import Array, Schedule
from parameters import number


@dataclass(frozen=True)
class Polynomial(Schedule):
    """The rate falls to the floor along a power: with power 1 in a straight line.

    α_t = α₀ (floor + (1 − floor)(1 − min(t − 1, horizon)/horizon)^power)

    Source: Liu, Rabinovich and Berg, "ParseNet: looking wider to see better", 2015, which calls it the poly policy.
    """

    horizon: int = horizon()
    power: float = number(
        1.0,
        0.1,
        10.0,
        label="Power",
        help="1 is a straight line; above 1 the rate falls fast at first, below 1 at the end.",
        symbol="q",
        plain_symbol="q",
        slider=(0.5, 4.0),
    )
    floor: float = floor()

    key: ClassVar = "polynomial"
    title: ClassVar = "Polynomial"
    formula: ClassVar = r"\alpha_t = \alpha_0 \left(f + (1 - f) \left(1 - \min(1, (t - 1) / H)\right)^q\right)"
    teaches: ClassVar = "With power 1, a straight line down to the floor, as in many fine-tuning recipes."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        left = 1.0 - np.minimum((np.asarray(t) - 1.0) / self.horizon, 1.0)
        return np.asarray(initial) * (self.floor + (1.0 - self.floor) * left**self.power)
