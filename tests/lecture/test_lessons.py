"""No lesson can lie: what it asks is answered, and what it explains is looked up, in the numbers of its picture."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from lecture import Basins, Entry, Lecture, basins, border, box_dimension, decode, encode, race
from lecture.lessons import LESSONS, Choice, Order, Pin, asks, lesson_of, neighbours
from lecture.link import aliases
from lecture.openings import EACH_SCHEDULE
from lecture.pages.averages import Averages
from lecture.pages.race import Race
from lecture.series import Series, series
from optimizers import SCHEDULES, MiniBatch, OutcomeKind, Trajectory, average_weights, run, sharpness, weighted_average
from optimizers.sgd import SGD
from surfaces.data.cloud import stationary_covariance
from surfaces.data.regression import Regression

Claim = Callable[..., None]
CLAIMS: dict[str, Claim] = {}

Measure = Callable[..., list[Any]]
MEASURES: dict[str, Measure] = {}


def claim(key: str) -> Callable[[Claim], Claim]:
    """Marks a function of what `numbers_of` the lesson gives as what the lesson claims."""

    def entered(function: Claim) -> Claim:
        CLAIMS[key] = function
        return function

    return entered


def answer(key: str) -> Callable[[Measure], Measure]:
    """Marks a function of what `numbers_of` the lesson gives as what answers its question.

    For a choice it says of every option whether it is true; for an order it gives a number of every contender, or
    average, that grows from the first to the last.
    """

    def entered(function: Measure) -> Measure:
        MEASURES[key] = function
        return function

    return entered


def entries_of(key: str) -> tuple[Entry, ...]:
    return race(LESSONS[key].lecture)


def numbers_of(key: str) -> Sequence[Any]:
    """The trajectories of a lesson's race, in the order of its contenders; of averages their page and its series."""
    page = LESSONS[key].lecture.page
    return (page, series(page)) if isinstance(page, Averages) else [entry.trajectory for entry in entries_of(key)]


def competing(lecture: Lecture) -> int:
    """How many contenders, or averages, can be put in an order."""
    return len(lecture.page.drawn if isinstance(lecture.page, Averages) else lecture.contenders)


def test_every_lesson_has_its_claim_and_its_answer_checked() -> None:
    assert list(CLAIMS) == list(LESSONS)
    assert [*MEASURES] == [key for key, lesson in LESSONS.items() if not isinstance(lesson.question, Pin)]


@pytest.mark.parametrize("key", LESSONS)
def test_what_a_lesson_says_is_what_the_numbers_show(key: str) -> None:
    CLAIMS[key](*numbers_of(key))


@pytest.mark.parametrize("key", LESSONS)
def test_the_race_gives_the_answer_of_a_lesson(key: str) -> None:
    numbers = numbers_of(key)
    match LESSONS[key].question:
        case Choice(options=options, answer=index):
            truths = MEASURES[key](*numbers)
            assert len(truths) == len(options)
            assert [k for k, truth in enumerate(truths) if truth] == [index]
        case Order(answer=slots):
            measures = MEASURES[key](*numbers)
            assert len({*measures}) == len(measures) == competing(LESSONS[key].lecture), "no two share a place"
            assert tuple(int(slot) for slot in np.argsort(measures)) == slots
        case Pin(slot=slot):
            path = numbers[slot]
            assert path.outcome.kind is not OutcomeKind.DIVERGED
            assert all(low < c < high for c, (low, high) in zip(path.points[:, -1], path.surface.window, strict=True))
            assert np.hypot(*(path.points[:, -1] - path.points[:, 0])) > 1.0, "there is something to predict"


@pytest.mark.parametrize("key", LESSONS)
def test_following_its_link_opens_a_lesson_with_its_question(key: str) -> None:
    lesson = LESSONS[key]
    assert decode(encode(lesson.lecture)) == (lesson.lecture, ())
    assert lesson_of(lesson.lecture) is lesson
    assert asks(lesson.lecture)
    assert (lesson.key, lesson.lecture.view.step) == (key, 0)
    assert len({entry.label for entry in entries_of(key)}) == len(lesson.lecture.contenders)


def test_a_question_is_asked_of_the_race_that_answers_it_alone() -> None:
    lesson = LESSONS["ravine"]
    assert not asks(lesson.answered)
    assert lesson.answered.view.step is None
    assert not asks(replace(lesson.lecture, steps=lesson.lecture.steps + 1))
    assert not asks(replace(lesson.lecture, view=replace(lesson.lecture.view, lesson=None)))
    assert asks(replace(lesson.lecture, view=replace(lesson.lecture.view, presentation=True, layout="map")))


