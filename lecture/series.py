"""The series that the page of the averages shows, a value for each day."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lecture.pages.averages import YEAR, Averages

HEIGHT = 10.0
"""Of the step and of the impulse."""

SLOPE = 0.1
"""Of the ramp, a day."""

MEAN, SWING, COLDEST = 16.0, 9.0, 20
"""The season: its mean and how far it swings to either side, °C, and its coldest day."""

Array = NDArray[np.float64]


def event(days: int) -> int:
    """Return the day, counted from 1, on which the step is taken and the impulse comes: after a sixth of the series."""
    return days // 6


class Series(NamedTuple):
    """`values` (T,), and `noise` (T,), the part of them that is noise; None where nobody knows which part that is."""

    values: Array
    noise: Array | None


@lru_cache(maxsize=64)
def series(page: Averages) -> Series:
    """Make the series of a page, with the days that have been moved."""
    made = _drawn(page)
    values = made.values.copy()
    for day, value in page.moved:
        if day < values.size:
            values[int(day)] = value
    return Series(values, made.noise)


def _drawn(page: Averages) -> Series:
    days = np.arange(1.0, page.days + 1.0)
    still = np.zeros(page.days)
    match page.series:
        case "temperatures":
            season = MEAN - SWING * np.cos(2.0 * np.pi * (days - COLDEST) / YEAR)
            noise = page.noise * np.random.default_rng(page.seed).standard_normal(YEAR)[: page.days]
            return Series(season + noise, noise)
        case "step":
            return Series(np.where(days >= event(page.days), HEIGHT, 0.0), still)
        case "ramp":
            return Series(SLOPE * days, still)
        case "impulse":
            return Series(np.where(days == event(page.days), HEIGHT, 0.0), still)
    return Series(np.array([value for (value,) in page.pasted]), None)
