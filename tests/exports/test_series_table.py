"""The table of a series and its averages, as pandas reads it."""

import io
from dataclasses import replace
from typing import Any

import numpy as np
import pandas
import pytest

from exports import table
from lecture import encode, opening
from lecture.pages.averages import SERIES, Averages
from lecture.series import series
from optimizers import weighted_average
from surfaces import SURFACES


def read(page: Averages) -> Any:
    lecture = replace(opening(SURFACES["bowl"]()), page=page)
    text = table(lecture, "https://downhill.example/?" + encode(lecture))
    assert text.isascii()
    return pandas.read_csv(io.StringIO(text))


@pytest.mark.parametrize("key", [key for key in SERIES if key != "pasted"])
def test_every_day_has_its_value_and_its_averages(key: str) -> None:
    page = Averages(series=key, curves_2="corrected", curves_3="uncorrected")
    rows = read(page)
    values = series(page).values
    assert rows.columns.tolist() == [
        *("day", "value", "average_0.9", "corrected_0.9", "corrected_0.98", "average_0.5", "settings", "link")
    ]
    np.testing.assert_array_equal(rows["day"], np.arange(1, values.size + 1))
    np.testing.assert_array_equal(rows["value"], values)
    np.testing.assert_array_equal(rows["average_0.9"], weighted_average(values, 0.9))
    np.testing.assert_array_equal(rows["corrected_0.98"], weighted_average(values, 0.98, bias_correction=True))


def test_settings_and_link_stand_in_the_first_row_alone() -> None:
    rows = read(Averages(beta_1=0.75))
    assert "beta 0.75 with and without bias correction" in rows["settings"][0]
    assert rows["link"][0].startswith("https://downhill.example/?v=1&page=averages~")
    assert rows[["settings", "link"]][1:].isna().all(axis=None)


def test_no_numbers_are_no_rows() -> None:
    assert read(Averages(series="pasted")).empty
