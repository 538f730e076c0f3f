"""Schedules against plain formulas for one number, and against the formulas that a reader sees."""

from collections.abc import Callable
from math import cos, floor, pi, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, SCHEDULES, Schedule, run
from parameters import Number, declared
from surfaces import SURFACES
from tests.formulas import equations
from tests.optimizers.cases import every_schedule
from tests.strategies import chosen


def epoch(s: Any, t: int) -> int:
    return (t - 1) // s.steps_per_epoch


def cosine(progress: float, lowest: float) -> float:
    return lowest if progress >= 1 else lowest + (1 - lowest) * (1 + cos(pi * progress)) / 2


def warmed_up(s: Any, t: int) -> float:
    if t <= s.warmup:
        return t / s.warmup
    if s.horizon <= s.warmup:
        return s.floor
    return cosine((t - 1 - s.warmup) / (s.horizon - s.warmup), s.floor)


def stable(s: Any, t: int) -> float:
    if t <= s.warmup:
        return t / s.warmup
    into_decay = t - 1 - (s.horizon - s.decay)
    return s.floor + (1 - s.floor) * (1 - min(max(into_decay / s.decay, 0), 1))


def over(s: Any, t: int) -> float:
    """The part of its cycle that is over, counted cycle by cycle."""
    left, length = t - 1, s.cycle
    while left >= length:
        left, length = left - length, length * s.growth
    return left / length


def one_cycle(s: Any, t: int) -> float:
    """As a scheduler that steps before each update: it turns at rise · horizon − 1 and ends at horizon − 1."""
    done, turn, end = t - 1, s.rise * s.horizon - 1, s.horizon - 1
    low, last = s.start_factor, s.start_factor * s.end_factor
    if t <= s.rise * s.horizon:
        part = done / turn if turn > 0 else 0.0
        return 1 + (low - 1) * (1 + cos(pi * part)) / 2
    return last + (1 - last) * (1 + cos(pi * min(1.0, (done - turn) / (end - turn)))) / 2


# α_t for α₀ = 1, by the schedule's key.
PLAIN: dict[str, Callable[[Any, int], float]] = {
    "constant": lambda *_: 1.0,
    "exponential": lambda s, t: s.factor ** epoch(s, t),
    "inverse-time": lambda s, t: 1 / (1 + s.decay_rate * epoch(s, t)),
    "inverse-sqrt": lambda s, t: s.scale / sqrt(epoch(s, t) + 1),
    "step": lambda s, t: s.drop ** floor(epoch(s, t) / s.every),
    "cosine": lambda s, t: cosine((t - 1) / s.horizon, s.floor),
    "warmup-cosine": warmed_up,
    "polynomial": lambda s, t: s.floor + (1 - s.floor) * (1 - min(t - 1, s.horizon) / s.horizon) ** s.power,
    "warmup-stable-decay": stable,
    "cosine-restarts": lambda s, t: cosine(over(s, t), s.floor),
    "one-cycle": one_cycle,
}

every_kind = pytest.mark.parametrize("key", SCHEDULES)
first_rates = st.floats(1e-8, 1000.0)


def telling_updates(schedule: Schedule) -> list[int]:
    """The first updates, and those just before, at and after every length that the schedule knows."""
    lengths = [getattr(schedule, n) for n, p in declared(schedule).items() if isinstance(p, Number) and p.integer]
    near = [length * times + shift for length in lengths for times in (1, 2, 5) for shift in (-1, 0, 1, 2)]
    return sorted({t for t in (1, 2, 3, 10, 500, 20_000, *near) if t >= 1})


def test_each_schedule_is_registered_under_its_key_and_has_a_plain_formula() -> None:
    assert [schedule.key for schedule in SCHEDULES.values()] == list(SCHEDULES)
    assert set(PLAIN) == set(SCHEDULES)


@every_kind
@settings(max_examples=40)
@given(data=st.data(), initial=first_rates)
def test_a_rate_is_the_plain_formula(key: str, data: st.DataObject, initial: float) -> None:
    schedule = data.draw(chosen(SCHEDULES[key]))
    for t in telling_updates(schedule):
        expected = initial * PLAIN[schedule.key](schedule, t)
        assert float(schedule.rate(initial, t)) == pytest.approx(expected, rel=1e-12, abs=1e-300), f"at t = {t}"


