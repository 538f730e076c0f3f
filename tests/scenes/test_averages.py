"""The scene of the averages: what the browser is given, and that it walks the averages as NumPy does."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from exports.handout.bundle import FRONTEND
from lecture import opening
from lecture.pages.averages import MAX_DAYS, SERIES, Averages
from lecture.series import series
from optimizers import weighted_average
from scenes.blobs import unpack
from scenes.scene import build
from surfaces import SURFACES
from tests.tracing.deno import answers

BOWL = opening(SURFACES["bowl"]())
MANY = Averages(series="pasted", pasted=tuple((float(day),) for day in range(MAX_DAYS)))


@pytest.mark.parametrize("page", [*(Averages(series=key) for key in SERIES), MANY], ids=[*SERIES, "many"])
def test_the_series_arrives_to_the_last_bit(page: Averages) -> None:
    scene = build(replace(BOWL, page=page))
    _, arrays = unpack(scene.blobs["series"])
    made = series(page)
    np.testing.assert_array_equal(arrays["values"], made.values)
    assert ("noise" in arrays) is (made.noise is not None)
    assert scene.content["title"] == SERIES[page.series]


def test_every_average_names_its_beta_in_the_terms() -> None:
    content = build(replace(BOWL, page=Averages(beta_2=0.7, curves_3="corrected"))).content
    betas = [content["terms"][average["beta"]] for average in content["averages"]]
    assert betas == [0.9, 0.7, 0.5]
    assert [average["curves"] for average in content["averages"]] == ["both", "both", "corrected"]


def test_the_page_says_when_its_link_lacks_the_numbers() -> None:
    assert build(replace(BOWL, page=Averages())).extras["sentences"]["lacks"] is None
    assert "handout" in build(replace(BOWL, page=MANY)).extras["sentences"]["lacks"]


def test_the_browser_walks_averages_to_the_bit(tmp_path: Path) -> None:
    source = (FRONTEND / "averages" / "recursion.js").read_text(encoding="utf-8")
    module = source + (
        "export const walk = ({ values, beta }) => weightedAverage(values, beta);\n"
        "export const correct = ({ values, beta }) => biasCorrected(weightedAverage(values, beta), beta);\n"
    )
    values = series(Averages()).values * 1.1
    betas = (0.0, 0.5, 0.9, 0.98, 0.999)
    calls = [(name, {"values": values, "beta": beta}) for name in ("walk", "correct") for beta in betas]
    walked = answers(module, calls, tmp_path)
    for beta, plain, corrected in zip(betas, walked, walked[len(betas) :], strict=False):
        np.testing.assert_array_equal(plain, weighted_average(values, beta))
        # Powers are rounded in another way in some browsers.
        np.testing.assert_allclose(corrected, weighted_average(values, beta, bias_correction=True), rtol=1e-13)
