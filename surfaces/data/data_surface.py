"""The abstract loss of a data set: a mean over examples, of which a mini-batch takes some."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize, root

from parameters import MOST_EXAMPLES, Number, number, rows
from surfaces.surface import Array, Surface

LARGEST = 16_000
"""How many numbers one operation may make. Many points, each with all examples, are computed in parts: small enough
for the processor's cache, and for the C library to keep their memory for the next one (128 KiB)."""


class Data(NamedTuple):
    """A data set: `features` (n,), or (d, n) where an example has d of them, and `targets` (n,)."""

    features: Array
    targets: Array

    @property
    def size(self) -> int:
        """n, the number of examples."""
        return self.targets.size


def data_seed() -> Any:
    """Declare the seed of a data set."""
    return number(
        0,
        0,
        2**31 - 1,
        label="Data seed",
        help="A different seed draws different examples in the same way.",
        symbol=r"\text{seed}",
        plain_symbol="#",
        step=1,
        slider=(0, 100),
    )


def noise(default: float, *, label: str, help: str) -> Any:
    """Declare how far the targets are scattered around the model that they are drawn by."""
    return number(
        default,
        0.0,
        10.0,
        label=label,
        help=help,
        symbol=r"\sigma_y",
        plain_symbol="σᵧ",
        slider=(0.0, 3.0),
        step=0.1,
    )


