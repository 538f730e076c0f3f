"""In the browser a branch goes on with the state of another path, as in Python."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from lecture.first_rates import first_rate
from optimizers import Optimizer, Trajectory, branch, run
from parameters import Number, declared
from scenes import worked_step
from surfaces import SURFACES
from tests.tracing.cases import RULES, named
from tests.tracing.deno import answers
from tracing import kernels

BOWL = SURFACES["bowl"]()
START, STEPS, STEP = (-4.0, 1.5), 40, 15


def with_other_numbers(rule: Optimizer) -> Optimizer:
    """The rule with every number but α a tenth smaller."""
    numbers = {name: p for name, p in declared(rule).items() if isinstance(p, Number) and name != "learning_rate"}
    return replace(rule, **{name: 0.9 * getattr(rule, name) for name in numbers})


def test_a_branch_with_other_numbers_goes_on_with_the_state(tmp_path: Path) -> None:
    rules = [family(learning_rate=first_rate(family(), BOWL)) for family in RULES.values()]
    others = [with_other_numbers(rule) for rule in rules]
    assert sum(rule != other for rule, other in zip(rules, others, strict=True)) > 8
    paths = [run(BOWL, rule, START, STEPS) for rule in rules]
    branches = [branch(path, STEP, other, STEPS) for path, other in zip(paths, others, strict=True)]
    settings = [_settings(rule, path) for rule, path in zip(others, paths, strict=True)]
    walked = answers(kernels().text, [("walk", each) for each in settings], tmp_path)
    kept = [("stateOf", {"numbers": _numbers(r, p), "update": STEP}) for r, p in zip(rules, paths, strict=True)]
    for each, state in zip(settings, answers(kernels().text, kept, tmp_path), strict=True):
        np.testing.assert_allclose(state, each["state"], rtol=1e-12)
    numbered = [("numbersOf", {**each, "path": path}) for each, path in zip(settings, walked, strict=True)]
    found = answers(kernels().text, numbered, tmp_path)
    for rule, ours, rest, numbers in zip(others, branches, walked, found, strict=True):
        np.testing.assert_allclose([rest["x"], rest["y"]], ours.points[:, STEP:], rtol=1e-9, atol=1e-12)
        for name, expected in worked_step.arrays(rule, ours).items():
            same = np.reshape(numbers[name]["data"], numbers[name]["shape"])[..., 1:]
            np.testing.assert_allclose(same, expected[..., STEP + 1 :], rtol=1e-7, atol=1e-12, err_msg=name)


def _numbers(rule: Optimizer, path: Trajectory) -> dict[str, Any]:
    arrays = worked_step.arrays(rule, path)
    return {name: {"data": array.ravel(), "shape": list(array.shape)} for name, array in arrays.items()}


def _settings(rule: Optimizer, path: Trajectory) -> dict[str, Any]:
    return {
        "surface": BOWL.key,
        "surfaceParameters": named(BOWL),
        "rule": rule.key,
        "ruleParameters": named(rule),
        "start": path.points[:, STEP].tolist(),
        "steps": STEPS - STEP,
        "rates": path.learning_rates[STEP:],
        "state": np.concatenate([np.empty(0), *(np.ravel(part) for part in path.state_after(STEP))]),
    }
