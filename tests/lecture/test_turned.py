"""A number set by the place that the browser knows it by."""

import pytest

from lecture import Lecture, opening, turned
from surfaces import SURFACES
from surfaces.bowl import Bowl

BOWL = opening(Bowl())


def test_a_number_of_a_contender_is_set_and_nothing_else() -> None:
    after = turned(BOWL, ["contenders", "1", "ruleParameters", "beta1"], 0.5)
    assert [getattr(c.rule, "beta1", None) for c in after.contenders] == [None, 0.5, None, 0.9]
    assert turned(after, ["contenders", "1", "ruleParameters", "beta1"], 0.9) == BOWL


def test_the_batch_size_of_a_contender_is_set() -> None:
    regression = opening(SURFACES["regression"]())
    after = turned(regression, ["contenders", "1", "batchSize"], 8.0)
    assert [c.batch_size for c in after.contenders] == [32, 8, 1]
    assert isinstance(after.contenders[1].batch_size, int)
    assert turned(after, ["contenders", "1", "batchSize"], 200) == regression, "all examples are a full batch"
    assert turned(regression, ["contenders", "1", "batchSize"], 0.5) == regression


def test_a_number_of_the_surface_is_set() -> None:
    after = turned(BOWL, ["surfaceParameters", "condition"], 30)
    assert after.surface == Bowl(condition=30.0)
    assert isinstance(after.surface.condition, float)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["contenders", "1", "ruleParameters", "beta1"], 1.5),
        (["contenders", "1", "ruleParameters", "nothing"], 0.5),
        (["contenders", "7", "ruleParameters", "beta1"], 0.5),
        (["contenders", "3", "ruleParameters", "bias_correction"], 1.0),
        (["surfaceParameters", "condition"], float("nan")),
        (["view", "step"], 3.0),
        ([], 1.0),
    ],
)
def test_a_place_that_is_none_or_a_value_out_of_range_changes_nothing(path: list[str], value: float) -> None:
    assert turned(BOWL, path, value) == BOWL


def test_a_turned_lecture_is_a_lecture() -> None:
    assert isinstance(turned(BOWL, ["contenders", "0", "ruleParameters", "learning_rate"], 0.01), Lecture)
