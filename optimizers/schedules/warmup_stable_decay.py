"""Warm-up, a long stable phase, and a short decay."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from optimizers.schedules.cosine import floor, horizon, warmup
from optimizers.schedules.schedule import Array, Schedule
from parameters import number


@dataclass(frozen=True)
class WarmupStableDecay(Schedule):
    """The full rate for most of the run, which moves fast along a valley; the decay at the end lets it settle.

    α_t = α₀ t / warmup for t ≤ warmup; α₀ until t − 1 = horizon − decay; then linear to floor · α₀ at t − 1 = horizon,
    and that from there on. If the parts are longer together than the horizon, the decay has begun in the warm-up.

    Source: Hu et al., "MiniCPM: unveiling the potential of small language models", 2024.
    """

    warmup: int = warmup()
    horizon: int = horizon()
    decay: int = number(
        40,
        1,
        5000,
        label="Decay",
        unit="updates",
        help="The number of updates at the end over which the rate falls to its floor.",
        symbol="D",
        plain_symbol="D",
        step=1,
        slider=(1, 500),
    )
    floor: float = floor()

    key: ClassVar = "warmup-stable-decay"
    title: ClassVar = "Warm-up–stable–decay"
    formula: ClassVar = (
        r"\alpha_t = \alpha_0 \frac{t}{U}\;(t \le U),\quad"
        r" \alpha_0 (f + (1 - f) (1 - p))\;(t > U),\quad p = \min(1, \max(0, (t - 1 - H + D) / D))"
    )
    teaches: ClassVar = "The full rate for most of the race, then a late decay to where the loss is low."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        t = 1.0 * np.asarray(t)
        decayed = np.minimum(np.maximum((t - 1.0 - self.horizon + self.decay) / self.decay, 0.0), 1.0)
        after = self.floor + (1.0 - self.floor) * (1.0 - decayed)
        return np.asarray(initial) * np.where(t <= self.warmup, t / self.warmup, after)

    @property
    def misfit(self) -> str | None:
        if self.warmup + self.decay <= self.horizon:
            return None
        decay = "is over" if self.warmup >= self.horizon else "has begun"
        return (
            f"warm-up {self.warmup} and decay {self.decay} are longer together than the horizon {self.horizon}: "
            f"the decay {decay} when the warm-up ends, and the rate drops there"
        )
