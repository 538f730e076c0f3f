"""How lectures begin and change."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lecture import MAX_CONTENDERS, Contender, Lecture, added, on_surface, opening, race, removed
from lecture.openings import EACH_SCHEDULE, FIRST_RULES, fitted, left_out, under_schedules
from optimizers import OPTIMIZERS, SCHEDULES
from optimizers.adam import Adam
from surfaces import SURFACES, DataSurface


@pytest.mark.parametrize("key", SURFACES)
def test_a_lecture_opens_with_what_the_surface_declares(key: str) -> None:
    surface = SURFACES[key]()
    lecture = opening(surface)
    assert lecture.start == surface.starts[0].point
    assert lecture.steps == surface.opening.steps
    assert lecture.noise == surface.opening.noise
    of_data, schedules = isinstance(surface, DataSurface), surface.opening.schedules
    assert tuple(c.rule.key for c in lecture.contenders) == (("sgd",) * 3 if of_data or schedules else FIRST_RULES)
    assert [c.schedule.key for c in lecture.contenders if schedules] == [*schedules]
    assert [c.batch_size for c in lecture.contenders if of_data] == ([32, 2000, 1] if of_data else [])
    for contender in lecture.contenders:
        assert contender.rule.learning_rate == surface.opening.learning_rates[contender.rule.key]


def test_the_river_opens_with_what_it_is_made_to_show() -> None:
    constant, cosine, late = race(opening(SURFACES["river"]()))
    assert late.trajectory.values[-1] < min(e.trajectory.values[-1] for e in (constant, cosine)) - 0.8
    along = [entry.trajectory.points[0, -1] for entry in (constant, cosine, late)]
    assert along[1] < 0.6 * min(along[0], along[2]), "who decays from the start does not come far"


def test_noise_that_is_a_surface_s_own_comes_and_goes_with_it() -> None:
    bowl, river = SURFACES["bowl"](), SURFACES["river"]()
    there = on_surface(opening(bowl), river)
    assert there.noise == river.opening.noise > 0.0
    assert on_surface(there, bowl).noise == 0.0
    assert on_surface(on_surface(replace(opening(bowl), noise=2.0), river), bowl).noise == 2.0


def test_another_surface_keeps_who_takes_part_and_their_other_values() -> None:
    before = opening(SURFACES["bowl"]())
    adam = replace(before.contenders[-1], rule=Adam(beta1=0.5), active=False, start=(1.0, 1.0))
    after = on_surface(replace(before, contenders=(adam,)), SURFACES["rastrigin"]())
    (moved,) = after.contenders
    assert (moved.rule.beta1, moved.active, moved.start) == (0.5, False, None)  # type: ignore[attr-defined]
    assert moved.rule.learning_rate == SURFACES["rastrigin"]().opening.learning_rates["adam"]


def test_mini_batches_begin_where_examples_do() -> None:
    at_first = on_surface(opening(SURFACES["bowl"]()), SURFACES["regression"]())
    assert {c.batch_size for c in at_first.contenders} == {32}
    chosen = replace(at_first, contenders=(replace(at_first.contenders[0], batch_size=4),))
    assert [c.batch_size for c in on_surface(chosen, SURFACES["logistic"]()).contenders] == [4]
    assert [c.batch_size for c in on_surface(chosen, SURFACES["bowl"]()).contenders] == [2000]


def test_each_newcomer_takes_the_first_free_colour_until_none_is_left() -> None:
    lecture = removed(opening(SURFACES["bowl"]()), 1)
    for rule in [*OPTIMIZERS, *OPTIMIZERS]:
        lecture = added(lecture, rule)
    slots = [c.slot for c in lecture.contenders]
    assert slots == [0, 2, 3, 1, *range(4, MAX_CONTENDERS)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"steps": 0}, "Lecture: steps must be a whole number from 1 to 5000, but 0 was given."),
        ({"noise": -1.0}, "noise must be a number from 0 to 1000"),
        ({"seed": 0.5}, "seed must be a whole number"),
        ({"same_noise": 1}, "same_noise must be True or False"),
        ({"start": (float("nan"), 0.0)}, "start must be a pair of numbers, each a number from -1e+06 to 1e+06"),
    ],
)
def test_a_lecture_with_a_value_out_of_range_cannot_be_made(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=r"\S") as refusal:
        replace(opening(SURFACES["bowl"]()), **change)  # type: ignore[arg-type]
    assert words in str(refusal.value)


def test_lectures_are_values() -> None:
    def lecture() -> Lecture:
        return added(opening(SURFACES["himmelblau"]()), "nesterov")

    assert lecture() == lecture()
    assert hash(lecture()) == hash(lecture())
    assert Contender(OPTIMIZERS["sgd"]()) != Contender(OPTIMIZERS["momentum"]())


def test_one_rule_races_under_every_schedule_chosen():
    before = replace(opening(SURFACES["bowl"]()), steps=400, noise=0.5, same_noise=False)
    after = under_schedules(before, 3, EACH_SCHEDULE)
    assert [c.schedule.key for c in after.contenders] == list(EACH_SCHEDULE)
    assert len(EACH_SCHEDULE) == MAX_CONTENDERS
    assert {c.rule for c in after.contenders} == {before.contenders[3].rule}
    assert [c.slot for c in after.contenders] == list(range(MAX_CONTENDERS))
    assert after.same_noise
    by_key = {c.schedule.key: c.schedule for c in after.contenders}
    cosine: Any = by_key["cosine"]
    late: Any = by_key["warmup-stable-decay"]
    assert (cosine.horizon, late.horizon, late.decay, late.warmup) == (400, 400, 80, 40)
    assert all(schedule.misfit is None for schedule in by_key.values())


def test_the_schedules_that_are_left_out_are_named():
    titles = [SCHEDULES[key].title for key in ("inverse-sqrt", "warmup-cosine", "cosine-restarts")]
    assert left_out(EACH_SCHEDULE) == f"Left out: {titles[0]}, {titles[1]} and {titles[2]}."
    assert left_out([key for key in SCHEDULES if key != "cosine"]) == "Left out: Cosine."
    assert left_out(SCHEDULES) is None


@pytest.mark.parametrize("steps", [1, 7, 200, 100_000])
@pytest.mark.parametrize("key", SCHEDULES)
def test_a_schedule_fits_a_race_of_any_length(key, steps):
    schedule = fitted(SCHEDULES[key](), steps)
    if steps == 200:
        assert schedule == SCHEDULES[key]()
    assert np.isfinite(schedule.rate(0.1, np.arange(1, min(steps, 1000) + 1))).all()