def test_a_question_about_a_series_is_asked_on_the_page_of_the_averages_alone() -> None:
    lecture = LESSONS["about-ten-days"].lecture
    assert asks(replace(lecture, steps=lecture.steps + 1)), "its race says nothing of a series"
    assert not asks(replace(lecture, page=replace(lecture.page, beta_1=0.8)))  # type: ignore[call-arg]
    assert lesson_of(replace(lecture, page=Race())) is None
    assert lesson_of(replace(LESSONS["ravine"].lecture, page=Averages())) is None


def test_a_key_that_told_the_answer_still_opens_its_lesson() -> None:
    for former, key in aliases.LESSONS.items():
        assert former not in LESSONS
        link = encode(LESSONS[key].lecture)
        lecture, notes = decode(link.replace(f"lesson={key}", f"lesson={former}"))
        assert lesson_of(lecture) is LESSONS[key]
        assert (encode(lecture), notes) == (link, ()), "and the next link tells nothing either"


@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_is_worded_for_a_card(key: str) -> None:
    lesson = LESSONS[key]
    assert len(lesson.title) <= 45
    assert lesson.question.words.endswith("?")
    assert len(lesson.question.words) <= 240
    assert 1 <= lesson.why.count(". ") + 1 <= 3
    assert lesson.why.endswith(".")
    assert len(lesson.why) <= 260
    titles = [other.title for other in LESSONS.values()]
    assert titles.count(lesson.title) == 1


def test_the_options_of_a_choice_can_be_told_apart_and_one_is_right() -> None:
    for lesson in LESSONS.values():
        if isinstance(lesson.question, Choice):
            assert len({*lesson.question.options}) == len(lesson.question.options) > 1
            assert not any(option.endswith(".") for option in lesson.question.options)
    with pytest.raises(ValueError, match="answer must be the index of an option, but 2 was given"):
        Choice("Which?", ("this", "that"), answer=2)


def test_next_and_previous_walk_through_the_lessons_in_order() -> None:
    lessons = list(LESSONS.values())
    before, walked = None, []
    _, here = neighbours(None)
    while here:
        walked.append(here)
        assert neighbours(here)[0] is before
        before, here = here, neighbours(here)[1]
    assert walked == lessons


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


@answer("largest-rate")
def _(*paths: Trajectory) -> list[bool]:
    settled = [path.outcome.kind is OutcomeKind.GLOBAL_MINIMUM for path in paths]
    return [settled == which for which in ([True] * 3, [True, True, False], [True, False, False], [False] * 3)]


@claim("largest-rate")
def _(below: Trajectory, border: Trajectory, above: Trajectory) -> None:
    assert [2.0 / 20.0 * f for f in (0.99, 1.0, 1.01)] == pytest.approx(
        [path.learning_rates[0] for path in (below, border, above)], rel=1e-12
    )
    assert below.outcome.kind is OutcomeKind.GLOBAL_MINIMUM
    assert np.abs(border.points[1]) == pytest.approx(1.5, rel=1e-12)
    assert crossings(border) == border.steps
    assert np.all(np.diff(np.abs(above.points[1])) > 0.0)


@answer("ravine")
def _(sgd: Trajectory, momentum: Trajectory) -> list[bool]:
    near = arrival(sgd) <= 200, arrival(momentum) <= 200
    return [near == which for which in ((True, True), (True, False), (False, True), (False, False))]


@claim("ravine")
def _(sgd: Trajectory, momentum: Trajectory) -> None:
    assert crossings(sgd) == sgd.steps == 200
    assert arrival(sgd) == np.inf
    assert crossings(momentum) < 200 / 4
    assert arrival(momentum) < 200
    lecture = LESSONS["ravine"].lecture
    same_rate = replace(lecture.contenders[0].rule, learning_rate=lecture.contenders[1].rule.learning_rate)
    assert run(lecture.surface, same_rate, lecture.start, lecture.steps).outcome.kind is OutcomeKind.DIVERGING


@answer("batch-sizes")
def _(*paths: Trajectory) -> list[float]:
    return [distances(path)[-100:].mean() for path in paths]


@claim("batch-sizes")
def _(some: Trajectory, everything: Trajectory, one: Trajectory) -> None:
    assert np.all(np.diff(everything.values) < 0.0)
    wandering, near = (distances(path)[-100:].mean() for path in (one, some))
    assert wandering == pytest.approx(7.0 * near, rel=0.1)
    assert distances(everything)[-1] < 0.01 < near


@answer("examples-seen")
def _(singly: Trajectory, everything: Trajectory) -> list[bool]:
    difference = everything.values[1] / singly.values[200] - 1.0
    return [difference < -0.01, difference > 0.01, abs(difference) <= 0.01]


