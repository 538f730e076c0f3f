"""Schedules that change the rate once per epoch.

An epoch is `steps_per_epoch` updates: e = ⌊(t − 1) / steps_per_epoch⌋, so that the first update uses α₀.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import ArrayLike

from optimizers.schedules.schedule import Array, Schedule
from parameters import number


def epoch(t: ArrayLike, steps_per_epoch: int) -> Array:
    """Return the epoch, counted from 0, of update t = 1, 2, …"""
    return np.floor((np.asarray(t) - 1.0) / steps_per_epoch)


def steps_per_epoch() -> Any:
    """Declare n, the number of updates in an epoch."""
    return number(
        10,
        1,
        5000,
        label="Steps per epoch",
        link="epoch",
        unit="updates",
        help="How many updates make one epoch: the rate changes from epoch to epoch.",
        symbol="n",
        plain_symbol="n",
        step=1,
        slider=(1, 200),
    )


@dataclass(frozen=True)
class Exponential(Schedule):
    """Large steps at first, then finer and finer ones; if the decay is too fast, the path stops short of the minimum.

    α_t = α₀ · factor^e
    """

    factor: float = number(
        0.95,
        1e-6,
        1.0,
        label="Factor",
        help="The rate is multiplied by this after every epoch.",
        symbol="k",
        plain_symbol="k",
        slider=(0.5, 1.0),
    )
    steps_per_epoch: int = steps_per_epoch()

    key: ClassVar = "exponential"
    title: ClassVar = "Exponential"
    formula: ClassVar = r"\alpha_t = \alpha_0\, k^{e}"
    teaches: ClassVar = "The rate shrinks by the same factor after every epoch."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        return np.asarray(initial) * self.factor ** epoch(t, self.steps_per_epoch)


@dataclass(frozen=True)
class InverseTime(Schedule):
    """The rate falls like 1/e: slowly enough to arrive in the end, fast enough to average the noise out.

    α_t = α₀ / (1 + decay_rate · e)
    """

    decay_rate: float = number(
        1.0,
        0.0,
        1000.0,
        label="Decay rate",
        help="How fast the rate falls: with 1 it is one half after one epoch and one third after two.",
        symbol="d",
        plain_symbol="d",
        slider=(0.0, 10.0),
    )
    steps_per_epoch: int = steps_per_epoch()

    key: ClassVar = "inverse-time"
    title: ClassVar = "Inverse time"
    formula: ClassVar = r"\alpha_t = \frac{\alpha_0}{1 + d e}"
    teaches: ClassVar = "The rate falls like 1 over the number of epochs: noise averages out."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        return np.asarray(initial) / (1.0 + self.decay_rate * epoch(t, self.steps_per_epoch))


@dataclass(frozen=True)
class InverseSqrt(Schedule):
    """A gentle decay: the rate is halved after 3 epochs, and again after 15.

    α_t = scale · α₀ / √(e + 1)
    """

    scale: float = number(
        1.0,
        1e-6,
        1000.0,
        label="Scale",
        help="Multiplies the whole schedule.",
        symbol="c",
        plain_symbol="c",
        slider=(0.1, 10.0),
        scale="log",
    )
    steps_per_epoch: int = steps_per_epoch()

    key: ClassVar = "inverse-sqrt"
    title: ClassVar = "Inverse square root"
    formula: ClassVar = r"\alpha_t = \frac{c\, \alpha_0}{\sqrt{e + 1}}"
    teaches: ClassVar = "A gentle decay: the rate falls with the square root of the number of epochs."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        return self.scale * np.asarray(initial) / np.sqrt(epoch(t, self.steps_per_epoch) + 1.0)


@dataclass(frozen=True)
class Step(Schedule):
    """The rate falls in stairs, and the loss of a noisy run drops visibly after each.

    α_t = α₀ · drop^⌊e / every⌋
    """

    drop: float = number(
        0.5,
        1e-6,
        1.0,
        label="Drop",
        help="The rate is multiplied by this at every drop.",
        symbol="k",
        plain_symbol="k",
        slider=(0.05, 1.0),
    )
    every: int = number(
        5,
        1,
        5000,
        label="Every … epochs",
        help="How many epochs lie between two drops.",
        symbol="r",
        plain_symbol="r",
        step=1,
        slider=(1, 50),
    )
    steps_per_epoch: int = steps_per_epoch()

    key: ClassVar = "step"
    title: ClassVar = "Staircase"
    formula: ClassVar = r"\alpha_t = \alpha_0\, k^{\lfloor e / r \rfloor}"
    teaches: ClassVar = "The rate drops by a factor every few epochs."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        return np.asarray(initial) * self.drop ** np.floor(epoch(t, self.steps_per_epoch) / self.every)


EpochSchedule = Exponential | InverseTime | InverseSqrt | Step
"""The schedules that count epochs of `steps_per_epoch` updates."""
