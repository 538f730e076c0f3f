"""The interface of a surface, as far as a run needs it."""

from typing import Any, ClassVar, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Window = tuple[tuple[float, float], tuple[float, float]]
"""The part of the plane that is drawn: ((left, right), (bottom, top))."""


class LossSurface(Protocol):
    """A loss with its derivatives, and what is known of it; every class in SURFACES has this interface."""

    has_valley: ClassVar[bool]

    @property
    def window(self) -> Window: ...
    @property
    def minima(self) -> tuple[Any, ...]: ...
    @property
    def lowest(self) -> float | None: ...
    def value(self, point: Array) -> Any: ...
    def gradient(self, point: Array) -> Array: ...
    def hessian(self, point: Array) -> Array: ...


class Examples(Protocol):
    """A data set, as far as batches need it: how many examples it has."""

    @property
    def size(self) -> int: ...


@runtime_checkable
class DataLossSurface(LossSurface, Protocol):
    """The mean loss of the examples of a data set, some of which can be taken alone."""

    @property
    def data(self) -> Examples: ...
    def batch_gradient(self, point: Array, indices: NDArray[np.intp]) -> Array: ...
    def batch_values(self, points: Array, batches: NDArray[np.signedinteger[Any]]) -> Array: ...
