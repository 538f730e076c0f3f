"""What Python and JavaScript each declare for themselves is the same on both sides."""

import re
from typing import Any

import pytest

from exports.handout.bundle import FRONTEND
from lecture import View, landscape, view
from lecture.link.encode import RARE, encode_value
from optimizers import newton
from parameters import declared
from tests.tracing.deno import answers

CHOICES = """
import { RATES_ALONE, DATA, SWEEP } from "%(frontend)s/curves/choices.js";
import { AXES } from "%(frontend)s/curves/across.js";
import { NUMBERS } from "%(frontend)s/curves/series.js";
import { LAYERS } from "%(frontend)s/map/layer_choice.js";
import { LAYOUTS } from "%(frontend)s/player/layouts.js";
import { VIEW_FIELDS } from "%(frontend)s/player/view.js";
import { MEASURES } from "%(frontend)s/sweep/measures.js";

export const choices = () => ({
  axis: Object.keys(AXES),
  curve: ["auto", "none", DATA, SWEEP, ...Object.keys(RATES_ALONE), ...Object.keys(NUMBERS)].sort(),
  layer: Object.keys(LAYERS),
  layout: Object.keys(LAYOUTS),
  sweep_shows: Object.keys(MEASURES),
});
export const rare = () => Object.entries(VIEW_FIELDS).flatMap(([name, { rare }]) => rare ? [[name, rare]] : []);
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    source = CHOICES % {"frontend": FRONTEND.absolute().as_uri()}
    return answers(source, [("choices", {}), ("rare", {})], tmp_path_factory.mktemp("choices"))


def test_the_player_offers_what_a_link_may_choose(found: list[Any]) -> None:
    assert found[0] == {
        "axis": list(view.AXES),
        "curve": sorted(view.CURVES),
        "layer": list(view.LAYERS),
        "layout": list(view.LAYOUTS),
        "sweep_shows": list(view.SWEEPS),
    }


def test_the_same_values_go_without_saying(found: list[Any]) -> None:
    fields = declared(View)
    assert dict(found[1]) == {name: encode_value(fields[name], fields[name].default) for name in RARE & fields.keys()}


@pytest.mark.parametrize(
    ("module", "name", "value"),
    [
        ("landscape/grid.js", "REACH", landscape.REACH),
        ("sweep/axes.js", "GOAL", landscape.GOAL),
        ("live/walked_picture.js", "STANDING", newton.ARRIVED),
    ],
)
def test_a_number_has_one_value(module: str, name: str, value: float) -> None:
    source = (FRONTEND / module).read_text(encoding="utf-8")
    (written,) = re.findall(rf"^const {name} = ([^;]+);", source, re.MULTILINE)
    assert float(written) == value
