"""The small print under a still names every setting."""

from dataclasses import replace
from typing import Any

import pytest

from lecture import MAX_CONTENDERS, Contender, opening
from lecture.caption import caption
from optimizers import OPTIMIZERS, SCHEDULES
from parameters import Number, Rows, declared, format_number
from surfaces import SURFACES


@pytest.mark.parametrize("first", range(0, len(SCHEDULES), MAX_CONTENDERS))
def test_every_value_of_surface_contender_and_schedule_is_named(first):
    schedules = [*SCHEDULES.values()][first : first + MAX_CONTENDERS]
    contenders = tuple(
        Contender(OPTIMIZERS["adam"](), schedule(), slot=slot) for slot, schedule in enumerate(schedules)
    )
    for surface in SURFACES.values():
        lecture = replace(opening(surface()), contenders=contenders, noise=0.0)
        words = caption(lecture)
        owners = [(lecture.surface, words[0])]
        owners += [(c.rule, line) for c, line in zip(contenders, words[2:], strict=True)]
        owners += [(c.schedule, line) for c, line in zip(contenders, words[2:], strict=True)]
        for owner, line in owners:
            for name, parameter in declared(owner).items():
                value = getattr(owner, name)
                if isinstance(parameter, Number):
                    assert f"{parameter.plain_symbol} {format_number(value)}" in line
                elif value is not None and not isinstance(parameter, Rows):  # of which there are none at first
                    assert parameter.label.lower() in line


def test_start_steps_noise_and_seed():
    lecture = replace(opening(SURFACES["bowl"]()), start=(-1.5, 2.0), steps=77)
    assert "from (−1.5, 2), 77 steps" in caption(lecture)
    assert not any("seed" in line for line in caption(lecture))
    noisy = caption(replace(lecture, noise=0.5, seed=9))
    assert "gradient noise σ 0.5, the same for all, seed 9" in noisy


def test_who_sits_out_is_left_out_and_a_start_of_its_own_is_named():
    first, second, *_ = (lecture := opening(SURFACES["bowl"]())).contenders
    assert any(line.startswith("SGD") for line in caption(lecture))
    lecture = replace(lecture, contenders=(replace(first, active=False), replace(second, start=(1.0, 1.0))))
    assert not any(line.startswith("SGD") for line in caption(lecture))
    assert caption(lecture)[-1].endswith("from (1, 1)")


def test_moved_examples_are_counted():
    family: Any = SURFACES["regression"]
    surface = family(moved=((3, 0.5, 1.0), (7, 1.0, -2.0)))
    assert "2 moved examples" in caption(opening(surface))[0]
    assert "moved" not in caption(opening(SURFACES["regression"]()))[0]
