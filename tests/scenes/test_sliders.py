"""Where sliders stand, and how far the arrows of the entries beside them go."""

from itertools import pairwise

import pytest

from optimizers.adam import Adam
from parameters import Number, declared
from scenes.sliders import step_from, stops

ALPHA, BETA1 = (
    parameter for name in ("learning_rate", "beta1") if isinstance(parameter := declared(Adam)[name], Number)
)


@pytest.mark.parametrize("parameter", [ALPHA, BETA1])
def test_the_arrows_of_an_entry_go_from_stop_to_stop(parameter: Number) -> None:
    places = stops(parameter)
    for place, following in pairwise(places):
        assert place + step_from(parameter, place) == pytest.approx(following, rel=1e-9)


def test_beyond_a_slider_they_keep_to_its_scale() -> None:
    assert step_from(ALPHA, 3e-7) == pytest.approx(1e-8)
    assert step_from(ALPHA, 40.0) == pytest.approx(1.0)
    assert step_from(BETA1, 0.9999) == pytest.approx(1e-5)


def test_on_a_linear_scale_they_go_by_its_step() -> None:
    linear = Number(default=1.0, low=0.0, high=10.0, label="Angle", help="", step=0.5)
    assert step_from(linear, 3.0) == 0.5
