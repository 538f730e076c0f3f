"""Sources of gradients: exact or noisy.

A run asks its source once, before the first step, for one function per gradient and for the errors to add; the loop
then uses them in turn. Whatever is random is drawn ahead, update by update, so a longer run begins like a shorter one.
A source that draws batches stands here beside the others, and returns the indices of the examples as `batches`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from sys import float_info
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizers.loss_surface import Array, LossSurface
from parameters import number, validate

Seed = int | tuple[int, ...]
"""A seed for NumPy's generator, which may have several parts, as in (7, 2)."""


class Draw(NamedTuple):
    """The gradients of one run of T updates.

    `functions` has T+1 entries, each (2, ...) -> (2, ...): one per update, and one for the last point. `errors`
    (T+1, 2, ...) are added to their results. `batches` (T, B) holds the examples behind each update's gradient, padded
    with −1 where a batch is short.
    """

    functions: Sequence[Callable[[Array], Array]]
    errors: Array | None = None
    batches: NDArray[np.intp] | None = None


@dataclass(frozen=True)
class Gradients(ABC):
    """The abstract source of gradients.

    A concrete source is a frozen dataclass. A declared parameter may be an array of the batch's shape, for a sweep.
    """

    def __post_init__(self) -> None:
        validate(self)

    @abstractmethod
    def draw(self, surface: LossSurface, steps: int, batch: tuple[int, ...]) -> Draw:
        """Draw the gradients of a run of `steps` updates, for points of shape (2, *batch)."""


@dataclass(frozen=True)
class Exact(Gradients):
    """The path depends on nothing but the surface, the start and the rule.

    g = ∇L(w)
    """

    def draw(self, surface: LossSurface, steps: int, batch: tuple[int, ...]) -> Draw:
        return Draw((surface.gradient,) * (steps + 1))


def noise(high: float) -> Any:
    """Declare σ, the standard deviation of the errors, from 0 to `high`; only the end of the range differs."""
    return number(
        0.0,
        0.0,
        high,
        label="Gradient noise",
        help="The standard deviation of a random error added to each coordinate of every gradient, "
        "as mini-batches would add it. 0 gives the exact gradient.",
        symbol=r"\sigma",
        plain_symbol="σ",
        slider=(0.0, 10.0),
        step=0.1,
    )


def standard_errors(seed: Seed, steps: int) -> Array:
    """Draw ξ for the gradients of a run of `steps` updates, (T+1, 2): a longer draw begins like a shorter one."""
    return np.random.default_rng(seed).standard_normal((steps + 1, 2))


@dataclass(frozen=True)
class Noisy(Gradients):
    """The path trembles, and never settles while α is constant.

    g = ∇L(w) + σ ξ, where ξ is standard normal, independent per coordinate and per update

    The errors are the same for every rule and for every lane of a batch with the same `seed`. Without noise g is exact.
    """

    noise: float = noise(high=float_info.max)
    seed: Seed = 0

    def draw(self, surface: LossSurface, steps: int, batch: tuple[int, ...]) -> Draw:
        if not np.any(self.noise):
            return Exact().draw(surface, steps, batch)
        errors = np.asarray(self.noise) * standard_errors(self.seed, steps).reshape(steps + 1, 2, *(1,) * len(batch))
        return Draw((surface.gradient,) * (steps + 1), errors)
