"""Who runs, from where, in which noise, and what the table says of it."""

from dataclasses import replace

import numpy as np
import pytest

from lecture import Contender, added, decode, encode, opening, race
from lecture.openings import under_schedules
from lecture.results import NEAR, NEARER, nearest_schedule, result
from optimizers import OPTIMIZERS, SCHEDULES, Exact, Gradients, MiniBatch, Noisy, Schedule, run
from optimizers.schedules.cosine import WarmupCosine
from optimizers.schedules.epochs import Exponential
from surfaces import SURFACES, DataSurface


@pytest.mark.parametrize("key", SURFACES)
def test_every_contender_runs_as_it_would_alone(key: str) -> None:
    lecture = replace(opening(SURFACES[key]()), noise=0.1, seed=3)
    entries = race(lecture)
    assert len(entries) == len(lecture.contenders)
    for entry in entries:
        size, surface, schedule = entry.contender.batch_size, lecture.surface, entry.contender.schedule
        noisy: Gradients = Exact() if isinstance(surface, DataSurface) else Noisy(0.1, seed=3)
        source = MiniBatch(size, seed=3) if size < 2000 else noisy
        alone = run(surface, entry.contender.rule, lecture.start, lecture.steps, schedule, gradients=source)
        assert np.array_equal(entry.trajectory.points, alone.points)


def test_only_the_active_take_part_each_from_its_own_start() -> None:
    lecture = opening(SURFACES["bowl"]())
    off, own, *rest = lecture.contenders
    lecture = replace(lecture, contenders=(replace(off, active=False), replace(own, start=(1.0, 2.0)), *rest))
    entries = race(lecture)
    assert [e.label for e in entries] == ["Momentum", "RMSprop", "Adam"]
    assert entries[0].trajectory.points[:, 0].tolist() == [1.0, 2.0]
    assert entries[1].trajectory.points[:, 0].tolist() == list(lecture.start)


def test_the_same_noise_for_all_is_a_choice() -> None:
    lecture = replace(opening(SURFACES["saddle"]()), noise=0.5, steps=20)

    def errors(same: bool) -> list[np.ndarray]:
        entries = race(replace(lecture, same_noise=same))
        return [e.trajectory.gradients - lecture.surface.gradient(e.trajectory.points) for e in entries]

    first, *others = errors(same=True)
    assert all(np.allclose(first, other) for other in others)
    first, *others = errors(same=False)
    assert not any(np.allclose(first, other) for other in others)


def test_what_has_been_run_is_not_run_again() -> None:
    lecture = opening(SURFACES["bowl"]())
    changed = replace(lecture, seed=7, contenders=(*lecture.contenders[:3], replace(lecture.contenders[3], slot=5)))
    again = zip(race(lecture), race(changed), strict=True)
    assert all(before.trajectory is after.trajectory for before, after in again)


@pytest.mark.parametrize("key", SURFACES)
def test_the_table_tells_numbers_of_the_run(key: str) -> None:
    for entry in race(opening(SURFACES[key]())):
        row, points = result(entry), entry.trajectory.points.T
        minima = entry.trajectory.surface.minima
        assert row.final_loss == entry.trajectory.surface.value(points[-1])
        if not minima:
            assert (row.distance, row.steps_to_near, row.steps_to_nearer) == (None, None, None)
            continue
        distances = [min(np.hypot(*(point - m.point)) for m in minima) for point in points]
        assert row.distance == pytest.approx(distances[-1])
        for reach, steps in ((NEAR, row.steps_to_near), (NEARER, row.steps_to_nearer)):
            within = [step for step, distance in enumerate(distances) if distance <= reach]
            assert steps == (within[0] if within else None)


def test_a_diverged_contender_is_named_and_its_rate_is_told() -> None:
    lecture = opening(SURFACES["rosenbrock"]())
    wild = replace(lecture.contenders[0], rule=OPTIMIZERS["sgd"](learning_rate=1.0), schedule=SCHEDULES["constant"]())
    row = result(race(replace(lecture, contenders=(wild,)))[0])
    assert row.short_outcome == "diverged"
    assert row.outcome.startswith("It diverged at step ")
    assert row.learning_rate == "1"