def test_the_defaults_at_known_updates() -> None:
    rates = {key: [float(family().rate(1.0, t)) for t in (1, 10, 11, 21, 51)] for key, family in SCHEDULES.items()}
    assert rates["constant"] == [1.0] * 5
    assert rates["exponential"] == pytest.approx([1.0, 1.0, 0.95, 0.9025, 0.95**5])
    assert rates["inverse-time"] == pytest.approx([1.0, 1.0, 1 / 2, 1 / 3, 1 / 6])
    assert rates["inverse-sqrt"] == pytest.approx([1.0, 1.0, 2**-0.5, 3**-0.5, 6**-0.5])
    assert rates["step"] == pytest.approx([1.0, 1.0, 1.0, 1.0, 0.5])
    assert [float(SCHEDULES["cosine"]().rate(1.0, t)) for t in (1, 101, 201, 999)] == pytest.approx([1.0, 0.5, 0, 0])
    warmup = [float(SCHEDULES["warmup-cosine"]().rate(1.0, t)) for t in (1, 10, 20, 21, 111, 201, 999)]
    assert warmup == pytest.approx([0.05, 0.5, 1.0, 1.0, 0.5, 0.0, 0.0], abs=1e-12)


@every_schedule
def test_numbers_and_arrays_of_updates_agree(schedule: Schedule) -> None:
    t = np.arange(1, 400)
    together = schedule.rate(0.3, t)
    assert together.shape == t.shape
    np.testing.assert_allclose(together, [float(schedule.rate(0.3, int(n))) for n in t], rtol=1e-14)
    np.testing.assert_array_equal(schedule.rate(0.3, t.reshape(3, -1)), together.reshape(3, -1))
    assert np.shape(schedule.rate(0.3, 7)) == ()


@every_schedule
def test_an_array_of_first_rates_has_a_rate_each(schedule: Schedule) -> None:
    initial, t = np.array((0.001, 0.1, 2.0)), np.arange(1, 300)
    together = schedule.rate(initial, t[:, None])
    assert together.shape == (299, 3)
    for lane, first in enumerate(initial):
        np.testing.assert_allclose(together[:, lane], schedule.rate(first, t), rtol=1e-15)


@every_schedule
def test_rate_changes_none_of_its_inputs(schedule: Schedule) -> None:
    initial, t = np.array((0.1, 0.2)), np.arange(1.0, 3.0)
    initial.flags.writeable = t.flags.writeable = False
    schedule.rate(initial, t)
    np.testing.assert_array_equal(initial, (0.1, 0.2))
    np.testing.assert_array_equal(t, (1.0, 2.0))


@every_kind
@settings(max_examples=40)
@given(data=st.data(), initial=first_rates)
def test_the_displayed_formula_gives_the_rate(key: str, data: st.DataObject, initial: float) -> None:
    schedule = data.draw(chosen(SCHEDULES[key]))
    numbers = {n: p for n, p in declared(schedule).items() if isinstance(p, Number)}
    fields = {p.symbol: getattr(schedule, n) for n, p in numbers.items()}
    for t in telling_updates(schedule):
        # e, the epoch, is ⌊(t − 1)/n⌋ for all of them.
        known = {"t": t, "alpha_0": initial, "e": floor((t - 1) / fields.get("n", 1)), **fields}
        if key == "cosine-restarts":
            known["p"] = over(schedule, t)
        if key == "warmup-stable-decay":
            (part,) = (equation for equation in equations(schedule.formula) if equation.name == "p")
            known["p"] = part(**known)
        piece = next(equation for equation in equations(schedule.formula) if equation.applies(**known))
        if fields.get("U", 0) >= fields.get("H", 1) and t > fields["U"]:
            continue  # the formula divides by H − U here; the plain formula above covers it
        if key == "one-cycle" and t == fields["r"] * fields["H"] == 1:
            continue  # and here by r H − 1
        assert piece.name == "alpha_t"
        assert float(schedule.rate(initial, t)) == pytest.approx(piece(**known), rel=1e-12, abs=1e-300)


@every_schedule
def test_a_run_uses_the_rates_of_its_schedule(schedule: Schedule) -> None:
    path = run(SURFACES["bowl"](), OPTIMIZERS["sgd"](0.01), (-4.0, 1.5), 60, schedule)
    expected = [0.01 * PLAIN[schedule.key](schedule, t) for t in range(1, 61)]
    np.testing.assert_allclose(path.learning_rates, expected, rtol=1e-13)
