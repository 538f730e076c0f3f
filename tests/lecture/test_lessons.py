"""No lesson can lie: what its sentence claims is looked up in the numbers of its race."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lecture import Entry, decode, encode, race
from lecture.lessons import LESSONS, neighbours
from optimizers import OutcomeKind, Trajectory, run

Claim = Callable[..., None]
CLAIMS: dict[str, Claim] = {}


def claim(key: str) -> Callable[[Claim], Claim]:
    """Marks a function of the lesson's trajectories, in the order of its contenders, as what the lesson claims."""

    def entered(function: Claim) -> Claim:
        CLAIMS[key] = function
        return function

    return entered


def entries_of(key: str) -> tuple[Entry, ...]:
    return race(LESSONS[key].lecture)


def test_every_lesson_has_its_claim_checked() -> None:
    assert list(CLAIMS) == list(LESSONS)


@pytest.mark.parametrize("key", LESSONS)
def test_what_a_lesson_says_is_what_the_numbers_show(key: str) -> None:
    CLAIMS[key](*(entry.trajectory for entry in entries_of(key)))


@pytest.mark.parametrize("key", LESSONS)
def test_following_its_link_opens_a_lesson(key: str) -> None:
    lesson = LESSONS[key]
    assert decode(encode(lesson.lecture)) == (lesson.lecture, ())
    assert lesson.lecture.view.lesson == lesson.key == key
    assert len({entry.label for entry in entries_of(key)}) == len(lesson.lecture.contenders)


@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_is_worded_for_a_card(key: str) -> None:
    lesson = LESSONS[key]
    assert len(lesson.title) <= 45
    assert "?" in lesson.question
    assert 1 <= lesson.look.count(". ") + 1 <= 3
    assert lesson.look.endswith(".")
    assert len(lesson.look) <= 260
    titles = [other.title for other in LESSONS.values()]
    assert titles.count(lesson.title) == 1


def test_next_and_previous_walk_through_the_lessons_in_order() -> None:
    lessons = list(LESSONS.values())
    before, walked = None, []
    _, here = neighbours(None)
    while here:
        walked.append(here)
        assert neighbours(here.key)[0] is before
        before, here = here, neighbours(here.key)[1]
    assert walked == lessons
    assert neighbours("gone") == neighbours(None) == (None, lessons[0])


def crossings(path: Trajectory) -> int:
    """How often a path crosses the x-axis."""
    return int((np.diff(np.sign(path.points[1])) != 0).sum())


def distances(path: Trajectory) -> Any:
    """The distance of every point to the nearest minimum."""
    return np.min([np.hypot(*(path.points.T - m.point).T) for m in path.surface.minima], axis=0)


def arrival(path: Trajectory) -> float:
    """The first step within 0.01 of a minimum."""
    near = distances(path) <= 0.01
    return float(near.argmax()) if near.any() else np.inf


def first_step(path: Trajectory) -> Any:
    return np.abs(path.points[:, 1] - path.points[:, 0])


def pace(path: Trajectory) -> Any:
    """How far each update moves in the coordinate in which it moves more."""
    return np.abs(np.diff(path.points)).max(axis=0)


@claim("ravine")
def _(sgd: Trajectory, momentum: Trajectory) -> None:
    assert crossings(sgd) == sgd.steps == 200
    assert arrival(sgd) == np.inf
    assert crossings(momentum) < 200 / 4
    assert arrival(momentum) < 200
    lecture = LESSONS["ravine"].lecture
    same_rate = replace(lecture.contenders[0].rule, learning_rate=lecture.contenders[1].rule.learning_rate)
    assert run(lecture.surface, same_rate, lecture.start, lecture.steps).outcome.kind is OutcomeKind.DIVERGING


@claim("too-large-a-rate")
def _(below: Trajectory, border: Trajectory, above: Trajectory) -> None:
    assert [2.0 / 20.0 * f for f in (0.99, 1.0, 1.01)] == pytest.approx(
        [path.learning_rates[0] for path in (below, border, above)], rel=1e-12
    )
    assert below.outcome.kind is OutcomeKind.GLOBAL_MINIMUM
    assert np.abs(border.points[1]) == pytest.approx(1.5, rel=1e-12)
    assert crossings(border) == border.steps
    assert np.all(np.diff(np.abs(above.points[1])) > 0.0)


