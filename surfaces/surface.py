"""What every loss surface declares and computes."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from parameters import validate

Array = NDArray[np.float64]
Interval = tuple[float, float]
Kind = Literal["global minimum", "local minimum", "saddle", "maximum"]


class Start(NamedTuple):
    """A named place to start from, and the reason to start there."""

    name: str
    point: tuple[float, float]
    reason: str


class CriticalPoint(NamedTuple):
    """A point where the gradient is zero, what it is, and the loss there."""

    kind: Kind
    point: tuple[float, float]
    value: float


class Opening(NamedTuple):
    """What the page shows when this surface is chosen: chosen so that the first picture already teaches.

    `learning_rates` goes by the key of the rule; a rule that is not named opens at its own default.
    """

    steps: int
    learning_rates: Mapping[str, float]


@dataclass(frozen=True)
class Surface(ABC):
    """A loss L(x, y) with hand-written derivatives.

    A concrete surface is a frozen dataclass whose fields, if it has any, shape it. Every method takes one point or any
    batch of them, coordinates first: a point is `(2,)`, a path `(2, T)`, a grid `(2, ny, nx)`.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    teaches: ClassVar[str]
    formula: ClassVar[str]
    source: ClassVar[str]
    window: ClassVar[tuple[Interval, Interval]]
    starts: ClassVar[tuple[Start, ...]]
    opening: ClassVar[Opening]

    def __post_init__(self) -> None:
        validate(self)

    @property
    @abstractmethod
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        """Every known minimum, saddle and maximum in the window, lowest first within its kind."""

    @abstractmethod
    def value(self, point: Array) -> Array:
        """L, the loss: (2, ...) -> (...)."""

    @abstractmethod
    def gradient(self, point: Array) -> Array:
        """∇L: (2, ...) -> (2, ...)."""

    @abstractmethod
    def hessian(self, point: Array) -> Array:
        """The symmetric matrix of second derivatives: (2, ...) -> (2, 2, ...)."""

    @property
    def minima(self) -> tuple[CriticalPoint, ...]:
        """The known minima, global ones first."""
        return tuple(c for c in self.critical_points if c.kind in ("global minimum", "local minimum"))

    @property
    def saddles(self) -> tuple[CriticalPoint, ...]:
        """The known saddle points."""
        return tuple(c for c in self.critical_points if c.kind == "saddle")

    @property
    def lowest(self) -> float | None:
        """The lowest value of the surface, or None where it is unbounded below."""
        return min((c.value for c in self.critical_points if c.kind == "global minimum"), default=None)
