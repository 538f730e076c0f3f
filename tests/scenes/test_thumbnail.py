"""The small pictures of the gallery: the start of a race, or a series without its averages."""

import re

import numpy as np
import pytest

from lecture.lessons import LESSONS
from lecture.pages.averages import Averages
from lecture.series import series
from scenes.small_series import small_series
from scenes.thumbnail import thumbnail

LINE = re.compile(r'<polyline points="([^"]*)"')


def drawn(page: Averages) -> np.ndarray:
    """The points of the line, (2, days), in px."""
    (points,) = LINE.findall(small_series(page))
    return np.array([point.split(",") for point in points.split()], dtype=float).reshape(-1, 2).T


@pytest.mark.parametrize("kind", ["temperatures", "step", "ramp", "impulse"])
def test_a_series_is_drawn_upward_from_its_first_day_to_its_last(kind: str) -> None:
    values = series(Averages(series=kind)).values
    left, top = drawn(Averages(series=kind))
    assert (np.diff(left) > 0).all()
    assert (left[0], left[-1], top.min(), top.max()) == (16.0, 304.0, 16.0, 204.0)
    np.testing.assert_allclose((204.0 - top) / 188.0, (values - values.min()) / np.ptp(values), atol=0.001)


def test_a_series_without_days_or_without_change_is_drawn_too() -> None:
    assert drawn(Averages(series="pasted")).size == 0
    assert set(drawn(Averages(series="pasted", pasted=((3.0,), (3.0,))))[1]) == {204.0}


def test_a_lesson_about_averages_has_the_picture_of_its_series() -> None:
    lecture = LESSONS["about-ten-days"].lecture
    assert thumbnail(lecture) == small_series(lecture.page)  # type: ignore[arg-type]
    assert len(LINE.findall(thumbnail(LESSONS["ravine"].lecture))) > 1
