"""What a run records, and what it refuses."""

from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, SCHEDULES, OutcomeKind, Schedule, Trajectory, final_points, run
from surfaces import SURFACES, Surface
from tests.optimizers.cases import assert_same, every_rule, every_schedule, every_surface, start_of, suited


def assert_shapes(path: Trajectory, steps: int, batch: tuple[int, ...] = ()) -> None:
    assert path.steps == steps
    assert path.points.shape == path.gradients.shape == (2, steps + 1, *batch)
    assert path.values.shape == (steps + 1, *batch)
    assert path.learning_rates.shape in {(steps,), (steps, *batch)}
    assert {np.shape(field) for field in path.states} <= {(2, steps, *batch), (steps,)}


@every_rule
@every_surface
def test_every_array_has_its_shape(key: str, surface: Surface) -> None:
    path = run(surface, suited(key, surface), start_of(surface), 30)
    assert_shapes(path, 30)
    assert path.requested == 30
    assert type(path.states) is type(suited(key, surface).init(np.zeros(2)))


@every_rule
@pytest.mark.parametrize("batch", [(1,), (5,), (2, 3)], ids=str)
def test_every_array_of_a_batch_has_its_shape(key: str, batch: tuple[int, ...]) -> None:
    bowl = SURFACES["bowl"]()
    starts = np.random.default_rng(0).uniform(-2.0, 2.0, (2, *batch))
    assert_shapes(run(bowl, suited(key, bowl), starts, 12), 12, batch)


@every_rule
@every_surface
def test_values_and_gradients_belong_to_their_points(key: str, surface: Surface) -> None:
    path = run(surface, suited(key, surface), start_of(surface), 60)
    np.testing.assert_array_equal(path.points[:, 0], start_of(surface))
    np.testing.assert_array_equal(path.values, surface.value(path.points))
    np.testing.assert_allclose(path.gradients, surface.gradient(path.points), rtol=1e-13, atol=1e-13)
    for t, point in enumerate(path.points.T):
        assert path.values[t] == pytest.approx(float(surface.value(point)), rel=1e-13, abs=1e-13)


@every_rule
@every_schedule
@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_every_step_can_be_replayed(key: str, schedule: Schedule, noise: float) -> None:
    surface = SURFACES["himmelblau"]()
    rule = suited(key, surface)
    path = run(surface, rule, start_of(surface), 40, schedule, noise=noise, seed=3)
    np.testing.assert_array_equal(path.learning_rates, schedule.rate(rule.learning_rate, np.arange(1, 41)))
    state = rule.init(path.points[:, 0])
    for t in range(40):
        moved, after = rule.step(path.points[:, t], path.gradients[:, t], state, path.learning_rates[t])
        np.testing.assert_array_equal(moved, path.points[:, t + 1])
        recorded = [field[t] if field.ndim == 1 else field[:, t] for field in path.states]
        for ours, theirs in zip(recorded, after, strict=True):
            np.testing.assert_array_equal(ours, theirs)
        state = type(after)(*(m.item() if np.ndim(m) == 0 else m for m in recorded))


@every_rule
def test_a_run_without_a_schedule_keeps_its_rate(key: str) -> None:
    bowl = SURFACES["bowl"]()
    rule = suited(key, bowl)
    path = run(bowl, rule, (1.0, 1.0), 25)
    np.testing.assert_array_equal(path.learning_rates, np.full(25, rule.learning_rate))
    assert_same(path, run(bowl, rule, (1.0, 1.0), 25, SCHEDULES["constant"]()))


@every_rule
@every_surface
def test_more_steps_begin_the_same(key: str, surface: Surface) -> None:
    short, long = (run(surface, suited(key, surface), start_of(surface), steps) for steps in (20, 35))
    np.testing.assert_array_equal(short.points, long.points[:, :21])


@every_rule
@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_no_steps_is_a_path_of_one_point(key: str, noise: float) -> None:
    bowl = SURFACES["bowl"]()
    path = run(bowl, OPTIMIZERS[key](), (-4.0, 1.5), 0, noise=noise)
    assert_shapes(path, 0)
    np.testing.assert_array_equal(path.points, [[-4.0], [1.5]])
    np.testing.assert_array_equal(path.values, [bowl.value(np.array((-4.0, 1.5)))])
    assert path.outcome.kind is not OutcomeKind.DIVERGED
    np.testing.assert_array_equal(final_points(bowl, OPTIMIZERS[key](), (-4.0, 1.5), 0), (-4.0, 1.5))


@every_rule
def test_a_run_changes_none_of_its_inputs(key: str) -> None:
    surface = SURFACES["himmelblau"]()
    start = np.array(((1.0, 2.0), (0.5, -1.0)))
    before = start.copy()
    start.flags.writeable = False
    path = run(surface, suited(key, surface), start, 10, noise=0.1)
    ends = final_points(surface, suited(key, surface), start, 10, noise=0.1)
    np.testing.assert_array_equal(start, before)
    assert not np.shares_memory(path.points, start)
    assert not np.shares_memory(ends, start)
    assert not np.shares_memory(final_points(surface, suited(key, surface), start, 0), start)


@pytest.mark.parametrize("of", [run, final_points])
@pytest.mark.parametrize("steps", [-1, 2.5, 100_001, float("nan"), float("inf"), -float("inf")])
def test_a_wrong_number_of_steps_is_refused_with_a_sentence(of: Any, steps: Any) -> None:
    with pytest.raises(ValueError, match=r"run: steps must be a whole number from 0 to 100000") as refused:
        of(SURFACES["bowl"](), OPTIMIZERS["sgd"](), (1.0, 1.0), steps)
    assert f"{steps!r} was given" in str(refused.value)


@pytest.mark.parametrize("of", [run, final_points])
@pytest.mark.parametrize(
    "start", [5.0, (1.0,), (1.0, 2.0, 3.0), (float("nan"), 1.0), (1.0, float("inf")), ((1.0, 2.0), (0.0, float("nan")))]
)
def test_a_start_that_is_no_point_is_refused_with_a_sentence(of: Any, start: Any) -> None:
    with pytest.raises(ValueError, match=r"run: start must be two finite coordinates") as refused:
        of(SURFACES["bowl"](), OPTIMIZERS["sgd"](), start, 10)
    assert f"{start!r} was given" in str(refused.value)


@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_a_whole_number_of_steps_may_be_of_any_type(noise: float) -> None:
    arguments = SURFACES["bowl"](), OPTIMIZERS["adam"](), (1.0, 1.0)
    expected = run(*arguments, 5, noise=noise)
    assert_same(run(*arguments, np.int64(5), noise=noise), expected)  # pyright: ignore[reportArgumentType]
    assert_same(run(*arguments, 5.0, noise=noise), expected)  # pyright: ignore[reportArgumentType]
