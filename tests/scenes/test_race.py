"""The scene is plain JSON, and it is of its lecture."""

import json
from dataclasses import replace

import numpy as np
import pytest

from lecture import Camera, Contender, Lecture, View, opening, race
from optimizers import OPTIMIZERS
from parameters import MOST_EXAMPLES
from scenes.blobs import blob_id, unpack
from scenes.palette import stroke
from scenes.race import content
from scenes.scene import build, plain
from scenes.sliders import sliders
from surfaces import SURFACES

SADDLE = replace(opening(SURFACES["saddle"]()), view=View(step=12, speed=0.5))


@pytest.mark.parametrize("key", SURFACES)
def test_a_scene_survives_json(key: str) -> None:
    made = build(opening(SURFACES[key]())).json()
    assert json.loads(json.dumps(made, allow_nan=False)) == made


def test_a_scene_describes_its_lecture() -> None:
    made = build(SADDLE, token="abc", fill=True).json()
    assert made["page"] == "race"
    content, view = made["content"], made["view"]
    assert content["fill"] is True
    assert content["start"] == list(SADDLE.start)
    assert content["steps"] == SADDLE.steps
    assert content["settings"][0] == "Saddle"
    assert content["surface"]["lowest"] is None
    assert content["surface"]["unlisted"] is None
    assert view == {
        "step": 12,
        "speed": 0.5,
        "layout": "map-loss",
        "curve": "auto",
        "arrows": False,
        "fan": None,
        "ask": False,
        "layer": "heights",
        "cloud": False,
        "gauges": False,
        "eigenvectors": False,
        "sweep_up": None,
        "sweep_shows": "outcome",
        "sweep_zoom": None,
        "axis": "updates",
        "unseen": [],
        "camera": None,
        "zoom": None,
        "focus": None,
        "token": "abc",
    }


def test_a_camera_and_a_zoom_travel_as_rows_of_numbers() -> None:
    view = View(camera=Camera((1.0, 2.0, 3.0)), zoom=((0.0, 1.0), (2.0, 3.0)))
    made = build(replace(SADDLE, view=view)).json()["view"]
    assert made["camera"] == [[1.0, 2.0, 3.0], [0.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    assert made["zoom"] == [[0.0, 1.0], [2.0, 3.0]]


def test_a_scene_names_its_blobs_by_their_ids() -> None:
    scene = build(SADDLE)
    made = scene.json()
    ids = [contender["id"] for contender in made["content"]["contenders"]]
    assert list(made["blobs"]) == ["surface", *ids, "noise"]
    assert made["blobs"] == {name: blob_id(blob) for name, blob in scene.blobs.items()}
    for entry in race(SADDLE):
        _, arrays = unpack(scene.blobs[str(entry.contender.slot)])
        np.testing.assert_array_equal(arrays["points"], entry.trajectory.points)


def runaway() -> Lecture:
    wild, calm = (OPTIMIZERS["sgd"](learning_rate=rate) for rate in (10.0, 0.01))
    return Lecture(SURFACES["bowl"](), (1.0, 1.0), (Contender(wild, slot=0), Contender(calm, slot=3)), steps=500)


def test_an_outcome_travels_by_name_with_the_words_beside_the_contender() -> None:
    wild, calm = build(runaway()).json()["content"]["contenders"]
    entry, _ = race(runaway())
    assert wild["outcome"] == {
        "name": "diverged",
        "sentence": entry.trajectory.outcome.sentence,
        "note": f"diverged at step {entry.trajectory.steps + 1}",
        "known_from": entry.trajectory.steps + 1,
    }
    assert (calm["outcome"]["note"], calm["outcome"]["known_from"]) == (None, 500)
    assert (calm["id"], calm["slot"], calm["color"]) == ("3", 3, stroke(3).color)


def test_a_scene_says_whether_its_results_are_to_be_predicted_first() -> None:
    hiding = build(replace(SADDLE, view=View(hidden=frozenset({"results"}))))
    assert [made.content["predict"] for made in (build(SADDLE), hiding)] == [False, True]
    assert hiding.extras["results"]["rows"], "they are shown once they are revealed"


def test_a_number_without_a_name_in_json_is_refused() -> None:
    with pytest.raises(ValueError, match="finite numbers only, not inf"):
        plain({"start": (np.inf, 0.0)})


def noise_of(lecture: Lecture, *, compact: bool = False) -> dict[str, np.ndarray]:
    """The errors in a scene's blobs, by the name of the blob."""
    blobs = build(lecture, compact=compact).blobs
    return {name: unpack(blob)[1]["normal"] for name, blob in blobs.items() if name.startswith("noise")}


def test_a_scene_holds_the_errors_that_its_paths_were_walked_with() -> None:
    lecture = replace(opening(SURFACES["bowl"]()), noise=0.5, seed=3, steps=40)
    for entry in race(lecture):
        exact = lecture.surface.gradient(entry.trajectory.points)
        errors = 0.5 * noise_of(lecture)["noise"][:41].T
        assert np.array_equal(exact + errors, entry.trajectory.gradients)


def test_errors_of_their_own_have_a_blob_for_each_contender() -> None:
    lecture = replace(opening(SURFACES["bowl"]()), noise=0.5, same_noise=False)
    found = noise_of(lecture)
    assert list(found) == [f"noise {contender.slot}" for contender in lecture.contenders]
    assert len({normal.tobytes() for normal in found.values()}) == len(found)


def test_errors_that_nobody_needs_are_not_sent() -> None:
    quiet = opening(SURFACES["bowl"]())
    assert noise_of(quiet)["noise"].shape == (quiet.steps + 1, 2), "they are needed once noise is turned up"
    assert not noise_of(quiet, compact=True)
    assert not noise_of(replace(quiet, steps=5_000))


def test_a_batch_size_is_an_axis_of_a_sweep_as_far_as_its_batches_are_known() -> None:
    lecture = replace(opening(SURFACES["regression"]()), steps=159)
    batches = [contender.batch_size for contender in lecture.contenders]
    assert batches == [32, MOST_EXAMPLES, 1]
    page, handout = (
        [c.get("batch") for c in content(lecture, compact=compact)[0]["contenders"]] for compact in (False, True)
    )
    assert [axis["high"] for axis in page] == [200, 200, 200]
    assert [axis and axis["high"] for axis in handout] == [100, None, 100], "a handout has no control of larger batches"
    assert page[0]["slider"] in sliders()
    assert all("batch" not in contender for contender in content(SADDLE)[0]["contenders"])
