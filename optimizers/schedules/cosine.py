"""Cosine schedules, with and without a warm-up."""

from dataclasses import dataclass
from math import pi
from typing import Any, ClassVar

import numpy as np
from numpy.typing import ArrayLike

from optimizers.schedules.schedule import Array, Schedule
from parameters import number


def horizon() -> Any:
    """Declare H, the number of updates after which the rate stays at its floor."""
    return number(
        200,
        1,
        5000,
        label="Horizon",
        unit="updates",
        help="The number of updates after which the rate stays at its floor.",
        symbol="H",
        plain_symbol="H",
        step=1,
        slider=(1, 1000),
    )


def floor() -> Any:
    """Declare f, the part of α₀ that remains at the end."""
    return number(
        0.0,
        0.0,
        1.0,
        label="Floor",
        help="The fraction of α₀ that remains at the end.",
        symbol="f",
        plain_symbol="f",
    )


def warmup() -> Any:
    """Declare U, the number of updates over which the rate grows to α₀."""
    return number(
        20,
        1,
        5000,
        label="Warm-up",
        unit="updates",
        help="The number of updates over which the rate grows from 0 to α₀.",
        symbol="U",
        plain_symbol="U",
        step=1,
        slider=(1, 500),
    )


def half_cosine(progress: Array, floor: float) -> Array:
    """Fall from 1 at progress 0 to `floor` at progress 1, along half a cosine, and stay there."""
    return floor + (1.0 - floor) * (1.0 + np.cos(pi * np.minimum(progress, 1.0))) / 2.0


@dataclass(frozen=True)
class Cosine(Schedule):
    """Full rate for a while, then a smooth landing at the horizon.

    α_t = α₀ (floor + (1 − floor)(1 + cos(π (t − 1)/horizon))/2), and floor · α₀ from t − 1 = horizon on

    Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR 2017.
    """

    horizon: int = horizon()
    floor: float = floor()

    key: ClassVar = "cosine"
    title: ClassVar = "Cosine"
    formula: ClassVar = r"\alpha_t = \alpha_0 \left(f + (1 - f) \frac{1 + \cos(\pi \min(1, (t - 1) / H))}{2}\right)"
    teaches: ClassVar = "Nearly the full rate at first, then a smooth decrease."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        progress = (np.asarray(t) - 1.0) / self.horizon
        return np.asarray(initial) * half_cosine(progress, self.floor)


@dataclass(frozen=True)
class WarmupCosine(Schedule):
    """A careful start, for rules whose first steps are too large, then the cosine.

    α_t = α₀ t / warmup for t ≤ warmup, then the cosine with (t − 1 − warmup)/(horizon − warmup). If the
    warm-up is longer than the horizon, the rate drops to the floor right after it.

    Source: Goyal et al., "Accurate, large minibatch SGD", 2017, for the warm-up; Loshchilov and Hutter for the cosine.
    """

    warmup: int = warmup()
    horizon: int = horizon()
    floor: float = floor()

    key: ClassVar = "warmup-cosine"
    title: ClassVar = "Warm-up, then cosine"
    formula: ClassVar = (
        r"\alpha_t = \alpha_0 \frac{t}{U}\;(t \le U),\quad"
        r" \alpha_0 \left(f + (1 - f) \frac{1 + \cos(\pi \min(1, (t - 1 - U) / (H - U)))}{2}\right)\;(t > U)"
    )
    teaches: ClassVar = "A gentle start, the full rate, then a smooth decrease."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        t = 1.0 * np.asarray(t)
        since_warmup = np.maximum(t - 1.0 - self.warmup, 0.0)
        length = 1.0 * np.asarray(self.horizon) - self.warmup
        progress = np.where(length > 0.0, since_warmup / np.maximum(length, 1.0), 1.0)
        warming = t / self.warmup
        return np.asarray(initial) * np.where(t <= self.warmup, warming, half_cosine(progress, self.floor))

    @property
    def misfit(self) -> str | None:
        if self.warmup < self.horizon:
            return None
        return (
            f"warm-up {self.warmup} is as long as the horizon {self.horizon} or longer: "
            "the rate drops to its floor when the warm-up ends"
        )
