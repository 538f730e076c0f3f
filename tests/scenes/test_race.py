"""The scene is plain JSON, and its strokes can be told apart without colour."""

import json

import numpy as np
import pytest

from scenes.palette import STROKES, stroke
from scenes.race import Contender, Ground, Mark, View, scene

GROUND = Ground(
    blob="a" * 16,
    key="saddle",
    title="Saddle",
    window=((-2.0, 2.0), (np.float64(-1.0), np.float64(1.0))),
    lowest=None,
    marks=(Mark("saddle", (0.0, 0.0), np.float64(0.0), (-2.0, 2.0)),),
)
ADAM = Contender("adam-1", 3, "b" * 16, "Adam", "α 0.1", "still moving", "Still moving after 200 steps.")


def test_a_scene_survives_json():
    made = scene(GROUND, [ADAM], (np.float64(0.5), 1), 200)
    assert json.loads(json.dumps(made, allow_nan=False)) == made


def test_a_scene_says_what_it_was_given():
    made = scene(GROUND, [ADAM], (0.5, 1.0), 200, View(step=12, speed=0.5), ["Saddle", "Adam: α 0.1"])
    assert made["settings"] == ["Saddle", "Adam: α 0.1"]
    assert made["surface"]["lowest"] is None
    assert made["surface"]["critical_points"][0]["eigenvalues"] == [-2.0, 2.0]
    assert made["start"] == [0.5, 1.0]
    assert made["view"]["step"] == 12
    assert made["view"]["speed"] == 0.5
    assert made["view"]["camera"] is made["view"]["zoom"] is made["view"]["focus"] is None
    contender = made["contenders"][0]
    assert contender["color"] == stroke(3).color
    assert contender["outcome"] == {"kind": "still moving", "sentence": "Still moving after 200 steps.", "step": None}


def test_a_number_without_a_name_in_json_is_refused():
    with pytest.raises(ValueError, match="finite numbers only, not inf"):
        scene(GROUND, [], (np.inf, 0.0), 200)


def test_every_slot_differs_in_colour_and_in_dash():
    assert len({drawn.color for drawn in STROKES}) == len({drawn.dash for drawn in STROKES}) == len(STROKES)


def test_further_slots_pair_colours_with_other_dashes():
    drawn = {(stroke(slot).color, stroke(slot).dash) for slot in range(3 * len(STROKES))}
    assert len(drawn) == 3 * len(STROKES)


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
