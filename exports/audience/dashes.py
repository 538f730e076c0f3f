"""A line cut into dashes, for a picture that is drawn without a browser."""

from collections.abc import Sequence

import numpy as np

MOST = 4_000
"""A line of more dashes is drawn without gaps: they would not be seen."""


def dashes(points: np.ndarray, lengths: Sequence[float]) -> list[np.ndarray]:
    """Cut a line (2, n) into its dashes, each (2, k), by the lengths of dash, gap, dash … in turn; without, not.

    >>> [piece.tolist() for piece in dashes(np.array([[0.0, 4.0], [0.0, 0.0]]), [1.0, 2.0])]
    [[[0.0, 1.0], [0.0, 0.0]], [[3.0, 4.0], [0.0, 0.0]]]
    """
    at = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points)))])
    period = sum(lengths)
    if not lengths or at[-1] / period * len(lengths) / 2 > MOST:
        return [points]
    ends = np.cumsum([0.0, *lengths])
    begin, end = (
        (np.arange(0.0, at[-1], period)[:, np.newaxis] + ends[first : len(lengths) + first : 2]).ravel()
        for first in (0, 1)
    )
    begin, end = begin[begin < at[-1]], np.minimum(end, at[-1])[begin < at[-1]]
    edges = np.array([[np.interp(places, at, axis) for axis in points] for places in (begin, end)])
    inside = zip(np.searchsorted(at, begin, "right"), np.searchsorted(at, end, "left"), strict=True)
    return [
        np.concatenate([edges[0, :, [k]].T, points[:, first:last], edges[1, :, [k]].T], axis=1)
        for k, (first, last) in enumerate(inside)
    ]
