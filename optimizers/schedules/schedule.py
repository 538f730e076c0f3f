"""The abstract learning-rate schedule."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from numpy.typing import ArrayLike

from optimizers.loss_surface import Array
from parameters import validate


@dataclass(frozen=True)
class Schedule(ABC):
    """The abstract schedule of α_t. A concrete one is a frozen dataclass whose fields are its parameters."""

    key: ClassVar[str]
    title: ClassVar[str]
    formula: ClassVar[str]
    teaches: ClassVar[str]

    def __post_init__(self) -> None:
        validate(self)

    @property
    def misfit(self) -> str | None:
        """How parameters that do not fit together are understood, in words; None where they fit."""
        return None

    @abstractmethod
    def rate(self, initial: ArrayLike, t: ArrayLike) -> Array:
        """Compute α_t for update t = 1, 2, … from α₀ = `initial`; both may be arrays that broadcast."""