@claim("examples-seen")
def _(singly: Trajectory, everything: Trajectory) -> None:
    lowest = singly.surface.lowest
    assert singly.batches is not None
    assert sorted(singly.batches.ravel().tolist()) == list(range(200)), "one pass"
    assert everything.batches is None
    assert singly.values[200] - lowest < 1e-3 * (everything.values[1] - lowest)
    assert singly.steps == 200, "the axis of examples seen ends here, with one step of the full batch"
    assert LESSONS["examples-seen"].lecture.view.axis == "examples"


def radius(path: Trajectory) -> float:
    """The root mean square of the distance to the minimum in the second half of a path."""
    return float(np.sqrt((distances(path)[path.steps // 2 :] ** 2).mean()))


@answer("cloud")
def _(single: Trajectory, larger: Trajectory) -> list[bool]:
    times = radius(larger) / radius(single)
    return [times == pytest.approx(expected, rel=0.1) for expected in (1.0, 1 / 4, 1 / 16)]


@claim("cloud")
def _(*paths: Trajectory) -> None:
    for path, size, said in zip(paths, (1, 16), (0.36, 0.08), strict=True):
        assert isinstance(path.surface, Regression)
        covariance = stationary_covariance(path.surface, 0.05, size)
        assert covariance is not None
        predicted = np.sqrt(np.trace(covariance))
        assert predicted == pytest.approx(said, abs=0.005)
        assert radius(path) == pytest.approx(predicted, rel=0.05)


def wandering(path: Trajectory) -> float:
    """The mean distance to the minimum in the second half of a path."""
    return float(distances(path)[path.steps // 2 :].mean())


@answer("rate-or-batch-size")
def _(*paths: Trajectory) -> list[bool]:
    single, larger, slower = map(wandering, paths)
    return [larger < 0.8 * slower, slower < 0.8 * larger, max(larger, slower) < 0.6 * single]


@claim("rate-or-batch-size")
def _(single: Trajectory, larger: Trajectory, slower: Trajectory) -> None:
    assert [wandering(path) / wandering(single) for path in (larger, slower)] == pytest.approx([0.5, 0.5], abs=0.1)
    near = [int((distances(path) < 0.5).argmax()) for path in (single, larger, slower)]
    assert near[1] == pytest.approx(near[0], rel=0.3)
    assert near[2] == pytest.approx(4.0 * near[0], rel=0.3)


def drawn(path: Trajectory, size: int) -> Trajectory:
    """The same run with every batch drawn from all examples."""
    rule = SGD(float(path.learning_rates[0]))
    gradients = MiniBatch(size, seed=0, replacement=True)
    return run(path.surface, rule, (-1.5, 2.5), path.steps, gradients=gradients)


@answer("reshuffling")
def _(four: Trajectory, _one: Trajectory) -> list[bool]:
    times = wandering(drawn(four, 4)) / wandering(four)
    return [times < 0.9, 0.9 <= times <= 1.1, times > 1.5]


@claim("reshuffling")
def _(four: Trajectory, _one: Trajectory) -> None:
    lecture = LESSONS["reshuffling"].lecture
    again, _ = race(replace(lecture, replacement=True))
    assert np.array_equal(again.trajectory.points, drawn(four, 4).points), "by the switch among the controls"
    assert four.batches is not None
    assert sorted(four.batches[:10].ravel().tolist()) == list(range(40)), "together the whole data set"


def averages_of(page: Averages, values: np.ndarray) -> list[np.ndarray]:
    """What a page draws of a series: every average, with bias correction where that is drawn."""
    return [weighted_average(values, beta, curves != "uncorrected") for _, (beta, curves) in page.drawn]


@answer("about-ten-days")
def _(page: Averages, ramp: Series) -> list[bool]:
    (average,) = averages_of(page, ramp.values)
    behind = (ramp.values - average)[90:] / np.diff(ramp.values).mean()
    return [np.allclose(behind, days, atol=0.001) for days in (5.0, 9.0, 10.0, 19.0)]


@claim("about-ten-days")
def _(page: Averages, _ramp: Series) -> None:
    weights = average_weights(page.beta_1, 400)[::-1]
    assert weights @ np.arange(weights.size) == pytest.approx(9.0)
    assert weights[10] / weights[0] == pytest.approx(np.exp(-1.0), abs=0.02)
    assert weights @ weights == pytest.approx(1.0 / 19.0), "the variance that a plain mean of 19 days leaves of noise"


@answer("how-much-to-average")
def _(page: Averages, shown: Series) -> list[float]:
    assert shown.noise is not None
    off = [average - (shown.values - shown.noise) for average in averages_of(page, shown.values)]
    means, squares = ([float(np.mean(np.abs(each) ** power)) for each in off] for power in (1, 2))
    assert np.argsort(means).tolist() == np.argsort(squares).tolist(), "however it is measured"
    return squares


@claim("how-much-to-average")
def _(page: Averages, shown: Series) -> None:
    assert shown.noise is not None
    left = [average[180:].std() / shown.noise.std() for average in averages_of(page, shown.noise)]
    assert (left[2] > 0.5, left[1] < 0.15, left[0] < 0.25) == (True, True, True)
    assert [beta / (1.0 - beta) for beta in (page.beta_2, page.beta_1)] == [pytest.approx(49.0), pytest.approx(9.0)]


@answer("first-days-of-an-average")
def _(page: Averages, shown: Series) -> list[bool]:
    part = weighted_average(shown.values, page.beta_1)[0] / shown.values[0]
    return [bool(np.isclose(part, size)) for size in (1.0, 0.5, 0.1, 0.02)]


@claim("first-days-of-an-average")
def _(page: Averages, shown: Series) -> None:
    plain, (corrected,) = weighted_average(shown.values, page.beta_1), averages_of(page, shown.values)
    assert corrected[0] == pytest.approx(shown.values[0])
    np.testing.assert_allclose(plain / corrected, np.cumsum(average_weights(page.beta_1, plain.size)[::-1]))
    assert (plain / corrected)[59] == pytest.approx(0.7, abs=0.005)


@answer("divisor-of-an-average")
def _(page: Averages, shown: Series) -> list[bool]:
    (right,) = averages_of(page, shown.values)
    times = weighted_average(shown.values, page.beta_1) / (1.0 - page.beta_1) / right
    is_right, is_tenfold = np.isclose(times, 1.0), np.isclose(times, 10.0, rtol=0.02)
    truths = (
        is_right.all(),
        times[0] > 1.01 and is_right[50:].all(),
        is_right[0] and is_tenfold[50:].all(),
        is_tenfold.all(),
    )
    return [bool(truth) for truth in truths]


@claim("divisor-of-an-average")
def _(page: Averages, shown: Series) -> None:
    sums = np.cumsum(average_weights(page.beta_1, shown.values.size)[::-1])
    assert sums[0] == pytest.approx(0.1)
    assert (sums[50:] > 0.99).all()


@answer("average-of-gradients")
def _(sgd: Trajectory, momentum: Trajectory) -> list[bool]:
    part = pace(momentum)[100:].mean() / pace(sgd)[100:].mean()
    return [part > 0.9, 0.2 < part < 0.3, part < 0.02]


@claim("average-of-gradients")
def _(sgd: Trajectory, momentum: Trajectory) -> None:
    smaller = pace(sgd)[100:].mean() / pace(momentum)[100:].mean()
    assert smaller == pytest.approx(np.sqrt((1.0 + 0.9) / (1.0 - 0.9)), rel=0.1)
    assert wandering(momentum) == pytest.approx(wandering(sgd), rel=0.15)


@answer("how-much-momentum")
def _(*paths: Trajectory) -> list[float]:
    return [arrival(path) for path in paths]


@claim("how-much-momentum")
def _(nine: Trajectory, most: Trajectory, half: Trajectory) -> None:
    past = [float(path.points[0].max()) for path in (half, nine, most)]
    assert past == sorted(past)
    assert past[0] < 0.05 * 4.5
    assert past[2] > 0.7 * 4.5
    assert arrival(half) < arrival(nine) < 150
    assert arrival(most) == np.inf
    assert most.outcome.kind is OutcomeKind.MOVING


@answer("three-momentums")
def _(average: Trajectory, ball: Trajectory, nesterov: Trajectory) -> list[bool]:
    same = [np.abs(one.points - ball.points).max() < 1e-9 for one in (average, nesterov)]
    return [same == which for which in ([True, True], [True, False], [False, True], [False, False])]


@claim("three-momentums")
def _(average: Trajectory, ball: Trajectory, nesterov: Trajectory) -> None:
    assert np.abs(average.points - ball.points).max() < 1e-12
    assert arrival(nesterov) < min(arrival(average), arrival(ball))


def settled(path: Trajectory) -> bool:
    return path.outcome.kind is OutcomeKind.GLOBAL_MINIMUM


@answer("limits-of-momentum")
def _(average: Trajectory, ball: Trajectory, nesterov: Trajectory, _: Trajectory) -> list[bool]:
    who = [settled(path) for path in (average, ball, nesterov)]
    return [who == which for which in ([False] * 3, [True, False, False], [True, True, False], [True] * 3)]


@claim("limits-of-momentum")
def _(*paths: Trajectory) -> None:
    limits = [contender.rule.stability_limit for contender in LESSONS["limits-of-momentum"].lecture.contenders]
    assert limits == pytest.approx([38.0, 3.8, 1.36, 2.0], abs=0.005)
    for path, limit in zip(paths, limits, strict=True):
        product = path.learning_rates[0] * sharpness(path.surface.hessian(path.points[:, 0]))
        assert product == pytest.approx(3.0)
        assert settled(path) == (product < limit)
        assert (path.outcome.kind is OutcomeKind.DIVERGING) == (product > limit)


@answer("adagrad-and-rmsprop")
def _(adagrad: Trajectory, rmsprop: Trajectory) -> list[bool]:
    faster = pace(rmsprop)[-1] / pace(adagrad)[-1]
    return [faster < 0.9, faster > 1.1, 0.9 <= faster <= 1.1]


@claim("adagrad-and-rmsprop")
def _(adagrad: Trajectory, rmsprop: Trajectory) -> None:
    assert first_step(adagrad) == pytest.approx(first_step(rmsprop), rel=1e-6)
    assert np.linalg.norm(adagrad.gradients[:, 0]) > 100.0, "a steep wall"
    assert distances(rmsprop)[-1] < distances(adagrad)[-1]
    assert pace(rmsprop)[-100:].mean() > 10.0 * pace(adagrad)[-100:].mean()


@answer("first-step-of-rmsprop")
def _(*paths: Trajectory) -> list[float]:
    return [-first_step(path).max() for path in paths]


@claim("first-step-of-rmsprop")
def _(short: Trajectory, adam: Trajectory, long: Trajectory) -> None:
    assert first_step(long) == pytest.approx(1.0, rel=1e-6)
    assert first_step(short) == pytest.approx(0.1 / np.sqrt(0.1), rel=1e-6)
    assert first_step(adam) == pytest.approx(0.1, rel=1e-6)


@answer("bias-correction")
def _(corrected: Trajectory, uncorrected: Trajectory) -> list[bool]:
    longer = (first_step(uncorrected) / first_step(corrected)).max()
    return [longer < 0.99, 0.99 <= longer <= 1.01, longer > 1.01]


@claim("bias-correction")
def _(corrected: Trajectory, uncorrected: Trajectory) -> None:
    assert first_step(corrected) == pytest.approx(0.1, rel=1e-6)
    assert first_step(uncorrected) / first_step(corrected) == pytest.approx(3.2, rel=0.02)
    assert crossings(uncorrected) > crossings(corrected)


@answer("stuck-counter")
def _(adam: Trajectory, stuck: Trajectory, _third: Trajectory) -> list[bool]:
    right = np.array_equal(stuck.points[:, 1], adam.points[:, 1])
    return [
        np.allclose(stuck.points, adam.points),
        not right,
        right and pace(stuck).max() > 1.1 * 0.1,
        right and pace(stuck)[10:20].max() < 0.1 * pace(adam)[0],
    ]


@claim("stuck-counter")
def _(adam: Trajectory, stuck: Trajectory, third: Trajectory) -> None:
    assert np.array_equal(stuck.points[:, 1], adam.points[:, 1])
    assert pace(adam).max() <= 0.1 * (1.0 + 1e-9)
    assert 1.7 * 0.1 < pace(stuck).max() < 2.1 * 0.1
    assert np.abs(third.points - stuck.points).max() < 1e-6
    assert third.learning_rates[0] == pytest.approx(0.1 / 3.0, rel=0.06)


@answer("epsilon")
def _(tiny: Trajectory, *others: Trajectory) -> list[bool]:
    later = [arrival(path) > arrival(tiny) for path in others]
    return [later == which for which in ([False] * 3, [False, False, True], [False, True, True], [True] * 3)]


@claim("epsilon")
def _(tiny: Trajectory, small: Trajectory, large: Trajectory, one: Trajectory) -> None:
    assert arrival(tiny) == arrival(small) < arrival(large) < 200
    assert pace(one).sum() < 0.1
    assert np.abs(one.gradients).max() < 0.1, "where gradients are small"


@answer("noise-and-decay")
def _(constant: Trajectory, decaying: Trajectory) -> list[bool]:
    times = distances(constant)[-100:].mean() / distances(decaying)[-100:].mean()
    return [times < 0.9, 0.9 <= times <= 1.1, times > 3.0]


@claim("noise-and-decay")
def _(constant: Trajectory, decaying: Trajectory) -> None:
    wandering, settled = (distances(path)[-100:].mean() for path in (constant, decaying))
    assert wandering == pytest.approx(0.6, abs=0.05)
    assert settled < wandering / 3.0
    errors, same = (path.gradients - path.surface.gradient(path.points) for path in (constant, decaying))
    assert np.allclose(errors, same), "the same noise"


@answer("how-fast-to-decay")
def _(*paths: Trajectory) -> list[float]:
    return [distances(path)[-1] for path in paths]


@claim("how-fast-to-decay")
def _(constant: Trajectory, gentle: Trajectory, fast: Trajectory) -> None:
    assert distances(fast)[-1] > 1.0
    assert pace(fast)[-1] < 1e-9
    assert distances(gentle)[-1] < distances(constant)[-1]


@answer("every-schedule")
def _(*paths: Trajectory) -> list[bool]:
    titles = [contender.schedule.title for contender in LESSONS["every-schedule"].lecture.contenders]
    question = LESSONS["every-schedule"].question
    assert isinstance(question, Choice)
    farthest = titles[int(np.argmax([distances(path)[-1] for path in paths]))]
    return [option.lower() == farthest.lower() for option in question.options]


@claim("every-schedule")
def _(*paths: Trajectory) -> None:
    """Over other draws of the noise a constant rate is the worst by far, and nobody is the best in half of them."""
    lecture = LESSONS["every-schedule"].lecture
    ends = np.array(
        [[distances(entry.trajectory)[-1] for entry in race(replace(lecture, seed=seed))] for seed in range(60)]
    )
    assert np.array_equal(ends[lecture.seed], [distances(path)[-1] for path in paths])
    means = ends.mean(axis=0)
    assert means[0] > 1.5 * means[1:].max()
    assert tuple(c.schedule.key for c in lecture.contenders) == EACH_SCHEDULE, "as in the menu"
    assert (len(SCHEDULES), len(SCHEDULES) - len(EACH_SCHEDULE)) == (11, 3)
    assert np.bincount(ends.argmin(axis=1)).max() < 30


@answer("when-to-decay")
def _(*paths: Trajectory) -> list[bool]:
    return [path.values[-1] == min(other.values[-1] for other in paths) for path in paths]


@claim("when-to-decay")
def _(constant: Trajectory, cosine: Trajectory, late: Trajectory) -> None:
    assert late.values[-1] < min(constant.values[-1], cosine.values[-1]) - 0.2
    along = [path.points[0, -1] for path in (constant, cosine, late)]
    assert along[2] == pytest.approx(along[0], rel=0.15), "as far down the river as the constant rate"
    assert along[1] < 0.5 * along[2]
    assert late.values[-1] < late.values[340] - 0.2, "down from the walls"


@answer("length-of-decay")
def _(*paths: Trajectory) -> list[float]:
    return [-path.points[0, -1] for path in paths]


@claim("length-of-decay")
def _(half: Trajectory, early: Trajectory, whole: Trajectory) -> None:
    walls = [abs(path.points[1, -1] - np.sin(0.6 * path.points[0, -1])) for path in (early, half, whole)]
    assert max(walls) < 0.6, "down from the walls"
    assert np.array_equal(early.points[:, 50], early.points[:, -1])
    assert np.array_equal(half.points[:, 200], half.points[:, -1])


@claim("four-starts")
def _(*paths: Trajectory) -> None:
    assert len({path.points[:, 0].tobytes() for path in paths}) == 4
    assert {path.outcome.kind for path in paths} == {OutcomeKind.GLOBAL_MINIMUM}
    assert len({tuple(path.points[:, -1].round(3)) for path in paths}) == 4
    assert len({entry.contender.rule for entry in entries_of("four-starts")}) == 1


@cache
def basins_of(key: str) -> tuple[Basins, ...]:
    """Where each contender of a lesson ends from 10,000 starts of its map."""
    lecture = LESSONS[key].lecture
    return tuple(basins(lecture.surface, c.rule, lecture.steps, shape=(100, 100)) for c in lecture.contenders)


def shares_of(found: Basins) -> list[float]:
    """The shares of a map that end at each of the four minima, in the order of their names, in percent."""
    assert all(name.startswith("minimum at") for name in found.names[:4])
    counts = np.bincount(found.codes.ravel(), minlength=len(found.names))
    return (100.0 * counts[:4] / found.codes.size).tolist()


@answer("basins-of-momentum")
def _(*_: Trajectory) -> list[bool]:
    shares = shares_of(basins_of("basins-of-momentum")[1])
    low, high = min(shares), max(shares)
    return [
        high - low < 2.0,
        high - sorted(shares)[-2] > 4.0,
        sum(sorted(shares)[2:]) > 90.0,
        sum(shares) < 50.0,
    ]


@claim("basins-of-momentum")
def _(sgd: Trajectory, momentum: Trajectory) -> None:
    by_sgd, by_momentum = basins_of("basins-of-momentum")
    assert 100.0 * float((by_sgd.codes != by_momentum.codes).mean()) == pytest.approx(21.0, abs=0.5)
    assert all(23.5 <= share <= 26.5 for share in shares_of(by_sgd))
    told = dict(zip(by_momentum.names, shares_of(by_momentum), strict=False))
    assert max(told.values()) == told["minimum at (3, 2)"] == pytest.approx(30.5, abs=0.5)
    assert min(told.values()) == told["minimum at (3.58, −1.85)"] == pytest.approx(21.0, abs=0.5)
    # The race starts where the two differ.
    assert np.hypot(*(sgd.points[:, -1] - momentum.points[:, -1])) > 1.0


@answer("saddle")
def _(*paths: Trajectory) -> list[bool]:
    first = [float((np.abs(path.points[1]) > 1.0).argmax()) or np.inf for path in paths]
    return [step == min(first) for step in first]


@claim("saddle")
def _(ridge: Trajectory, sgd: Trajectory, ball: Trajectory, adam: Trajectory) -> None:
    assert ridge.outcome.kind is OutcomeKind.SADDLE
    assert np.all(ridge.points[1] == 0.0)
    away = [np.abs(path.points[1]) > 1.0 for path in (adam, ball)]
    assert 0 < away[0].argmax() < away[1].argmax()
    assert np.abs(sgd.points[1]).max() < 1.0
    assert sgd.points[1, -1] > 0.1, "it gets away nevertheless"


def steps_to_leave(path: Trajectory) -> int:
    """The first update after which a path is farther than 1 from the ridge of the saddle."""
    return int(np.argmax(np.abs(path.points[1]) > 1.0))


@answer("nudges")
def _(*paths: Trajectory) -> list[bool]:
    first, second, third = map(steps_to_leave, paths[:3])
    assert min(first, second, third) > 0, "they leave"
    more = (second - first, third - second)
    return [second > 500 * first, 5 * first < second < 500 * first, abs(more[0] - more[1]) <= 1, False]


@claim("nudges")
def _(*paths: Trajectory) -> None:
    starts = [path.points[1, 0] for path in paths]
    assert starts == [1e-3, 1e-6, 1e-9, 1e-3, 1e-6, 1e-9, 1e-3, 1e-9]
    assert [steps_to_leave(path) for path in paths] == [38, 76, 114, 46, 90, 133, 11, 13]
    # A straight line in log: the logarithm of the nudge tells the steps to within one.
    for three in (paths[:3], paths[3:6]):
        steps = np.array([steps_to_leave(path) for path in three])
        line = np.polynomial.Polynomial.fit([3.0, 6.0, 9.0], steps, 1)
        assert np.abs(line(np.array([3.0, 6.0, 9.0])) - steps).max() < 0.5


@claim("valley")
def _(*paths: Trajectory) -> None:
    for path in paths:
        assert path.values[50] < 0.2 * path.values[0]
        x, y = path.points[:, 50]
        assert abs(y - x * x) < 0.1, "on the floor"
        assert distances(path).min() > 0.2


@answer("dimples")
def _(*paths: Trajectory) -> list[bool]:
    return [path.values[-1] == min(other.values[-1] for other in paths) for path in paths]


@claim("dimples")
def _(sgd: Trajectory, ball: Trajectory, rmsprop: Trajectory, adam: Trajectory) -> None:
    assert [path.values[-1] for path in (sgd, rmsprop)] == pytest.approx([17.0, 17.0], abs=0.3)
    assert np.abs(sgd.points[:, -1] - rmsprop.points[:, -1]).max() < 0.1, "the same dimple"
    assert adam.values[-1] == pytest.approx(5.0, abs=0.1)
    assert sgd.points[0, -1] - adam.points[0, -1] == pytest.approx(2.0, abs=0.1)
    assert ball.values[-1] == pytest.approx(1.0, abs=0.1)
    assert np.hypot(*ball.points[:, -1]) == pytest.approx(1.0, abs=0.1)


BORDER_WINDOWS = (((0.0, 1.0), (0.0, 1.0)), ((0.4, 0.6), (0.4, 0.6)))


@cache
def borders() -> tuple[Any, ...]:
    """The border in each of the two windows that the lesson declares, on 256 × 256 cells."""
    lecture = LESSONS["border"].lecture
    rule, steps = lecture.contenders[0].rule, lecture.steps
    return tuple(
        border(basins(lecture.surface, rule, steps, shape=(256, 256), window=window).codes) for window in BORDER_WINDOWS
    )


def counted_otherwise(cells: Any) -> float:
    """The box dimension by another count: each box is looked into, and the slope is taken from sums."""
    sizes = (1, 2, 4, 8, 16, 32)
    counts = [
        sum(
            bool(cells[row : row + size, column : column + size].any())
            for row in range(0, cells.shape[0], size)
            for column in range(0, cells.shape[1], size)
        )
        for size in sizes
    ]
    x, y = -np.log(sizes), np.log(counts)
    return float(((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum())


@answer("border")
def _(*_: Trajectory) -> list[bool]:
    whole, magnified = map(box_dimension, borders())
    return [magnified < whole - 0.1, abs(magnified - whole) <= 0.1, not borders()[1].any()]


@claim("border")
def _(*paths: Trajectory) -> None:
    dimensions = [box_dimension(cells) for cells in borders()]
    assert dimensions == pytest.approx([counted_otherwise(cells) for cells in borders()], abs=0.05)
    assert [round(dimension, 1) for dimension in dimensions] == [1.5, 1.6]
    first, second = paths
    assert np.hypot(*(first.points[:, 0] - second.points[:, 0])) == pytest.approx(0.001)
    assert np.hypot(*(first.points[:, -1] - second.points[:, -1])) == pytest.approx(2.0, abs=0.03)
    for path in paths:
        for (left, right), (bottom, top) in BORDER_WINDOWS:
            assert left < path.points[0, 0] < right
            assert bottom < path.points[1, 0] < top


@answer("two-weights")
def _(one: Trajectory, other: Trajectory) -> list[bool]:
    surface: Any = one.surface
    ends = one.points[:, -1:], other.points[:, -1:]
    same_weights = np.allclose(*ends, atol=0.01)
    first, second = (surface.predicted(end, surface.data.features) for end in ends)
    learned = distances(one)[-1] < 0.1
    return [
        same_weights,
        not same_weights and learned and np.allclose(first, second),
        not same_weights and learned and np.allclose(first, -second),
        not learned,
    ]


@claim("two-weights")
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


@answer("weights-of-zero")
def _(*paths: Trajectory) -> list[bool]:
    learned = [distances(path)[-1] < 0.1 for path in paths]
    return [learned == which for which in ([True] * 3, [False, True, True], [False, False, True], [False] * 3)]


@claim("weights-of-zero")
def _(sgd: Trajectory, adam: Trajectory, beside: Trajectory) -> None:
    for path in (sgd, adam):
        assert np.all(path.points == 0.0)
        assert np.all(path.gradients == 0.0)
        assert path.outcome.kind is OutcomeKind.SADDLE
    assert distances(beside)[-1] < 0.1


def final_sharpness(path: Trajectory) -> float:
    if path.outcome.kind is OutcomeKind.DIVERGED:
        return float("inf")
    return float(sharpness(path.surface.hessian(path.points[:, -1])))


@answer("edge-of-stability")
def _(*paths: Trajectory) -> list[bool]:
    ends = [final_sharpness(path) for path in paths]
    return [end == min(ends) for end in ends]


@claim("edge-of-stability")
def _(*paths: Trajectory) -> None:
    edge = paths[0].surface
    assert sharpness(edge.hessian(paths[0].points[:, 0])) == pytest.approx(25.0, abs=0.1)
    assert [final_sharpness(path) for path in paths] == pytest.approx([25.0, 12.7, 2.1, np.inf], abs=0.06)
    for path in paths[:3]:
        assert path.outcome.kind is OutcomeKind.GLOBAL_MINIMUM
        assert path.learning_rates[-1] * final_sharpness(path) < 2.0
    x = np.geomspace(0.1, 10.0, 401)
    assert sharpness(edge.hessian(np.array((x, 1.0 / x)))).min() == pytest.approx(2.0), "the flattest"


@answer("rotated-bowl")
def _(*paths: Trajectory) -> list[bool]:
    return [arrival(path) == min(map(arrival, paths)) for path in paths]


@claim("rotated-bowl")
def _(sgd: Trajectory, ball: Trajectory, *adams: Trajectory) -> None:
    assert max(arrival(sgd), arrival(ball)) < min(arrival(adam) for adam in adams)
    assert np.diff(np.diag(sgd.surface.hessian(np.zeros(2)))) == pytest.approx(0.0, abs=1e-12), "equally steep"


def test_no_lesson_ends_in_a_picture_that_cannot_be_drawn() -> None:
    for key, lesson in LESSONS.items():
        for entry in entries_of(key):
            if entry.trajectory.outcome.kind is OutcomeKind.DIVERGED:
                assert "diverges" in lesson.why
                continue
            assert np.isfinite(entry.trajectory.values).all()
