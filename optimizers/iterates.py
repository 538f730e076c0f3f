"""The iterates of SciPy's minimizers, with what each of them has asked for."""

from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from scipy.optimize import minimize

from optimizers.loss_surface import Array, LossSurface

FAR = 1e9
"""How far a search goes before it is given up: there is no minimum on its way, and every line is long."""


Method = Literal["BFGS", "CG"]
"""The methods that take gradients, by SciPy's names."""


class Iterates(NamedTuple):
    """`points` (2, n+1): the start and every iterate; `asked` (2, n+1): the losses and gradients asked for so far."""

    points: Array
    asked: Array

    def at(self, update: int) -> tuple[Array, Array]:
        """Return the point after an update, (2,), and what has been asked for; after its end it stays where it is."""
        place = min(update, self.points.shape[1] - 1)
        return self.points[:, place], self.asked[:, place]


@lru_cache(maxsize=256)
def iterates(method: Method, surface: LossSurface, start: tuple[float, float], scale: float, most: int) -> Iterates:
    """Minimize a loss from a start, in `most` iterations, by a method of SciPy that takes gradients.

    Weights are in units of `scale`: with 1 it is SciPy's own run. It ends where SciPy finds nothing better, or `FAR`
    away.
    """
    asked = [0, 0]
    points, counts = [np.array(start)], [(0, 0)]

    def loss(scaled: Array) -> float:
        asked[0] += 1
        return float(surface.value(scale * scaled))

    def gradient(scaled: Array) -> Array:
        asked[1] += 1
        return scale * surface.gradient(scale * scaled)

    def note(xk: Array) -> None:
        points.append(scale * xk)
        counts.append((asked[0], asked[1]))
        if np.abs(points[-1]).max() > FAR:
            raise StopIteration

    first = np.array(start) / scale
    with np.errstate(all="ignore"):
        minimize(loss, first, jac=gradient, method=method, callback=note, options={"maxiter": most})
    return Iterates(np.array(points).T, np.array(counts, dtype=float).T)


def next_simplex(surface: LossSurface, corners: Array) -> tuple[Array, int]:
    """Make one iteration of Nelder and Mead's method: return the next corners (3, 2), best first.

    With them the number of losses asked for, those at the given corners included.
    """
    with np.errstate(all="ignore"):
        found = minimize(
            surface.value,
            corners[0],
            method="Nelder-Mead",
            options={"initial_simplex": corners, "maxiter": 2},  # SciPy counts the corners as the first
        )
    return found.final_simplex[0], found.nfev
