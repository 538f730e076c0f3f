"""What the browser says of stability against the limits and the sharpness of Python."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lecture.openings import with_suggested_rate
from optimizers import run, sharpness
from scenes import worked_step
from surfaces import SURFACES
from surfaces.bowl import Bowl
from tests.tracing.cases import RULES, named
from tests.tracing.deno import answers
from tracing import kernels

UPDATES = (1, 2, 40)


def test_the_browser_has_the_limit_and_the_sharpness_of_every_rule(tmp_path: Path) -> None:
    surface = SURFACES["beale"]()
    rules: list[Any] = [with_suggested_rate(family(), surface) for family in RULES.values()]
    calls, expected = [], []
    for rule in rules:
        path = run(surface, rule, surface.starts[0].point, UPDATES[-1])
        divisors = np.broadcast_to(rule.preconditioner(path.states), (2, path.steps))
        for update in UPDATES:
            point = path.points[:, update - 1]
            calls.append(("stability", asked(rule, surface, point, path, update)))
            known = rule.stability_limit is not None
            found = (rule.stability_limit, sharpness(surface.hessian(point), divisors[:, update - 1]))
            expected.append(found if known else None)
    ours = [None if found is None else (found["limit"], found["sharpness"]) for found in answered(calls, tmp_path)]
    assert [found is None for found in ours] == [found is None for found in expected]
    for mine, theirs in zip(ours, expected, strict=True):
        assert mine == (theirs if theirs is None else pytest.approx(theirs, rel=1e-12))


def asked(rule: Any, surface: Any, point: Any, path: Any, update: int) -> dict[str, Any]:
    numbers = {"points": path.points, **worked_step.arrays(rule, path)}
    return {
        "surface": surface.key,
        "surfaceParameters": named(surface),
        "rule": rule.key,
        "ruleParameters": named(rule),
        "point": point.tolist(),
        "numbers": {name: {"data": array.ravel()} for name, array in numbers.items()},
        "update": update,
    }


def answered(calls: list[Any], folder: Path) -> list[Any]:
    return answers(kernels().text, calls, folder)


def test_without_numbers_only_a_rule_that_does_not_divide_is_known(tmp_path: Path) -> None:
    common = {"surface": "bowl", "surfaceParameters": named(Bowl(condition=30.0)), "point": [1.0, 1.0]}
    calls = [
        ("stability", {**common, "rule": key, "ruleParameters": named(RULES[key]())}) for key in ("sgd", "adam", "lion")
    ]
    sgd, adam, lion = answered(calls, tmp_path)
    assert sgd == {"limit": 2, "sharpness": pytest.approx(30.0)}
    assert adam is lion is None
