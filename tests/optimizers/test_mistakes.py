"""Rules that are wrong on purpose are wrong in exactly the way they say."""

from math import sqrt

import numpy as np
import pytest

from optimizers import MISTAKES, OPTIMIZERS, run
from optimizers.adam import Adam, AdamState
from optimizers.adam_stuck import AdamStuck
from surfaces import Surface
from tests.formulas import equations
from tests.optimizers.cases import every_surface, relative_error, start_of

STUCK = AdamStuck(learning_rate=0.1)


def test_no_mistake_stands_among_the_rules() -> None:
    assert [rule.key for rule in MISTAKES.values()] == list(MISTAKES)
    assert not {*MISTAKES} & {*OPTIMIZERS}
    assert not {rule.title for rule in MISTAKES.values()} & {rule.title for rule in OPTIMIZERS.values()}


@every_surface
def test_a_counter_that_stays_at_one(surface: Surface) -> None:
    path = run(surface, STUCK, start_of(surface), 30)
    assert np.all(path.states.t == 1)
    real = run(surface, Adam(learning_rate=0.1), start_of(surface), 30)
    np.testing.assert_array_equal(path.points[:, :2], real.points[:, :2])
    assert relative_error(path.points[:, 2], real.points[:, 2]) > 1e-3


@every_surface
def test_it_is_adam_without_correction_at_a_third_of_the_rate(surface: Surface) -> None:
    rate = 0.1 * sqrt(1.0 - STUCK.beta2) / (1.0 - STUCK.beta1)
    expected = run(surface, Adam(rate, epsilon=1e-30, bias_correction=False), start_of(surface), 100)
    path = run(surface, AdamStuck(learning_rate=0.1, epsilon=1e-30), start_of(surface), 100)
    assert relative_error(path.points, expected.points) <= 1e-8


def test_its_pace_on_an_even_slope() -> None:
    point, state, pace = np.zeros(2), STUCK.init(np.zeros(2)), []
    for _ in range(10_000):
        moved, state = STUCK.step(point, np.ones(2), state, 1.0)
        pace.append(-moved[0])
    assert (pace[0], pace[9], pace[-1]) == pytest.approx((1.0, 2.0, 1.0 / 3.0), rel=0.06)


def test_its_formula_is_what_it_does() -> None:
    gradient = np.array((2.0, 1.0))
    state = AdamState(m=np.array((0.3, -2.0)), s=np.array((0.5, 4.0)), t=1)
    moved, after = STUCK.step(np.array((1.0, -1.0)), gradient, state, 0.1)
    for i, w in enumerate((1.0, -1.0)):
        known = {"w": w, "g": gradient[i], "m": state.m[i], "s": state.s[i], "alpha": 0.1}
        known |= {"beta_1": STUCK.beta1, "beta_2": STUCK.beta2, "epsilon": STUCK.epsilon}
        for line in STUCK.formula:
            (equation,) = equations(line)
            known[equation.name] = equation(**known)
        intermediates = STUCK.intermediates(after)
        assert {symbol: value[i] for symbol, value in intermediates.items()} == pytest.approx(
            {r"\hat{m}": known["mhat"], r"\hat{s}": known["shat"]}, rel=1e-12
        )
        assert (moved[i], after.m[i], after.s[i]) == pytest.approx((known["w"], known["m"], known["s"]), rel=1e-12)
