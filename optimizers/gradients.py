"""Sources of gradients: exact, noisy, or of a mini-batch.

A run asks its source once, before the first step, for one function per gradient and for the errors to add; the loop
then uses them in turn. Whatever is random is drawn ahead, update by update, so a longer run begins like a shorter one.
A source that draws batches returns the indices of the examples as `batches`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from sys import float_info
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizers.loss_surface import Array, DataLossSurface, LossSurface
from parameters import MOST_EXAMPLES, number, validate

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

    def after(self, made: int) -> "Draw":
        """Return the draw of the updates after the first `made`."""
        functions, errors, batches = self
        return Draw(
            functions[made:],
            None if errors is None else errors[made:],
            None if batches is None else batches[made:],
        )


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

    Source: Robbins and Monro, "A stochastic approximation method", 1951: descent needs no more than gradients that are
    right on average.
    """

    noise: float = noise(high=float_info.max)
    seed: Seed = 0

    def draw(self, surface: LossSurface, steps: int, batch: tuple[int, ...]) -> Draw:
        if not np.any(self.noise):
            return Exact().draw(surface, steps, batch)
        errors = np.asarray(self.noise) * standard_errors(self.seed, steps).reshape(steps + 1, 2, *(1,) * len(batch))
        return Draw((surface.gradient,) * (steps + 1), errors)


def batch_size(default: int = 32, **declaration: Any) -> Any:
    """Declare a batch size."""
    return number(
        default,
        1,
        MOST_EXAMPLES,
        label="Batch size",
        help="How many examples each gradient averages over. 1 is the noisiest; all of them give the exact gradient.",
        symbol="B",
        plain_symbol="B",
        step=1,
        scale="log",
        **declaration,
    )


@dataclass(frozen=True)
class MiniBatch(Gradients):
    """Every gradient is that of a few examples: cheap, right on average, and never twice the same.

    g = mean of ∇Lᵢ(w) over the examples i of the batch

    As in training, every epoch takes each example once, in an order of its own, and the last batch of an epoch is short
    where the batch size does not divide their number. With `replacement` each example of a batch is drawn from all of
    them, whatever was drawn before, and an epoch means nothing.

    The surface must be the loss of a data set (`surfaces.DataSurface`). Raises ValueError where it is none, and where
    the batch is larger than the data set.

    Source: Robbins and Monro, "A stochastic approximation method", 1951, for independent draws; training takes epochs.
    """

    batch_size: int = batch_size()
    seed: Seed = 0
    replacement: bool = False

    def draw(self, surface: LossSurface, steps: int, batch: tuple[int, ...]) -> Draw:
        if not isinstance(surface, DataLossSurface):
            raise ValueError(f"MiniBatch: {type(surface).__name__} has no examples, so there is nothing to draw from.")
        count = surface.data.size
        if np.ndim(self.batch_size) or self.batch_size > count:
            raise ValueError(
                f"MiniBatch: batch_size must be one number, at most that of the examples, {count}, "
                f"but {self.batch_size!r} was given."
            )
        drawn = self._batches(count, steps + 1)
        sizes = (drawn >= 0).sum(axis=1).tolist()
        gradients = [
            partial(surface.batch_gradient, indices=row[:size]) for row, size in zip(drawn, sizes, strict=True)
        ]
        return Draw(gradients, batches=drawn[:steps])

    def _batches(self, count: int, updates: int) -> NDArray[np.intp]:
        """Draw the indices of each update, (updates, B), −1 where a batch is short."""
        if self.replacement:
            length = updates * self.batch_size
            return example_order(self.seed, count, length, replacement=True).reshape(updates, self.batch_size)
        per_epoch = batches_per_epoch(count, self.batch_size)
        epochs = -(-updates // per_epoch)
        orders = np.full((epochs, per_epoch * self.batch_size), -1, dtype=np.intp)
        orders[:, :count] = example_order(self.seed, count, epochs * count, replacement=False).reshape(epochs, count)
        return orders.reshape(-1, self.batch_size)[:updates]


def example_order(seed: Seed, examples: int, length: int, *, replacement: bool) -> NDArray[np.intp]:
    """Draw the order in which examples are used, one batch after another: (length,), whatever the batch size.

    With replacement they are independent; otherwise every epoch takes each example once. A longer order begins like a
    shorter one.
    """
    random = np.random.default_rng(seed)
    if replacement:
        return random.integers(examples, size=length)
    epochs = -(-length // examples)
    return np.concatenate([random.permutation(examples) for _ in range(epochs)])[:length]


def batches_per_epoch(examples: int, size: int) -> int:
    """The number of batches of a size that an epoch takes, the last of which may be short."""
    return -(-examples // size)