@claim("batch-sizes")
def _(some: Trajectory, everything: Trajectory, one: Trajectory) -> None:
    assert np.all(np.diff(everything.values) < 0.0)
    wandering, near = (distances(path)[-100:].mean() for path in (one, some))
    assert wandering == pytest.approx(7.0 * near, rel=0.1)
    assert distances(everything)[-1] < 0.01 < near


@claim("examples-seen")
def _(singly: Trajectory, everything: Trajectory) -> None:
    lowest = singly.surface.lowest
    assert singly.batches is not None
    assert sorted(singly.batches.ravel().tolist()) == list(range(200)), "one pass"
    assert everything.batches is None
    assert singly.values[200] - lowest < 1e-3 * (everything.values[1] - lowest)


@claim("mirror-minima")
def _(one: Trajectory, other: Trajectory) -> None:
    np.testing.assert_array_equal(one.points, -other.points)
    np.testing.assert_array_equal(one.values, other.values)
    assert distances(one)[-1] < 0.05
    surface: Any = one.surface
    assert np.array_equal(
        surface.predicted(one.points[:, -1:], surface.data.features),
        surface.predicted(other.points[:, -1:], surface.data.features),
    )
    assert np.array_equal(surface.gradient(np.zeros(2)), np.zeros(2))


@claim("overshoot")
def _(half: Trajectory, nine: Trajectory, most: Trajectory) -> None:
    past = [float(path.points[0].max()) for path in (half, nine, most)]
    assert past == sorted(past)
    assert past[0] < 0.05 * 4.5
    assert past[2] > 0.7 * 4.5
    assert arrival(half) < arrival(nine) < 150
    assert arrival(most) == np.inf
    assert most.outcome.kind is OutcomeKind.MOVING


@claim("three-momentums")
def _(average: Trajectory, ball: Trajectory, nesterov: Trajectory) -> None:
    assert np.abs(average.points - ball.points).max() < 1e-12
    assert arrival(nesterov) < min(arrival(average), arrival(ball))


@claim("first-step-of-rmsprop")
def _(long: Trajectory, short: Trajectory, adam: Trajectory) -> None:
    assert first_step(long) == pytest.approx(1.0, rel=1e-6)
    assert first_step(short) == pytest.approx(0.1 / np.sqrt(0.1), rel=1e-6)
    assert first_step(adam) == pytest.approx(0.1, rel=1e-6)


@claim("bias-correction")
def _(corrected: Trajectory, uncorrected: Trajectory) -> None:
    assert first_step(corrected) == pytest.approx(0.1, rel=1e-6)
    assert first_step(uncorrected) / first_step(corrected) == pytest.approx(3.2, rel=0.02)
    assert crossings(uncorrected) > crossings(corrected)


@claim("stuck-counter")
def _(adam: Trajectory, stuck: Trajectory, third: Trajectory) -> None:
    assert np.array_equal(stuck.points[:, 1], adam.points[:, 1])
    assert pace(adam).max() <= 0.1 * (1.0 + 1e-9)
    assert 1.7 * 0.1 < pace(stuck).max() < 2.1 * 0.1
    assert np.abs(third.points - stuck.points).max() < 1e-6
    assert third.learning_rates[0] == pytest.approx(0.1 / 3.0, rel=0.06)


@claim("epsilon")
def _(tiny: Trajectory, small: Trajectory, large: Trajectory, one: Trajectory) -> None:
    assert arrival(tiny) == arrival(small) < arrival(large) < 200
    assert pace(one).sum() < 0.1
    assert np.abs(one.gradients).max() < 0.1, "where gradients are small"


@claim("saddle")
def _(ridge: Trajectory, sgd: Trajectory, ball: Trajectory, adam: Trajectory) -> None:
    assert ridge.outcome.kind is OutcomeKind.SADDLE
    assert np.all(ridge.points[1] == 0.0)
    away = [np.abs(path.points[1]) > 1.0 for path in (adam, ball)]
    assert 0 < away[0].argmax() < away[1].argmax()
    assert np.abs(sgd.points[1]).max() < 1.0
    assert sgd.points[1, -1] > 0.1, "it gets away nevertheless"


