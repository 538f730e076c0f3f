"""The step at which a lecture is first seen: the paths have parted, and most of the race is to come."""

from dataclasses import replace
from itertools import combinations

import numpy as np

from lecture.lecture import Lecture
from lecture.race import race

EARLIEST, LATEST = 0.08, 0.4
"""The parts of the race between which it is first seen."""

PARTED = 0.15
"""How far apart two heads are that have clearly parted, as a part of the map's width and height."""


def first_sight(lecture: Lecture) -> int:
    """Return the first step at which half of all pairs have parted, between `EARLIEST` and `LATEST`.

    Where paths never part so far, it is the earliest.
    """
    earliest, latest = round(EARLIEST * lecture.steps), round(LATEST * lecture.steps)
    parted = np.flatnonzero(_distances(lecture) >= PARTED)
    return min(max(int(parted[0]), earliest), latest) if parted.size else earliest


def at_first_sight(lecture: Lecture) -> Lecture:
    """Return the lecture as a visitor without a link sees it."""
    return replace(lecture, view=replace(lecture.view, step=first_sight(lecture)))


def _distances(lecture: Lecture) -> np.ndarray:
    """Compute the median distance between two heads at every step, (T+1,), in parts of the map; (0,) without a pair."""
    size = np.diff(lecture.surface.window)
    paths = [_to_the_end(entry.trajectory.points / size, lecture.steps) for entry in race(lecture)]
    pairs = [np.hypot(*(one - other)) for one, other in combinations(paths, 2)]
    return np.median(pairs, axis=0) if pairs else np.empty(0)


def _to_the_end(points: np.ndarray, steps: int) -> np.ndarray:
    """Have a path that ended early, (2, T+1), stay at its last point until the end of the race, (2, steps+1)."""
    return np.pad(points, ((0, 0), (0, steps + 1 - points.shape[1])), mode="edge")
