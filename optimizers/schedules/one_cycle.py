"""One cycle up and down."""

from dataclasses import dataclass
from math import pi
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from optimizers.schedules.cosine import horizon
from optimizers.schedules.schedule import Array, Schedule
from parameters import number

_TINY = 1e-300  # instead of 0 updates of rise, after which t = 1 is at the start


@dataclass(frozen=True)
class OneCycle(Schedule):
    """Rises to α₀ along a cosine, then falls far below where it began: a large rate in between, a fine end.

    α_t rises from start_factor · α₀ to α₀ at t = rise · horizon, and falls to end_factor · start_factor · α₀ at
    t = horizon, along half a cosine each

    Source: Smith and Topin, "Super-convergence: very fast training of neural networks", 2018.
    """

    horizon: int = horizon()
    rise: float = number(
        0.3,
        0.01,
        0.99,
        label="Rise",
        help="The fraction of the horizon over which the rate rises.",
        symbol="r",
        plain_symbol="r",
    )
    start_factor: float = number(
        0.04,
        1e-4,
        1.0,
        label="Start factor",
        help="Where the rate begins, as a fraction of α₀.",
        symbol="a",
        plain_symbol="a",
        scale="log",
    )
    end_factor: float = number(
        1e-4,
        1e-8,
        1.0,
        label="End factor",
        help="Where the rate ends, as a fraction of where it began.",
        symbol="b",
        plain_symbol="b",
        scale="log",
    )

    key: ClassVar = "one-cycle"
    title: ClassVar = "One cycle"
    formula: ClassVar = (
        r"\alpha_t = \alpha_0 \left(a + (1 - a) \frac{1 - \cos(\pi \frac{t - 1}{r H - 1})}{2}\right)\;(t \le r H),\quad"
        r" \alpha_0 \left(a b + (1 - a b) \frac{1 + \cos(\pi \min(1, \frac{t - r H}{H - r H}))}{2}\right)\;(t > r H)"
    )
    teaches: ClassVar = "Up to a large rate and down to a tiny one, once."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        t = 1.0 * np.asarray(t)
        peak = self.rise * self.horizon
        last = self.start_factor * self.end_factor
        risen = np.minimum((t - 1.0) / np.maximum(peak - 1.0, _TINY), 1.0)
        fallen = np.minimum(np.maximum(t - peak, 0.0) / (self.horizon - peak), 1.0)
        rising = self.start_factor + (1.0 - self.start_factor) * (1.0 - np.cos(pi * risen)) / 2.0
        falling = last + (1.0 - last) * (1.0 + np.cos(pi * fallen)) / 2.0
        return np.asarray(initial) * np.where(t <= peak, rising, falling)
