"""Small fans: every hyper-parameter has a picture of its paths, and a race in which it can be turned."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from lecture import decode, encode
from lecture.pages.rules import EXPLAINED
from optimizers import OPTIMIZERS, run
from parameters import Number, declared
from scenes.small_fan import MOST, small_fan
from scenes.small_map import HEIGHT, WIDTH, SmallMap
from tests.conftest import ROOT
from tracing import TRACED

SVG = "{http://www.w3.org/2000/svg}"
FIELDS = [(key, field) for key, family in EXPLAINED.items() for field in declared(family)]


@pytest.mark.parametrize(("key", "field"), FIELDS, ids=[f"{key} {field}" for key, field in FIELDS])
def test_every_hyper_parameter_has_a_fan(key: str, field: str) -> None:
    fan = small_fan(key, field)
    is_number = isinstance(declared(EXPLAINED[key])[field], Number)
    groups = ET.fromstring(fan.svg).findall(f"{SVG}g[@opacity]")
    assert len(groups) == (MOST if is_number else 2)
    assert fan.low != fan.high
    assert decode(encode(fan.race)) == (fan.race, ())
    assert fan.race.view.fan == (field if is_number and key in TRACED else None), "where a browser can walk it"
    assert [c.rule.key for c in fan.race.contenders] == [key] * (1 if is_number else 2)


def test_its_lines_are_the_paths() -> None:
    fan = small_fan("momentum", "beta1")
    group = ET.fromstring(fan.svg).findall(f"{SVG}g[@opacity]")[-1]
    (line,) = group.findall(f"{SVG}polyline")
    drawn = np.array([pair.split(",") for pair in line.attrib["points"].split()], dtype=float)
    rule = replace(fan.race.contenders[0].rule, beta1=declared(OPTIMIZERS["momentum"])["beta1"].slider[1])
    path = run(fan.race.surface, rule, fan.race.start, fan.race.steps)
    np.testing.assert_allclose(drawn.T, SmallMap(fan.race.surface).pixels(path.points), atol=0.051)
    assert len(group.findall(f"{SVG}circle")) == 1, "it stays on the map, and has a dot at its end"


def test_a_path_ends_where_it_leaves_the_map() -> None:
    (first, *_) = ET.fromstring(small_fan("momentum", "beta1").svg).findall(f"{SVG}g[@opacity]")
    x, y = map(float, first.find(f"{SVG}polyline").attrib["points"].split()[-1].split(","))  # type: ignore[union-attr]
    assert not (0 <= x <= WIDTH and 0 <= y <= HEIGHT)
    assert not first.findall(f"{SVG}circle")


def test_its_colours_are_those_of_the_fan_in_the_race() -> None:
    layer = (ROOT / "frontend/map/fan_layer.js").read_text(encoding="utf-8")
    assert "const HUES = [262, 402]" in layer
    assert "light: [38, 46]" in layer
    assert "hsl(262, 78%, 38%)" in small_fan("momentum", "beta1").svg
    assert "hsl(42, 78%, 46%)" in small_fan("momentum", "beta1").svg
