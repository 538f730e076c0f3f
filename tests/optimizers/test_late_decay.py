"""What the river is made to show: with noise, a late decay ends lower than one that begins at once."""

import numpy as np
import pytest

from optimizers import OPTIMIZERS, SCHEDULES, Schedule
from surfaces import SURFACES

STEPS, SEEDS, NOISE = 400, 200, 5.0
SHAPES: dict[str, Schedule] = {
    "late": SCHEDULES["warmup-stable-decay"](warmup=20, horizon=STEPS, decay=60),  # pyright: ignore[reportCallIssue]
    "cosine": SCHEDULES["cosine"](horizon=STEPS),  # pyright: ignore[reportCallIssue]
    "constant": SCHEDULES["constant"](),
    "early": SCHEDULES["exponential"](factor=0.9),  # pyright: ignore[reportCallIssue]
}


def ends(schedule: Schedule, peak: float) -> np.ndarray:
    """The losses after a noisy race of gradient descent, (SEEDS,)."""
    surface, rule = SURFACES["river"](), OPTIMIZERS["sgd"](learning_rate=peak)
    errors = NOISE * np.random.default_rng(0).normal(size=(STEPS, 2, SEEDS))
    rates = schedule.rate(peak, np.arange(1, STEPS + 1))
    point = np.zeros((2, SEEDS))
    state = rule.init(point)
    for error, rate in zip(errors, rates, strict=True):
        point, state = rule.step(point, surface.gradient(point) + error, state, rate)
    return surface.value(point)


@pytest.mark.parametrize("peak", [0.015, 0.02, 0.03])
def test_a_late_decay_ends_lower_than_the_cosine_by_more_than_four_standard_errors(peak: float) -> None:
    found = {name: ends(schedule, peak) for name, schedule in SHAPES.items()}
    late, cosine = found["late"], found["cosine"]
    error = np.sqrt((late.var() + cosine.var()) / SEEDS)
    assert cosine.mean() - late.mean() > 4.0 * error
    assert late.mean() < found["constant"].mean()
    assert found["early"].mean() > cosine.mean()
