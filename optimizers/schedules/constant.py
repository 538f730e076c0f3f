"""The constant schedule, without decay."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from optimizers.schedules.schedule import Array, Schedule


@dataclass(frozen=True)
class Constant(Schedule):
    """With noisy gradients the path never settles, but wanders around the minimum.

    α_t = α₀
    """

    key: ClassVar = "constant"
    title: ClassVar = "Constant"
    formula: ClassVar = r"\alpha_t = \alpha_0"
    teaches: ClassVar = "The same rate for every update: with noise the path never settles."

    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        return np.asarray(initial) * (1.0 + 0.0 * np.asarray(t))
