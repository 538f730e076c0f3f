"""Where the browser finds what a control changes, and whether it can read the text beside a slider."""

from functools import reduce

import pytest

from lecture import Contender, Lecture, branched, opening
from optimizers import OPTIMIZERS, SCHEDULES, Optimizer, Schedule
from parameters import Number, declared, format_number
from scenes.scene import build
from scenes.sliders import sliders, stops
from surfaces import SURFACES, Surface
from tests.eights import eights
from tests.written_numbers import read_number
from views.controls.live import live_controls


def lectures() -> list[Lecture]:
    """One for each surface, and one for each rule with each schedule."""
    bowl = SURFACES["bowl"]()
    races = [opening(surface()) for surface in SURFACES.values()]
    for schedule in SCHEDULES.values():
        for rules in eights(OPTIMIZERS.values()):
            contenders = tuple(Contender(rule(), schedule(), slot=slot) for slot, rule in enumerate(rules))
            races.append(Lecture(bowl, (1.0, 1.0), contenders))
    races.append(branched(races[0], 0, 30))
    return races


@pytest.mark.parametrize("lecture", lectures())
def test_every_control_leads_to_a_number_of_the_scene(lecture: Lecture) -> None:
    content = build(lecture).json()["content"]
    terms = {
        "surfaceParameters": content["surface"]["parameters"],
        "steps": content["steps"],
        "noise": content["noise"],
        "contenders": {contender["id"]: contender["terms"] for contender in content["contenders"]},
    }
    controls = live_controls(lecture)
    assert len(controls) > len(lecture.contenders)
    for name, (place, low, high, slider) in controls.items():
        value = reduce(lambda tree, key: tree[key], place, terms)
        assert isinstance(value, int | float), name
        assert low <= value <= high, name
        assert slider in sliders(), name


def numbers() -> list[Number]:
    """Every declared number that has a slider with stops."""
    families: list[type[Surface | Optimizer | Schedule | Lecture]] = [
        *SURFACES.values(),
        *OPTIMIZERS.values(),
        *SCHEDULES.values(),
        Lecture,
    ]
    found = [p for family in families for p in declared(family).values() if isinstance(p, Number)]
    return list({repr(p): p for p in found if p.scale != "linear"}.values())


@pytest.mark.parametrize("parameter", numbers(), ids=lambda parameter: parameter.label)
def test_every_stop_of_a_slider_can_be_read_from_what_is_written_beside_it(parameter: Number) -> None:
    for stop in stops(parameter):
        assert read_number(format_number(stop)) == stop
