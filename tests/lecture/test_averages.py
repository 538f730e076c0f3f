"""The page of the averages: its series, its link, and what stands in one."""

from dataclasses import replace

import numpy as np
import pytest

from lecture import Lecture, decode, encode, opening
from lecture.caption import caption
from lecture.link.values import LEFT_OUT
from lecture.pages.averages import MAX_DAYS, MAX_MOVED, SERIES, YEAR, Averages
from lecture.series import HEIGHT, SLOPE, event, series
from surfaces import SURFACES
from tests.lecture.longest import longest

BOWL = opening(SURFACES["bowl"]())


def on_page(page: Averages) -> Lecture:
    """A lecture that shows a page."""
    return replace(BOWL, page=page)


def test_temperatures_are_the_season_and_their_noise() -> None:
    made = series(Averages())
    assert made.noise is not None
    season = made.values - made.noise
    np.testing.assert_allclose(season, series(Averages(noise=0.0)).values, atol=1e-12)
    assert made.noise.std() == pytest.approx(3.0, rel=0.15)
    assert 180 < season.argmax() < 220, "summer is in the middle of the year"
    np.testing.assert_array_equal(series(Averages()).values, made.values)
    assert (series(Averages(seed=1)).values != made.values).all()


def test_the_other_series_are_what_they_are_called() -> None:
    for days in (YEAR, 12):
        step, ramp, impulse = (series(Averages(series=k, days=days)).values for k in ("step", "ramp", "impulse"))
        day = event(days)
        assert step.size == ramp.size == impulse.size == days
        assert (step[: day - 1] == 0.0).all()
        assert (step[day - 1 :] == HEIGHT).all()
        np.testing.assert_allclose(np.diff(ramp), SLOPE)
        assert impulse[day - 1] == impulse.sum() == HEIGHT
    assert event(YEAR) == 60, "as in links that say nothing of days"


def test_a_short_series_is_the_beginning_of_the_year() -> None:
    short, year = series(Averages(days=60)), series(Averages())
    np.testing.assert_array_equal(short.values, year.values[:60])
    assert short.noise is not None
    assert year.noise is not None
    np.testing.assert_array_equal(short.noise, year.noise[:60])


def test_the_caption_says_how_short_a_series_is_and_counts_the_moved_days_that_it_has() -> None:
    page = Averages(days=60, moved=((3, 1.0), (100, 1.0)))
    assert caption(on_page(page))[0] == "Daily temperatures of a year, 60 days"
    assert "1 of its days moved by hand" in "; ".join(caption(on_page(page)))
    assert caption(on_page(Averages(series="pasted", pasted=((1.0,),), days=60)))[0] == SERIES["pasted"]


def test_of_pasted_numbers_nobody_knows_the_noise() -> None:
    made = series(Averages(series="pasted", pasted=((1.0,), (4.0,))))
    assert made.values.tolist() == [1.0, 4.0]
    assert made.noise is None
    assert series(Averages(series="pasted")).values.size == 0


def test_a_day_is_moved_and_moved_again() -> None:
    page = Averages(series="step").with_moved(3, 5.0).with_moved(8, 1.0).with_moved(3, -2.0)
    assert page.moved == ((8, 1.0), (3, -2.0))
    assert series(page).values[[3, 8]].tolist() == [-2.0, 1.0]
    assert series(replace(page, moved=((YEAR, 1.0),))).values.size == YEAR, "a day that there is not"


def test_no_more_days_are_moved_than_a_link_holds() -> None:
    page = Averages(moved=tuple((day, 0.0) for day in range(MAX_MOVED)))
    assert page.with_moved(0, 1.0).moved[-1] == (0, 1.0)
    with pytest.raises(ValueError, match="moved must be at most 40 moved days"):
        page.with_moved(MAX_MOVED, 1.0)


def test_few_pasted_numbers_travel_in_the_link() -> None:
    lecture = on_page(Averages(series="pasted", pasted=((1.5,), (-2.0,), (1e-7,))))
    assert decode(encode(lecture)) == (lecture, ())


def test_a_link_says_that_it_lacks_many_pasted_numbers() -> None:
    page = Averages(series="pasted", pasted=((0.125,),) * MAX_DAYS)
    link = encode(on_page(page))
    assert f"~pasted_{LEFT_OUT}" in link
    opened, notes = decode(link)
    assert opened.page == replace(page, pasted=())
    assert notes == ("The pasted numbers are too many for a link, which lacks them; showing none.",)


def test_the_longest_link_of_the_page_is_read_as_a_whole() -> None:
    digits = 0.12345678901234567
    page = Averages(
        series="pasted",
        moved=tuple((9000 + day, digits) for day in range(MAX_MOVED)),
        pasted=((digits,),) * 50,
    )
    lecture = replace(longest(1.2345678901234567e-100), start=(digits, digits), page=page)
    assert decode(encode(lecture))[0].page == page


@pytest.mark.parametrize("key", SERIES)
def test_the_caption_names_every_setting(key: str) -> None:
    page = Averages(series=key, beta_1=0.75, curves_2="corrected", curves_3="uncorrected", misprint=True)
    words = "; ".join(caption(on_page(page.with_moved(2, 1.0))))
    assert words.startswith(SERIES[key])
    assert ("noise σ 3 °C, seed 0" in words) is (key == "temperatures")
    for part in (
        "1 of its days moved by hand",
        "β 0.75 with and without bias correction",
        "β 0.98 with bias correction",
        "β 0.5 without bias correction",
        "divided by 1 − β, as misprinted",
    ):
        assert part in words


def test_an_average_without_curves_is_not_in_the_caption() -> None:
    assert "β 0.5" not in "; ".join(caption(on_page(Averages())))
