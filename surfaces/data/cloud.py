"""The cloud: where SGD wanders around the minimum of a quadratic loss, predicted from the data alone."""

from typing import Any

import numpy as np

from surfaces.data.data_surface import Data, DataSurface, mean_over
from surfaces.surface import Array


def stationary_covariance(surface: DataSurface, learning_rate: float, batch_size: int) -> Array | None:
    """S, the second moment of w − w* once SGD with batches drawn with replacement has forgotten its start: (2, 2).

    S = (I − αH) S (I − αH) + α² (C + V(S)), where H is the mean of the examples' second derivatives Hᵢ,
    C = mean of gᵢgᵢᵀ / B with their gradients gᵢ at the minimum w*, and V(S) = (mean of Hᵢ S Hᵢ − H S H) / B.

    Exact for every α and B, because the loss is quadratic and α constant: no small step is assumed. The root of the
    trace of S is the cloud's radius, the root mean square of the distance to w*. Reshuffled epochs stay inside.

    None where α is so large that the distance grows for ever. Raises ValueError for a loss that is not quadratic, and
    for a batch size or a learning rate below their range.
    """
    if not surface.is_quadratic:
        raise ValueError(f"stationary_covariance: the loss must be quadratic, but that of {surface.title} is not.")
    if not (learning_rate > 0.0 and batch_size >= 1):
        raise ValueError(
            "stationary_covariance: learning_rate must be positive and batch_size at least 1, "
            f"but {learning_rate!r} and {batch_size!r} were given."
        )
    minimum = np.array(surface.minima[0].point)
    *moments, _ = _moments(surface, minimum)
    grows = np.eye(3) - learning_rate * np.array(_decay(moments, learning_rate, batch_size))
    if np.abs(np.linalg.eigvals(grows)).max() >= 1.0:
        return None
    xx, xy, yy = second_moment(surface, minimum, learning_rate, batch_size)
    return np.array(((xx, xy), (xy, yy)))


def second_moment(surface: DataSurface, minimum: Array, learning_rate: Any, batch_size: Any) -> tuple[Any, Any, Any]:
    """xx, xy and yy of S at the minimum (2,), wherever there is one: arithmetic alone, so that it can be traced.

    Where S is not positive there is none.
    """
    hessian, squares, gradients = _moments(surface, minimum)
    rows = _decay((hessian, squares), learning_rate, batch_size)
    right = [learning_rate * moment / batch_size for moment in gradients]
    whole = _determinant(rows)
    # Cramer's rule: each unknown by the determinant of the matrix with the right side in its column.
    xx, xy, yy = (
        _determinant([_with(row, k, r) for row, r in zip(rows, right, strict=True)]) / whole for k in range(3)
    )
    return xx, xy, yy


def _decay(moments: Any, learning_rate: Any, batch_size: Any) -> list[list[Any]]:
    """The matrix (3, 3) with which xx, xy and yy of S shrink in an update, in units of α: of S ↦ (S − S') / α."""
    (a, b, c), squares = moments
    once = [[2.0 * a, 2.0 * b, 0.0], [b, a + c, b], [0.0, 2.0 * b, 2.0 * c]]  # HS + SH
    of_mean = _sandwich(a * a, a * b, b * b, a * c, b * c, c * c)  # HSH
    of_each = _sandwich(*squares)  # mean of Hᵢ S Hᵢ
    shared, own = learning_rate * (1.0 - 1.0 / batch_size), learning_rate / batch_size
    return [[once[i][j] - shared * of_mean[i][j] - own * of_each[i][j] for j in range(3)] for i in range(3)]


def _sandwich(aa: Any, ab: Any, bb: Any, ac: Any, bc: Any, cc: Any) -> list[list[Any]]:
    """K S K as a matrix (3, 3) that acts on xx, xy and yy of S, by the products of K = ((a, b), (b, c))."""
    return [[aa, 2.0 * ab, bb], [ab, ac + bb, bc], [bb, 2.0 * bc, cc]]


def _moments(surface: DataSurface, minimum: Array) -> tuple[Any, Any, Any]:
    """Means over examples: xx, xy, yy of Hᵢ; the products of two of them; and xx, xy, yy of gᵢgᵢᵀ at the minimum."""

    def products(point: Array, data: Data) -> Array:
        gx, gy = surface.gradients(point, data)
        (a, b), (_, c) = surface.hessians(point, data)
        return np.array((a, b, c, a * a, a * b, b * b, a * c, b * c, c * c, gx * gx, gx * gy, gy * gy))

    found = mean_over(products, minimum, surface.data)
    return found[:3], found[3:9], found[9:]


def _determinant(rows: Any) -> Any:
    (a, b, c), (d, e, f), (g, h, i) = rows
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def _with(row: Any, place: int, value: Any) -> list[Any]:
    return [*row[:place], value, *row[place + 1 :]]
