"""The border between regions of a grid, such as basins, and how rough it is."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SIZES = (1, 2, 4, 8, 16, 32)
"""Sides of the boxes that a border is counted in, in cells of the grid."""


def border(codes: NDArray[np.intp] | NDArray[np.bool]) -> NDArray[np.bool]:
    """The cells of a grid (rows, columns) that differ from the next one to the right or in the next row.

    `codes` are those of `basins` or of `sweep`, or anything else that says what a cell is.
    """
    found = np.zeros(codes.shape, dtype=bool)
    found[:, :-1] |= codes[:, :-1] != codes[:, 1:]
    found[:-1] |= codes[:-1] != codes[1:]
    return found


def box_counts(cells: NDArray[np.bool], sizes: Sequence[int] = SIZES) -> NDArray[np.intp]:
    """How many boxes of each size cover the cells of a grid that are true; boxes begin at the grid's corner.

    Raises ValueError for a size that is not positive.
    """
    if min(sizes) < 1:
        raise ValueError(f"box_counts: sizes must be positive whole numbers, but {tuple(sizes)} was given.")
    rows, columns = np.nonzero(cells)
    return np.array([len(np.unique(np.stack((rows // size, columns // size)), axis=1).T) for size in sizes])


def box_dimension(cells: NDArray[np.bool], sizes: Sequence[int] = SIZES) -> float:
    """The box dimension of the cells of a grid that are true: 1 of a smooth line, 2 of an area, between them if rough.

    It is minus the slope of the straight line that fits the logarithm of the number of boxes against that of their
    size, by least squares. Raises ValueError where no cell is true, or only one size is given.
    """
    if not cells.any() or len(set(sizes)) < 2:
        raise ValueError("box_dimension: there must be a cell that is true, and two sizes at least.")
    slope, _ = np.polyfit(np.log(sizes), np.log(box_counts(cells, sizes)), 1)
    return -float(slope)
