"""How rarely a random symmetric matrix has only positive eigenvalues: how rare minima are among critical points."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SIZES = range(1, 11)
GROUPS = 20
"""The matrices are drawn in so many groups, whose spread tells the standard error."""


class PositiveShare(NamedTuple):
    """The probability that a matrix of a size has only positive eigenvalues, with its standard error."""

    size: int
    probability: float
    error: float


@lru_cache(maxsize=8)
def positive_shares(draws: int, seed: int = 0) -> tuple[PositiveShare, ...]:
    """Simulate the probability for each size, with so many draws: some for each of `GROUPS` groups.

    The matrices are those of the Gaussian orthogonal ensemble: symmetric, with independent normal entries of variance
    1, and of variance 2 on the diagonal. All eigenvalues of a matrix are positive only if those of its upper left block
    are. So the matrices of size n − 1 that have passed are given another row and column, and the share that passes
    again is a factor of the probability: of those of size 10 that are drawn anew, two in 10¹⁴ would pass.
    """
    groups = np.array([_group(draws // GROUPS, random) for random in np.random.default_rng(seed).spawn(GROUPS)])
    errors = groups.std(axis=0, ddof=1) / np.sqrt(GROUPS)
    return tuple(
        PositiveShare(size, float(mean), float(error))
        for size, mean, error in zip(SIZES, groups.mean(axis=0), errors, strict=True)
    )


def _group(count: int, random: np.random.Generator) -> list[float]:
    """The probability for each size, from `count` matrices of each."""
    rows: list[list[Array]] = []  # of the Cholesky factors: an entry is (count,)
    probability, found = 1.0, []
    for size in SIZES:
        row = _solved(rows, random.standard_normal((size - 1, count)))
        corner = np.sqrt(2.0) * random.standard_normal(count)
        pivot = corner - sum(entry * entry for entry in row)
        positive = np.flatnonzero(pivot > 0.0)
        probability *= positive.size / count
        found.append(probability)
        if not positive.size:
            break
        chosen = random.choice(positive, count)
        pivot = np.sqrt(np.where(pivot > 0.0, pivot, 1.0))
        rows = [[entry[chosen] for entry in each] for each in (*rows, [*row, pivot])]
    return found + [0.0] * (len(SIZES) - len(found))


def _solved(rows: list[list[Array]], column: Array) -> list[Array]:
    """Solve L y = b for the rows of lower triangular matrices L and a column b (size, count): forward substitution."""
    solved: list[Array] = []
    for (*before, diagonal), entry in zip(rows, column, strict=True):
        known = sum(factor * value for factor, value in zip(before, solved, strict=True))
        solved.append((entry - known) / diagonal)
    return solved