@dataclass(frozen=True)
class DataSurface(Surface):
    """The mean loss of a model over the examples of a data set; a point is a model's two weights.

    A concrete surface says what one example's loss ℓ is, and its first and second derivatives, by hand: functions of a
    point (2, ..., 1) and of data, whose last axis becomes that of the examples. L = mean ℓ.
    """

    examples: int = number(
        200,
        20,
        MOST_EXAMPLES,
        label="Examples",
        help="The number of examples in the data set. The loss is the mean over them.",
        symbol="n",
        plain_symbol="n",
        step=1,
        scale="log",
    )
    data_seed: int = data_seed()
    moved: tuple[tuple[float, ...], ...] = rows(
        label="Moved examples",
        help="Examples that have been moved: which, and to where.",
        columns=(
            Number(default=0, low=0, high=MOST_EXAMPLES - 1, label="Example", help="Which example."),
            *(
                Number(default=0.0, low=-100.0, high=100.0, label="Place", help=f"Where it stands, {way}.")
                for way in ("across", "up")
            ),
        ),
        longest=40,
        meaning="moved examples",
    )

    feature_count: ClassVar[int] = 1
    """d, the number of features of an example."""
    data_axes: ClassVar[tuple[str, str]] = ("x", "y")
    """What the axes of the examples are called, as in the formula: feature and target, or the two features."""

    def best_from(self, point: tuple[float, float]) -> tuple[float, float] | None:
        """The minimum below a point, to the last digits, where the gradient and not the loss tells; None if the search
        does not end."""
        search: Any = minimize  # whose types know no function of an array that is not declared as theirs are
        found = search(self.value, np.array(point), jac=self.gradient, hess=self.hessian, method="trust-exact")
        if not found.success:
            return None
        # Its success says nothing here: it complains wherever doubles have no further digit to give.
        best = root(self.gradient, found.x, jac=self.hessian, tol=1e-14).x
        return float(best[0]), float(best[1])

    @cached_property
    def data(self) -> Data:
        """The examples, drawn with `data_seed`, and some of them moved."""
        data = Data(*(array.copy() for array in self._drawn))
        for index, across, up in self.moved:
            if index < data.size:
                _move(data, int(index), across, up)
        return data

    @cached_property
    def _drawn(self) -> Data:
        return self.draw(np.random.default_rng(self.data_seed))

    @property
    def drawn_places(self) -> tuple[tuple[float, ...], ...]:
        """Where the moved examples were drawn: rows as in `moved`."""
        return tuple((row[0], *_place(self._drawn, int(row[0]))) for row in self.moved if row[0] < self._drawn.size)

    def with_moved(self, index: int, across: float, up: float) -> Self:
        """The surface with one example elsewhere: at feature and target, or at its two features. One that comes
        to where it was drawn is put back.

        Raises ValueError where more examples have been moved than a link holds, 40.
        """
        others = tuple(row for row in self.moved if row[0] != index)
        is_back = index < self._drawn.size and (across, up) == _place(self._drawn, index)
        return replace(self, moved=others if is_back else (*others, (index, across, up)))

    @abstractmethod
    def draw(self, random: np.random.Generator) -> Data:
        """Draw the examples."""

    @abstractmethod
    def predicted(self, point: Array, features: Array) -> Array:
        """ŷ, what the model says of the features of examples: (2, ..., 1) -> (..., n)."""

    def line(self, point: Array, places: Array) -> Array:
        """The model as a line among the examples, at `places` along it: (2, 1), (n,) -> (2, n).

        Where an example has one feature, they are features, and the line is what is predicted for them.
        """
        return np.array((places, self.predicted(point, places)))

    def without_loss(self, first: Array, data: Data) -> Array | None:
        """The second weight with which an example has no loss, given the first: (..., 1) -> (..., n).

        None where no weights have that for all values of the first.
        """
        return None

    @abstractmethod
    def losses(self, point: Array, data: Data) -> Array:
        """The loss of each example: (2, ..., 1) -> (..., n)."""

    @abstractmethod
    def gradients(self, point: Array, data: Data) -> Array:
        """The gradient of each example's loss: (2, ..., 1) -> (2, ..., n)."""

    @abstractmethod
    def hessians(self, point: Array, data: Data) -> Array:
        """The second derivatives of each example's loss: (2, ..., 1) -> (2, 2, ..., n)."""

    def value(self, point: Array) -> Array:
        return mean_over(self.losses, point, self.data)

    def gradient(self, point: Array) -> Array:
        return mean_over(self.gradients, point, self.data)

    def hessian(self, point: Array) -> Array:
        return mean_over(self.hessians, point, self.data)

    def batch(self, indices: NDArray[np.intp]) -> Data:
        """These examples of the data, in this order."""
        features, targets = self.data
        return Data(features.take(indices, axis=-1), targets.take(indices))

    def batch_gradient(self, point: Array, indices: NDArray[np.intp]) -> Array:
        """The mean gradient of the examples with these `indices`, of which there is at least one: (2, ...) -> (2, ...).

        A plain mean: an index that occurs twice counts twice.
        """
        return mean_over(self.gradients, point, self.batch(indices))

    def batch_values(self, points: Array, batches: NDArray[np.signedinteger[Any]]) -> Array:
        """The mean loss of each batch at its point: (2, T) and (T, B), −1 where a batch is short, -> (T,)."""
        count = max(1, LARGEST // max(1, batches.shape[1]))
        parts = (
            self._batch_values(points[:, k : k + count], batches[k : k + count]) for k in range(0, len(batches), count)
        )
        return np.concatenate([np.empty(0), *parts])

    def _batch_values(self, points: Array, batches: NDArray[np.signedinteger[Any]]) -> Array:
        taken = batches >= 0
        losses = self.losses(points[..., None], self.batch(np.where(taken, batches, 0)))
        return np.add.reduce(np.where(taken, losses, 0.0), axis=-1) / np.count_nonzero(taken, axis=-1)


def _place(data: Data, index: int) -> tuple[float, float]:
    """Return where an example stands: at feature and target, or at its two features."""
    features, targets = data
    across, up = (features[index], targets[index]) if features.ndim == 1 else features[:, index]
    return float(across), float(up)


def _move(data: Data, index: int, across: float, up: float) -> None:
    if data.features.ndim == 1:
        data.features[index], data.targets[index] = across, up
    else:
        data.features[:, index] = across, up


def mean_over(function: Callable[[Array, Data], Array], point: Array, data: Data) -> Array:
    """The mean over examples of a function of a point (2, ...) and of data, in parts where it has many points."""
    point = np.asanyarray(point)
    if point.ndim == 1:
        return np.add.reduce(function(point[..., None], data), axis=-1) / data.size
    points = point.reshape(2, -1)
    count = max(1, LARGEST // data.size)
    parts = [
        np.add.reduce(function(points[:, k : k + count, None], data), axis=-1)
        for k in range(0, max(1, points.shape[1]), count)
    ]
    totals = np.concatenate(parts, axis=-1)
    return totals.reshape(*totals.shape[:-1], *point.shape[1:]) / data.size