@claim("four-starts")
def _(*paths: Trajectory) -> None:
    assert len({path.points[:, 0].tobytes() for path in paths}) == 4
    assert {path.outcome.kind for path in paths} == {OutcomeKind.GLOBAL_MINIMUM}
    assert len({tuple(path.points[:, -1].round(3)) for path in paths}) == 4
    assert len({entry.contender.rule for entry in entries_of("four-starts")}) == 1


@claim("valley")
def _(*paths: Trajectory) -> None:
    for path in paths:
        assert path.values[50] < 0.2 * path.values[0]
        x, y = path.points[:, 50]
        assert abs(y - x * x) < 0.1, "on the floor"
        assert distances(path).min() > 0.2


@claim("dimples")
def _(sgd: Trajectory, ball: Trajectory, rmsprop: Trajectory, adam: Trajectory) -> None:
    assert [path.values[-1] for path in (sgd, rmsprop)] == pytest.approx([17.0, 17.0], abs=0.3)
    assert np.abs(sgd.points[:, -1] - rmsprop.points[:, -1]).max() < 0.1, "the same dimple"
    assert adam.values[-1] == pytest.approx(5.0, abs=0.1)
    assert sgd.points[0, -1] - adam.points[0, -1] == pytest.approx(2.0, abs=0.1)
    assert ball.values[-1] == pytest.approx(1.0, abs=0.1)
    assert np.hypot(*ball.points[:, -1]) == pytest.approx(1.0, abs=0.1)


@claim("noise-and-decay")
def _(constant: Trajectory, decaying: Trajectory) -> None:
    wandering, settled = (distances(path)[-100:].mean() for path in (constant, decaying))
    assert wandering == pytest.approx(0.6, abs=0.05)
    assert settled < wandering / 3.0
    errors, same = (path.gradients - path.surface.gradient(path.points) for path in (constant, decaying))
    assert np.allclose(errors, same), "the same noise"


@claim("decay-too-fast")
def _(constant: Trajectory, gentle: Trajectory, fast: Trajectory) -> None:
    assert distances(fast)[-1] > 1.0
    assert pace(fast)[-1] < 1e-9
    assert distances(gentle)[-1] < distances(constant)[-1]


@claim("decay-late")
def _(constant: Trajectory, cosine: Trajectory, late: Trajectory) -> None:
    assert late.values[-1] < min(constant.values[-1], cosine.values[-1]) - 0.2
    along = [path.points[0, -1] for path in (constant, cosine, late)]
    assert along[2] == pytest.approx(along[0], rel=0.15), "as far down the river as the constant rate"
    assert along[1] < 0.5 * along[2]
    assert late.values[-1] < late.values[340] - 0.2, "down from the walls"


@claim("forgetting")
def _(adagrad: Trajectory, rmsprop: Trajectory) -> None:
    assert first_step(adagrad) == pytest.approx(first_step(rmsprop), rel=1e-6)
    assert np.linalg.norm(adagrad.gradients[:, 0]) > 100.0, "a steep wall"
    assert distances(rmsprop)[-1] < distances(adagrad)[-1]
    assert pace(rmsprop)[-100:].mean() > 10.0 * pace(adagrad)[-100:].mean()


@claim("where-adam-loses")
def _(sgd: Trajectory, ball: Trajectory, *adams: Trajectory) -> None:
    assert max(arrival(sgd), arrival(ball)) < min(arrival(adam) for adam in adams)
    assert np.diff(np.diag(sgd.surface.hessian(np.zeros(2)))) == pytest.approx(0.0, abs=1e-12), "equally steep"


def test_no_lesson_ends_in_a_picture_that_cannot_be_drawn() -> None:
    for key in LESSONS:
        for entry in entries_of(key):
            assert np.isfinite(entry.trajectory.values).all()
            assert entry.trajectory.outcome.kind is not OutcomeKind.DIVERGED
