"""The way from the averages to the race."""

from dataclasses import replace

import numpy as np
import pytest

from lecture import MAX_CONTENDERS, Contender, opening, race
from lecture.bridge import CURVE, average_of_gradients
from lecture.pages.averages import Averages
from lecture.view import CURVES
from optimizers import OPTIMIZERS
from surfaces import SURFACES

LECTURE = replace(opening(SURFACES["bowl"]()), page=Averages())


def test_it_leads_to_the_first_contender_that_keeps_an_average_of_gradients() -> None:
    led = average_of_gradients(LECTURE)
    assert (led.page.key, led.view.curve) == ("race", CURVE)
    assert CURVE in CURVES
    assert led.contenders == LECTURE.contenders
    (in_focus,) = (c for c in led.contenders if c.slot == led.view.focus)
    assert in_focus.rule.key == "momentum"


def test_on_the_loss_of_a_data_set_the_gradient_is_that_of_mini_batches() -> None:
    led = average_of_gradients(opening(SURFACES["regression"]()))
    (in_focus,) = (c for c in led.contenders if c.slot == led.view.focus)
    (entry,) = (e for e in race(led) if e.contender.slot == in_focus.slot)
    g, v = entry.trajectory.gradients[1, 101:], entry.trajectory.states.velocity[1, 100:]
    assert np.diff(v).std() < 0.3 * np.diff(g).std(), "v is smooth where g is jagged"


@pytest.mark.parametrize("count", [0, 1, MAX_CONTENDERS])
def test_where_nobody_keeps_one_momentum_joins(count: int) -> None:
    others = tuple(Contender(OPTIMIZERS["sgd"](), slot=slot) for slot in range(count))
    led = average_of_gradients(replace(LECTURE, contenders=others))
    (in_focus,) = (c for c in led.contenders if c.slot == led.view.focus)
    assert in_focus.rule.key == "momentum"
    assert len(led.contenders) == min(count + 1, MAX_CONTENDERS)