def test_a_decaying_rate_is_told_from_first_to_last() -> None:
    lecture = opening(SURFACES["bowl"]())
    decaying = replace(lecture.contenders[0], schedule=Exponential(factor=0.5, steps_per_epoch=60))
    assert result(race(replace(lecture, contenders=(decaying,)))[0]).learning_rate == "0.098 → 0.049"


def test_a_contender_that_diverges_at_once_still_has_a_row() -> None:
    lecture = replace(opening(SURFACES["beale"]()), start=(1e6, 1e6))
    wild = replace(lecture.contenders[0], rule=OPTIMIZERS["heavy-ball"](learning_rate=1000.0))
    rows = [result(entry) for entry in race(added(replace(lecture, contenders=(wild,)), "sgd"))]
    assert [row.short_outcome for row in rows] == ["diverged", "diverged"]


@pytest.mark.parametrize(("size", "updates"), [(1, 200), (32, 7), (200, 1), (2000, 1)])
def test_an_epoch_can_be_one_pass_over_the_data(size: int, updates: int) -> None:
    contender = Contender(OPTIMIZERS["sgd"](0.05), Exponential(factor=0.5), batch_size=size, epoch_is_pass=True)
    lecture = replace(opening(SURFACES["regression"]()), steps=300, contenders=(contender,))
    (entry,) = race(lecture)
    assert entry.contender.schedule == Exponential(factor=0.5, steps_per_epoch=updates)
    rates = entry.trajectory.learning_rates
    assert (rates[updates - 1], rates[updates]) == (0.05, 0.025)
    assert decode(encode(lecture)) == (lecture, ())


def test_what_has_no_epochs_or_no_examples_has_none_that_follow() -> None:
    contender = Contender(OPTIMIZERS["sgd"](), Exponential(steps_per_epoch=10), batch_size=32, epoch_is_pass=True)
    for surface, schedule in ((SURFACES["bowl"](), contender.schedule), (SURFACES["regression"](), WarmupCosine())):
        lecture = replace(opening(surface), contenders=(replace(contender, schedule=schedule),))
        assert [(c.epoch_is_pass, c.schedule) for c in lecture.contenders] == [(False, schedule)]


@pytest.mark.parametrize(
    ("schedule", "shown"),
    [
        (SCHEDULES["constant"](), "0.2"),
        (Exponential(factor=0.5, steps_per_epoch=10), "0.2 → 3.906\xa0·\xa010⁻⁴"),
        (WarmupCosine(warmup=20, horizon=100), "0.01 → 0.2 → 7.71\xa0·\xa010⁻⁵"),
    ],
    ids=lambda value: getattr(value, "key", ""),
)
def test_the_rates_in_use_name_the_highest(schedule: Schedule, shown: str) -> None:
    lecture = replace(opening(SURFACES["bowl"]()), steps=100)
    contender = replace(lecture.contenders[0], rule=OPTIMIZERS["sgd"](learning_rate=0.2), schedule=schedule)
    (entry,) = race(replace(lecture, contenders=(contender,)))
    assert result(entry).learning_rate == shown


def test_the_schedule_that_ends_nearest_is_named():
    lecture = under_schedules(replace(opening(SURFACES["bowl"]()), noise=1.0), 0, ["constant", "cosine", "exponential"])
    words = nearest_schedule(race(lecture))
    distances = {entry.contender.schedule.title: result(entry).distance for entry in race(lecture)}
    best = min(distances, key=lambda title: distances[title] or 0.0)
    assert words is not None
    assert words.startswith(f"{best} ends nearest to a minimum, at a distance of ")
    assert nearest_schedule(race(opening(SURFACES["bowl"]()))) is None, "several rules"
    assert nearest_schedule(race(replace(lecture, contenders=lecture.contenders[:1]))) is None, "one schedule"
    assert nearest_schedule(race(replace(lecture, surface=SURFACES["saddle"]()))) is None, "no minimum"
