"""What every learning-rate schedule declares and computes."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from parameters import validate

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Schedule(ABC):
    """A rule for α_t. A concrete schedule is a frozen dataclass whose fields are its parameters."""

    key: ClassVar[str]
    title: ClassVar[str]
    formula: ClassVar[str]
    teaches: ClassVar[str]

    def __post_init__(self) -> None:
        validate(self)

    @abstractmethod
    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        """α_t from α₀ = `initial` for the update number t = 1, 2, …; scalars or arrays that broadcast."""
