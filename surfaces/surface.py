"""The abstract loss surface."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from parameters import validate

Array = NDArray[np.float64]
Window = tuple[tuple[float, float], tuple[float, float]]
"""The part of the plane that is drawn: ((left, right), (bottom, top))."""
CriticalKind = Literal["global minimum", "local minimum", "saddle", "maximum"]


def infinite_on_overflow(value: Array, point: Array) -> Array:
    """Replace NaN by ∞ where the point is finite: for a loss that grows without bound, whose terms overflow.

    Shapes: value (...) and point (2, ...) -> (...). Where a coordinate is NaN the value stays NaN.
    """
    overflown = np.isnan(value) & np.isfinite(point).all(axis=0)
    return np.where(overflown, np.inf, value)[()]


class Start(NamedTuple):
    """A named starting point, with the reason to start there."""

    name: str
    point: tuple[float, float]
    reason: str


class CriticalPoint(NamedTuple):
    """A point where the gradient is zero: its kind, its coordinates and its loss."""

    kind: CriticalKind
    point: tuple[float, float]
    value: float


class Opening(NamedTuple):
    """The settings of the first picture on a surface, picked so that it teaches something at once.

    `learning_rates` maps the key of a rule to its α; for a rule that is missing, α is found by racing it. `noise` is
    the standard deviation of the errors of gradients; `schedules` are the keys of those under which one rule races,
    where the picture is about them.
    """

    steps: int
    learning_rates: Mapping[str, float]
    noise: float = 0.0
    schedules: tuple[str, ...] = ()


def split_formula(formula: str) -> tuple[str, ...]:
    r"""Split a formula in LaTeX where `,\quad` separates its parts."""
    return tuple(formula.split(r",\quad"))


@dataclass(frozen=True)
class Surface(ABC):
    """A loss L(x, y) with hand-written derivatives.

    A concrete surface is a frozen dataclass whose fields, if it has any, are its parameters. Formula, window, starts,
    opening and critical points may depend on them, so they are properties of the instance: a surface made from data or
    from typed text computes them. Every method takes one point or any batch of points, coordinates first: a point is
    `(2,)`, a path `(2, T)`, a grid `(2, ny, nx)`.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    teaches: ClassVar[str]
    source: ClassVar[str]
    axes: ClassVar[tuple[str, str]] = ("x", "y")
    """What the coordinates are called."""
    is_quadratic: ClassVar[bool] = False
    """Whether it has a minimum, and the same second derivatives everywhere."""
    has_valley: ClassVar[bool] = False
    """Whether its lowest points form a curve, of which none is a critical point by itself."""
    eye: ClassVar[tuple[float, float, float]] = (-1.05, -1.25, 1.2)
    """From where the relief is first seen, in sizes of its box, of which the origin is the middle."""

    def __post_init__(self) -> None:
        validate(self)

    @property
    @abstractmethod
    def formula(self) -> str:
        """L in LaTeX; definitions of symbols in it follow, separated by `,\\quad`."""

    @property
    def equations(self) -> tuple[str, ...]:
        """The formula's equations, each by itself."""
        return split_formula(self.formula)

    @property
    @abstractmethod
    def window(self) -> Window:
        """The part of the plane that is drawn."""

    @property
    @abstractmethod
    def starts(self) -> tuple[Start, ...]:
        """Starting points in the window, the first of which the page opens with."""

    @property
    @abstractmethod
    def opening(self) -> Opening:
        """The number of steps and the learning rates that the page opens with."""

    @property
    @abstractmethod
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        """All known minima, saddles and maxima in the window, lowest first within each kind."""

    @property
    def unlisted(self) -> str | None:
        """What `critical_points` leaves out: a sentence, or None where it is nothing."""
        return None

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
