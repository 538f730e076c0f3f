"""Whatever is chosen, a run ends with finite points and a sentence: never with an exception or a warning."""

from typing import Any

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, SCHEDULES, Optimizer, OutcomeKind, Schedule, final_points, run
from surfaces import SURFACES, Surface
from tests.strategies import chosen, points

surfaces = st.sampled_from(list(SURFACES.values())).flatmap(chosen)
rules = st.sampled_from(list(OPTIMIZERS.values())).flatmap(chosen)
schedules = st.sampled_from(list(SCHEDULES.values())).flatmap(chosen)
coordinates = st.floats(allow_nan=False, allow_infinity=False)
starts = surfaces.flatmap(lambda s: st.tuples(st.just(s), points(s.window) | st.tuples(coordinates, coordinates)))
ranges = {"noise": st.just(0.0) | st.floats(0.0, 100.0), "seed": st.integers(0, 2**32), "steps": st.integers(0, 60)}


@settings(max_examples=300)
@given(place=starts, rule=rules, schedule=schedules, **ranges)
@example(
    place=(SURFACES["rosenbrock"](), (1.7e308, -1.7e308)),
    rule=OPTIMIZERS["adam"](),
    schedule=SCHEDULES["constant"](),
    noise=0.0,
    seed=0,
    steps=3,
)
def test_any_run_ends_well(
    place: tuple[Surface, Any], rule: Optimizer, schedule: Schedule, noise: float, seed: int, steps: int
) -> None:
    surface, start = place
    path = run(surface, rule, start, steps, schedule, noise=noise, seed=seed)

    assert path.steps <= path.requested == steps
    assert np.isfinite(path.points).all()
    np.testing.assert_array_equal(path.points[:, 0], start)
    with np.errstate(all="ignore"):
        np.testing.assert_array_equal(path.values, surface.value(path.points))
    assert np.isfinite(path.learning_rates).all()
    assert (path.outcome.kind is OutcomeKind.DIVERGED) == (path.steps < steps)
    assert path.outcome.sentence.endswith(".")
    last = final_points(surface, rule, start, steps, schedule, noise=noise, seed=seed)
    np.testing.assert_array_equal(last, path.points[:, -1])


@settings(max_examples=100)
@given(place=starts, rule=rules, schedule=schedules, **ranges)
def test_a_run_is_reproducible(
    place: tuple[Surface, Any], rule: Optimizer, schedule: Schedule, noise: float, seed: int, steps: int
) -> None:
    surface, start = place
    first, again = (run(surface, rule, start, steps, schedule, noise=noise, seed=seed) for _ in range(2))
    np.testing.assert_array_equal(first.points, again.points)
    assert first.outcome.sentence == again.outcome.sentence


@settings(max_examples=100)
@given(surface=surfaces, rule=rules, seed=st.integers(0, 1000))
def test_a_batch_has_the_lengths_of_its_lanes(surface: Surface, rule: Optimizer, seed: int) -> None:
    low, high = np.transpose(surface.window)
    batch = np.random.default_rng(seed).uniform(low, high, (5, 2)).T
    path = run(surface, rule, batch, 30)
    for index in range(5):
        lane = path.lane(index)
        assert lane.steps == path.lengths[index]
        assert np.isfinite(lane.points).all()
        assert (lane.outcome.kind is OutcomeKind.DIVERGED) == (lane.steps < 30)
