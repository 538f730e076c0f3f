"""Branches: runs that go on from the point and the state of another."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, SCHEDULES, Exact, Gradients, MiniBatch, Noisy, Trajectory, branch, run
from optimizers.sgd import SGD
from surfaces import SURFACES
from tests.optimizers.cases import assert_same, every_rule, every_schedule, rule_of, schedule_of, start_of, suited
from tests.strategies import chosen

STEPS = 40
SOURCES = {
    "bowl": (Exact(), Noisy(2.0, seed=3)),
    "regression": (MiniBatch(32, seed=1), MiniBatch(7, seed=1, replacement=True)),
}
every_source = pytest.mark.parametrize(
    ("key", "gradients"), [(key, source) for key, sources in SOURCES.items() for source in sources], ids=str
)


def assert_same_run(ours: Trajectory, theirs: Trajectory) -> None:
    assert_same(ours, theirs)
    np.testing.assert_array_equal(ours.batches, theirs.batches)  # type: ignore[arg-type]


@pytest.mark.parametrize("rule_key", OPTIMIZERS)
@every_source
@pytest.mark.parametrize("step", [0, 1, 17, STEPS])
def test_a_branch_that_changes_nothing_is_the_path_itself(
    rule_key: str, key: str, gradients: Gradients, step: int
) -> None:
    surface = SURFACES[key]()
    rule, schedule = suited(rule_key, surface), schedule_of("cosine", horizon=STEPS)
    path = run(surface, rule, start_of(surface), STEPS, schedule, gradients=gradients)
    assert_same_run(branch(path, step, rule, STEPS, schedule, gradients=gradients), path)


@every_schedule
@settings(max_examples=8, deadline=None)
@given(data=st.data(), step=st.integers(0, STEPS))
def test_from_the_branch_on_it_is_the_run_whose_rates_are_those_of_both(
    schedule: object, data: st.DataObject, step: int
) -> None:
    """Walked here update by update, with the path's rates up to the branch and the schedule's own after it."""
    surface, rule = SURFACES["bowl"](), rule_of("adam", learning_rate=0.1)
    before, after = schedule_of("exponential"), data.draw(chosen(type(schedule)))
    source = Noisy(1.0, seed=5)
    made = branch(
        run(surface, rule, (-4.0, 1.5), STEPS, before, gradients=source), step, rule, STEPS, after, gradients=source
    )
    t = np.arange(1, STEPS + 1)
    rates = np.where(t <= step, before.rate(0.1, t), after.rate(0.1, t))
    errors = np.random.default_rng(5).standard_normal((STEPS + 1, 2))
    point = np.array((-4.0, 1.5))
    state = rule.init(point)
    for index, rate in enumerate(rates):
        point, state = rule.step(point, surface.gradient(point) + errors[index], state, rate)
        np.testing.assert_array_equal(made.points[:, index + 1], point)
    np.testing.assert_array_equal(made.learning_rates, rates)


@every_rule
def test_a_late_decay_branched_from_a_constant_rate_is_the_late_decay_from_the_start(key: str) -> None:
    bowl = SURFACES["bowl"]()
    rule, source = suited(key, bowl), Noisy(1.0)
    late = schedule_of("warmup-stable-decay", warmup=1, horizon=STEPS, decay=10)
    made = branch(run(bowl, rule, (-4.0, 1.5), STEPS, gradients=source), 25, rule, STEPS, late, gradients=source)
    assert_same(made, run(bowl, rule, (-4.0, 1.5), STEPS, late, gradients=source))


@every_rule
def test_other_values_begin_to_count_at_the_branch(key: str) -> None:
    bowl = SURFACES["bowl"]()
    rule = suited(key, bowl)
    slower = replace(rule, learning_rate=rule.learning_rate / 10.0)
    path = run(bowl, rule, (-4.0, 1.5), STEPS)
    made = branch(path, 12, slower, STEPS)
    np.testing.assert_array_equal(made.points[:, :13], path.points[:, :13])
    moved, _ = slower.step(path.points[:, 12], path.gradients[:, 12], path.state_after(12), slower.learning_rate)
    np.testing.assert_array_equal(made.points[:, 13], moved)
    assert (moved != path.points[:, 13]).all()


def test_another_batch_size_takes_the_batches_that_it_would_have_had_then() -> None:
    surface, rule = SURFACES["regression"](), SGD(0.05)
    small, whole = MiniBatch(8, seed=2), MiniBatch(16, seed=2)
    path = run(surface, rule, (0.0, 0.0), STEPS, gradients=small)
    made = branch(path, 10, rule, STEPS, gradients=whole)
    assert made.batches is not None
    assert path.batches is not None
    np.testing.assert_array_equal(made.batches[:10, :8], path.batches[:10])
    assert (made.batches[:10, 8:] == -1).all()
    np.testing.assert_array_equal(
        made.batches[10:],
        run(surface, rule, (0.0, 0.0), STEPS, gradients=whole).batches[10:],  # type: ignore[index]
    )
    np.testing.assert_array_equal(
        made.gradients[:, 10],
        surface.batch_gradient(path.points[:, 10], made.batches[10]),  # type: ignore[attr-defined]
    )
    everything = branch(path, 10, rule, STEPS)
    assert everything.batches is not None
    assert everything.batches[10:].tolist() == [list(range(surface.data.size))] * 30  # type: ignore[attr-defined]


def test_a_branch_ends_where_it_diverges_and_says_at_which_step() -> None:
    bowl = SURFACES["bowl"]()
    path = run(bowl, SGD(0.01), (-4.0, 1.5), 5000)
    made = branch(path, 100, SGD(10.0), 5000)
    assert 100 < made.steps < 5000
    assert made.outcome.step == run(bowl, SGD(10.0), path.points[:, 100], 4900).steps + 101
    rescued = branch(run(bowl, SGD(10.0), (-4.0, 1.5), 5000), 3, SGD(0.01), 5000)
    assert rescued.steps == 5000


def test_a_branch_of_a_branch_goes_on_from_it() -> None:
    bowl, rule = SURFACES["bowl"](), rule_of("adam", learning_rate=0.1)
    source = Noisy(1.0)
    path = run(bowl, rule, (-4.0, 1.5), STEPS, gradients=source)
    once = branch(path, 10, rule, STEPS, schedule_of("step"), gradients=source)
    assert_same(
        branch(once, 20, rule, STEPS, gradients=source),
        branch(branch(once, 15, rule, STEPS, schedule_of("step"), gradients=source), 20, rule, STEPS, gradients=source),
    )


def test_what_cannot_be_branched_is_refused_with_a_sentence() -> None:
    bowl = SURFACES["bowl"]()
    lost = run(bowl, SGD(1000.0), (-4.0, 1.5), 200)
    with pytest.raises(ValueError, match=f"branch: step must be a whole number from 0 to {lost.steps}"):
        branch(lost, 150, SGD(0.1), 200)
    with pytest.raises(ValueError, match="branch: path must be one run, not a batch"):
        branch(run(bowl, SGD(0.1), np.ones((2, 3)), 10), 5, SGD(0.1), 10)
    with pytest.raises(ValueError, match="run: state must be None or of AdamState"):
        branch(run(bowl, SGD(0.1), (1.0, 1.0), 10), 5, rule_of("adam"), 10)
    with pytest.raises(ValueError, match="run: made must be a whole number from 0 to 100000"):
        run(bowl, SGD(0.1), (1.0, 1.0), 10, made=-1)


@pytest.mark.parametrize("source", [Exact(), Noisy(2.0, seed=(7, 2))])
def test_a_run_goes_on_with_a_state(source: Gradients) -> None:
    bowl, rule = SURFACES["bowl"](), rule_of("adam", learning_rate=0.1)
    path = run(bowl, rule, (-4.0, 1.5), STEPS, SCHEDULES["cosine"](), gradients=source)
    rest = run(
        bowl,
        rule,
        path.points[:, 15],
        STEPS - 15,
        SCHEDULES["cosine"](),
        gradients=source,
        state=path.state_after(15),
        made=15,
    )
    np.testing.assert_array_equal(rest.points, path.points[:, 15:])
    np.testing.assert_array_equal(rest.learning_rates, path.learning_rates[15:])
