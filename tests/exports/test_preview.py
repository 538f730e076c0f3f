"""The picture of a link preview: the race itself, and nothing that is to be predicted first."""

import re
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from exports.audience.dashes import MOST, dashes
from exports.audience.preview import picture
from exports.audience.race_sheet import HEIGHTS
from lecture import Lecture, View, opening, race
from lecture.lessons import LESSONS
from lecture.pages.averages import Averages
from lecture.series import series
from optimizers import weighted_average
from scenes.palette import stroke
from scenes.small_map import SmallMap
from surfaces import SURFACES
from surfaces.bowl import Bowl
from tests.conftest import ROOT

PLACE = np.array([40, 40])
EDGE = 12
SIZE = (760, 550)


def pixels(lecture: Lecture) -> np.ndarray:
    """The picture of a lecture, (630, 1200, 3)."""
    return np.asarray(Image.open(BytesIO(picture(lecture))).convert("RGB"))


def color(slot: int) -> list[int]:
    return list(bytes.fromhex(stroke(slot).color[1:]))


@pytest.mark.parametrize("key", SURFACES)
def test_every_path_ends_where_it_does_in_the_race(key: str) -> None:
    opened = opening(SURFACES[key]())
    (x0, x1), (y0, y1) = opened.surface.window
    for contender in opened.contenders:
        lecture = replace(opened, contenders=(contender,))
        (entry,) = race(lecture)
        x, y = entry.trajectory.points[:, -1]
        if x0 <= x <= x1 and y0 <= y <= y1:
            place = SmallMap(lecture.surface, *SIZE).pixels(np.array([[x], [y]]))[:, 0] + PLACE
            across, down = np.round(place).astype(int)
            assert pixels(lecture)[down, across].tolist() == color(contender.slot)


@pytest.mark.parametrize("key", LESSONS)
def test_a_question_shows_no_path(key: str) -> None:
    lesson = LESSONS[key]
    asked, answered = (pixels(lecture)[40:590, 40:800] for lecture in (lesson.lecture, lesson.answered))
    slots = [entry.contender.slot for entry in race(lesson.lecture)]
    assert not any((asked == color(slot)).all(axis=-1).any() for slot in slots)
    assert any((answered == color(slot)).all(axis=-1).any() for slot in slots)


@pytest.mark.parametrize("corrected", [True, False])
@pytest.mark.parametrize("key", ["temperatures", "step", "ramp", "impulse"])
def test_every_average_ends_where_it_does_on_the_page(key: str, corrected: bool) -> None:
    page = Averages(series=key, curves_1="corrected" if corrected else "uncorrected", curves_2="none")
    values = series(page).values
    average = weighted_average(values, page.beta_1, bias_correction=corrected)
    low, high = (limit(np.concatenate([values, average])) for limit in (np.min, np.max))
    inner = SIZE[1] - 2 * EDGE
    down = round(PLACE[1] + EDGE + inner * (high - average[-1]) / (high - low))
    across = PLACE[0] + SIZE[0] - EDGE
    # A dash may have ended before the edge; solid lines reach it.
    end = pixels(replace(opening(Bowl()), page=page))[down - 1 : down + 2, across - 12 : across]
    assert (end == color(0)).all(axis=-1).any()


def test_a_page_of_averages_of_nothing_has_a_picture() -> None:
    nothing, one = (Averages(series="pasted", pasted=rows) for rows in ((), ((1.0,),)))
    assert (pixels(replace(opening(Bowl()), page=nothing)) != pixels(replace(opening(Bowl()), page=one))).any()


def test_what_is_to_be_predicted_is_not_shown_either() -> None:
    lecture = opening(SURFACES["bowl"]())
    hidden = replace(lecture, view=View(hidden=frozenset({"results"})))
    assert (pixels(hidden) != pixels(lecture)).any()
    assert not (pixels(hidden)[40:590, 40:800] == color(0)).all(axis=-1).any()


def test_the_surface_has_the_colours_of_the_page() -> None:
    theme = (ROOT / "frontend" / "host" / "theme.js").read_text(encoding="utf-8")
    light = re.search(r"heights: \[([^]]+)\]", theme)
    assert light
    assert tuple(re.findall("#[0-9a-f]{6}", light[1])) == HEIGHTS


def test_dashes_are_as_long_as_they_should_be_and_on_the_line() -> None:
    angle = np.linspace(0.0, 3.0, 200)
    line = 100.0 * np.array([np.cos(angle), np.sin(angle)])
    pieces = dashes(line, [11.0, 5.0, 3.0, 5.0])
    lengths = [np.hypot(*np.diff(piece)).sum() for piece in pieces]
    np.testing.assert_allclose(lengths[:-1], np.resize([11.0, 3.0], len(lengths) - 1), rtol=1e-9)
    assert all(np.allclose(np.hypot(*piece), 100.0, atol=0.01) for piece in pieces)
    np.testing.assert_array_equal(pieces[0][:, 0], line[:, 0])


@pytest.mark.parametrize("points", [np.zeros((2, 1)), np.zeros((2, 5))])
def test_a_line_without_length_has_no_dashes(points: np.ndarray) -> None:
    assert dashes(points, [3.0, 3.0]) == []


def test_a_line_of_too_many_dashes_is_whole() -> None:
    line = np.array([[0.0, 10.0 * MOST], [0.0, 0.0]])
    assert [piece.tolist() for piece in dashes(line, [1.0, 1.0])] == [line.tolist()]
