"""Colours, dashes and symbols: one of each for every slot, told apart without colour."""

import re

import numpy as np
import pytest

from lecture import MAX_CONTENDERS
from scenes.palette import STROKES, stroke
from tests.conftest import ROOT


@pytest.mark.parametrize("name", ["OUTLINES", "PLOTLY"])
def test_every_slot_has_a_symbol_of_its_own(name: str) -> None:
    source = (ROOT / "frontend/dom/symbols.js").read_text(encoding="utf-8")
    (listed,) = re.findall(rf"const {name} = \[(.*?)\];", source, re.DOTALL)
    symbols = re.findall(r'"([^"]+)"', listed)
    assert len(symbols) == len({*symbols}) == MAX_CONTENDERS


def test_every_slot_has_a_stroke_of_its_own() -> None:
    assert [stroke(slot) for slot in range(MAX_CONTENDERS)] == [*STROKES]


def test_a_dash_is_written_as_svg_reads_it() -> None:
    assert [stroke(slot).dasharray for slot in (0, 1, 3)] == ["none", "11,5", "13,5,3,5"]


def test_every_slot_differs_in_colour_and_in_dash():
    assert len({drawn.color for drawn in STROKES}) == len({drawn.dash for drawn in STROKES}) == len(STROKES)


@pytest.mark.parametrize("drawn", STROKES, ids=lambda drawn: drawn.name)
def test_every_colour_reads_on_its_white_casing(drawn):
    assert _contrast(drawn.color, "#ffffff") > 2.0


def _contrast(first: str, second: str) -> float:
    low, high = sorted(map(_luminance, (first, second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    values = np.array([int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])
