"""Branches in the race, in links and in words."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lecture import MAX_CONTENDERS, Contender, Lecture, branched, decode, encode, on_surface, opening, race, removed
from lecture.caption import caption
from lecture.openings import under_schedules
from lecture.race import Entry
from lecture.results import nearest_schedule, unreached
from lecture.wording import labels
from optimizers import SCHEDULES
from optimizers.adam import Adam
from optimizers.schedules.cosine import Cosine
from optimizers.schedules.warmup_stable_decay import WarmupStableDecay
from optimizers.sgd import SGD
from surfaces import SURFACES
from surfaces.bowl import Bowl

STEPS = 100


def lecture_of(*contenders: Contender, **terms: Any) -> Lecture:
    return Lecture(Bowl(), (-4.0, 1.5), contenders, steps=STEPS, **terms)


PLAIN = lecture_of(Contender(SGD(0.05), start=(-3.0, 1.0), slot=2), noise=2.0, same_noise=False, seed=5)


def points(entry: Entry) -> np.ndarray:
    return entry.trajectory.points


def test_a_new_branch_has_the_path_of_whom_it_follows_also_with_noise_of_its_own() -> None:
    lecture = branched(PLAIN, 2, 60)
    parent, child = race(lecture)
    assert (child.contender.slot, child.contender.branch_of, child.contender.branch_step) == (0, 2, 60)
    assert (parent.begins, child.begins) == (0, 60)
    np.testing.assert_array_equal(points(child), points(parent))
    assert child.contender.start is None


def test_a_branch_whose_schedule_had_the_same_rates_so_far_is_the_run_that_had_it_from_the_start() -> None:
    late = WarmupStableDecay(warmup=1, horizon=STEPS, decay=20)
    lecture = branched(PLAIN, 2, 60)
    parent, child = lecture.contenders
    apart = replace(lecture, contenders=(parent, replace(child, schedule=late)))
    whole = lecture_of(Contender(SGD(0.05), late, start=(-3.0, 1.0), slot=2), noise=2.0, same_noise=False, seed=5)
    np.testing.assert_array_equal(points(race(apart)[1]), points(race(whole)[0]))
    assert (points(race(apart)[1]) != points(race(apart)[0]))[:, -1].all()


def test_a_branch_runs_on_when_whom_it_follows_is_switched_off() -> None:
    lecture = branched(PLAIN, 2, 60)
    parent, child = lecture.contenders
    (alone,) = race(replace(lecture, contenders=(replace(parent, active=False), child)))
    np.testing.assert_array_equal(points(alone), points(race(lecture)[1]))


def test_a_branch_of_a_branch_follows_both() -> None:
    lecture = branched(branched(PLAIN, 2, 30), 0, 70)
    first, second, third = lecture.contenders
    apart = replace(lecture, contenders=(first, replace(second, schedule=Cosine(STEPS)), third))
    one, two, three = (points(entry) for entry in race(apart))
    np.testing.assert_array_equal(three[:, :31], one[:, :31])
    np.testing.assert_array_equal(three[:, :71], two[:, :71])
    assert (three[:, 71] != two[:, 71]).all()


def test_a_link_holds_a_branch_and_says_nothing_of_others() -> None:
    lecture = branched(PLAIN, 2, 60)
    link = encode(lecture)
    assert "c0=sgd~on_1~at_common~of_2~from_60~lr_" in link
    assert decode(link) == (lecture, ())
    assert "~of_" not in encode(PLAIN)
    assert "~from_" not in encode(PLAIN)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("of_7", "SGD cannot branch: there is no optimizer c7; it begins at the start."),
        ("of_0", "SGD cannot branch: it would follow itself; it begins at the start."),
        ("of_3", "SGD cannot branch: SGD cannot go on with the state of Adam; it begins at the start."),
    ],
)
def test_a_link_with_a_branch_of_nobody_is_corrected_with_a_sentence(said: str, reason: str) -> None:
    lecture = branched(replace(PLAIN, contenders=(*PLAIN.contenders, Contender(Adam(), slot=3))), 2, 60)
    shown, notes = decode(encode(lecture).replace("of_2", said))
    assert notes == (reason,)
    assert shown == replace(lecture, contenders=tuple(replace(c, branch_of=None) for c in lecture.contenders))


def test_branches_in_a_circle_all_begin_at_the_start() -> None:
    link = encode(branched(branched(PLAIN, 2, 30), 0, 70))
    shown, notes = decode(link.replace("c2=sgd~on_1~at_-3_1", "c2=sgd~on_1~of_1~from_3"))
    assert [c.branch_of for c in shown.contenders] == [None, None, None]
    assert len(notes) == 1


def test_a_lecture_refuses_a_branch_of_nobody() -> None:
    with pytest.raises(
        ValueError, match="Lecture: the contender in slot 1 cannot be a branch: there is no optimizer c4"
    ):
        lecture_of(Contender(SGD(0.1), branch_of=4, branch_step=3, slot=1))


def test_a_branch_at_a_step_that_was_never_reached_gets_a_sentence_and_loses_nothing() -> None:
    lost = branched(lecture_of(Contender(SGD(1000.0))), 0, 90)
    tamed = replace(lost, contenders=(lost.contenders[0], replace(lost.contenders[1], rule=SGD(0.05))))
    shown, notes = decode(encode(tamed))
    assert (shown, notes) == (tamed, ())
    parent, child = race(shown)
    assert child.begins == parent.trajectory.steps < 90
    assert child.trajectory.steps == STEPS
    last = parent.trajectory.steps
    assert unreached(race(shown)) == (
        "SGD, α 0.05, branch at step 90: there is no path to branch from at step 90; "
        f"it branches at step {last}, the last one that was reached."
    )
    assert unreached(race(branched(PLAIN, 2, 60))) is None
    shorter = replace(branched(PLAIN, 2, 60), steps=20)
    assert race(shorter)[1].begins == 20
    assert decode(encode(shorter))[0].contenders[1].branch_step == 60


def test_who_is_removed_takes_its_branches_along() -> None:
    lecture = branched(
        branched(replace(PLAIN, contenders=(*PLAIN.contenders, Contender(Adam(), slot=3))), 2, 30), 0, 70
    )
    assert [c.slot for c in lecture.contenders] == [2, 3, 0, 1]
    assert [c.slot for c in removed(lecture, 2).contenders] == [3]
    assert [c.slot for c in removed(lecture, 0).contenders] == [2, 3]
    assert [c.slot for c in removed(lecture, 1).contenders] == [2, 3, 0]


def test_there_are_no_more_branches_than_colours() -> None:
    full = lecture_of(*(Contender(SGD(0.1), slot=slot) for slot in range(MAX_CONTENDERS)))
    assert branched(full, 3, 10) == full
    assert branched(PLAIN, 6, 10) == PLAIN


def test_words_name_the_branch_and_whom_it_follows() -> None:
    lecture = branched(PLAIN, 2, 60)
    assert labels(lecture.contenders) == ("SGD", "SGD, branch at step 60")
    assert caption(lecture)[-1].endswith("branch of “SGD” at step 60")


def test_every_schedule_once_begins_at_the_start_also_for_a_branch() -> None:
    lecture = under_schedules(branched(PLAIN, 2, 60), 0, ["constant", "cosine"])
    assert [(c.branch_of, c.start) for c in lecture.contenders] == [(None, (-3.0, 1.0))] * 2


def test_branches_of_one_path_under_several_schedules_are_compared() -> None:
    lecture = branched(branched(lecture_of(Contender(SGD(0.05))), 0, 60), 0, 60)
    parent, one, two = lecture.contenders
    compared = (replace(parent, active=False), one, replace(two, schedule=Cosine(STEPS)))
    sentence = nearest_schedule(race(replace(lecture, contenders=compared)))
    assert sentence is not None
    assert sentence.startswith("Constant ends nearest")


@pytest.mark.parametrize("key", ["regression", "himmelblau"])
def test_branches_move_to_another_surface(key: str) -> None:
    lecture = branched(opening(SURFACES["bowl"]()), 0, 60)
    moved = on_surface(lecture, SURFACES[key]())
    assert moved.contenders[-1].branch_of == 0
    assert len(race(moved)) == 5
    assert SCHEDULES["constant"]() == moved.contenders[-1].schedule
