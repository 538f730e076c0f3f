"""What can be traced, what cannot, and what is said of it."""

import gzip
import math
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import numpy as np
import pytest

from optimizers import BASELINES, OPTIMIZERS, SCHEDULES, Optimizer, Schedule, run
from optimizers.hyperparameters import beta1, beta2, learning_rate
from optimizers.sgd import SGD
from parameters import Switch, choice, declared, number, switch
from surfaces import SURFACES, Formula
from surfaces.himmelblau import Himmelblau
from tests.tracing.cases import RULES, is_exact, named
from tests.tracing.deno import answers
from tracing import TRACED, TracingError, kernels, kernels_of_formula, trace
from tracing.sources import trace_rule, trace_schedule, trace_surface, variants

Array = Any
START = (-1.2, 1.0)


@pytest.mark.parametrize("key", [*SURFACES, *RULES, *SCHEDULES])
def test_every_entry_of_the_registries_is_traced(key: str) -> None:
    assert key not in kernels().missing, kernels().missing.get(key)
    assert f'"{key}"' in kernels().text


def test_what_scipy_computes_is_left_to_the_server() -> None:
    left = set(BASELINES) - set(TRACED)
    assert left == {"bfgs", "cg", "nelder-mead"}
    assert not [key for key in left if f'"{key}"' in kernels().text]
    assert set(trace({}, BASELINES, {}).missing) == left


def test_polynomials_under_rules_without_powers_have_the_same_bits_everywhere() -> None:
    surfaces = {
        key for key, family in SURFACES.items() if is_exact(trace_surface(family, variants(family)[0]).gradient)
    }
    whole = [rule for rule in OPTIMIZERS.values() if not any(isinstance(p, Switch) for p in declared(rule).values())]
    rules = {family.key for family in whole if is_exact(trace_rule(family, {}).step)}
    assert surfaces == {
        *("saddle", "himmelblau", "rosenbrock", "beale", "six-hump-camel", "edge", "regression", "formula"),
    }
    assert {*OPTIMIZERS} - rules == {"adam", "adam-l2", "adamw", "nadam", "adamax", "lion"}


def test_the_module_is_small_imports_nothing_and_is_always_the_same() -> None:
    text = kernels().text
    assert len(gzip.compress(text.encode())) < 40_000
    assert "import" not in text
    again = [
        subprocess.run(
            [sys.executable, "-m", "tracing"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        )
        for seed in ("1", "2")
    ]
    assert [(made.stdout, made.stderr) for made in again] == [(text, "")] * 2


class Moments(NamedTuple):
    """Arrays, a counter and a point that a state begins with."""

    m: Array
    s: Array
    largest: Array
    slow: Array
    t: int


@dataclass(frozen=True)
class Everything(Optimizer):
    """Not a rule that anybody wants: it does what rules may do."""

    learning_rate: float = learning_rate(0.01)
    beta1: float = beta1(0.9)
    beta2: float = beta2(0.99)
    power: float = number(0.25, 0.0, 1.0, label="Power", help="Of the average of squares.")
    largest: bool = switch(True, label="Largest", help="Keep the largest average.")

    key: ClassVar = "every-thing"

    @property
    def formula(self) -> tuple[str, ...]:
        return ()

    def init(self, point: Array) -> Moments:
        return Moments(np.zeros_like(point), np.ones_like(point), np.zeros_like(point), point, 3)

    def step(self, point: Array, gradient: Array, state: Moments, learning_rate: Any) -> tuple[Array, Moments]:
        t = state.t + 1
        gradient = np.clip(gradient, -5.0, 5.0)
        m = self.beta1 * state.m + (1.0 - self.beta1) * np.sign(gradient)
        s = self.beta2 * state.s + (1.0 - self.beta2) * gradient**2
        largest = np.maximum(state.largest, s) if self.largest else s
        step = (
            np.where(t > 10, 0.5, 1.0)
            * np.minimum(learning_rate, 0.1)
            * m
            / (1.0 + largest**self.power + np.sqrt(t) ** -1)
        )
        norm = np.sqrt((gradient * gradient).sum()) + np.linalg.norm(np.ones(2))
        moved = point - step / (1.0 + np.tanh(norm))
        slow = np.where(np.isfinite(moved), 0.9 * state.slow + 0.1 * moved, state.slow)
        return np.where(np.floor(t / 5) * 5 == t, slow, moved), Moments(m, s, largest, slow, t)


@pytest.mark.parametrize("largest", [True, False])
def test_a_rule_may_use_what_javascript_can_do_too(largest: bool, tmp_path: Path) -> None:
    rule = Everything(largest=largest)
    module = trace(SURFACES, {"every-thing": Everything}, SCHEDULES)
    assert module.missing == {}
    settings = {
        "surface": "rosenbrock",
        "rule": "every-thing",
        "ruleParameters": named(rule),
        "start": START,
        "steps": 60,
    }
    (path,) = answers(module.text, [("walk", settings)], tmp_path)
    expected = run(SURFACES["rosenbrock"](), rule, START, 60)
    assert path["length"] == 60
    np.testing.assert_allclose((path["x"], path["y"]), expected.points, rtol=1e-12)


def test_a_choice_is_traced_for_each_of_its_words(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Norm(Himmelblau):
        shape: str = choice(("square", "sharp"), label="Shape", help="Which of the two.")
        scale: float = number(2.0, 0.5, 4.0, label="Scale", help="Stretches it.")

        key: ClassVar = "norm"

        def value(self, point: Array) -> Array:
            x, y = point
            return self.scale * (x**2 + y**2 if self.shape == "square" else abs(x) + abs(y))

    module = trace({"norm": Norm}, {"sgd": OPTIMIZERS["sgd"]}, SCHEDULES)
    assert module.missing == {}
    calls = [
        (
            "values",
            {
                "surface": "norm",
                "surfaceParameters": {"shape": shape, "scale": 3.0},
                "x": np.array([2.0]),
                "y": np.array([-1.0]),
            },
        )
        for shape in ("square", "sharp")
    ]
    assert [found.tolist() for found in answers(module.text, calls, tmp_path)] == [[15.0], [9.0]]


def test_what_cannot_be_traced_is_left_out_and_named() -> None:
    @dataclass(frozen=True)
    class Branching(SGD):
        key: ClassVar = "branching"

        def step(self, point: Array, gradient: Array, state: Any, learning_rate: Any) -> tuple[Array, Any]:
            return (point if gradient[0] > 0.0 else point - learning_rate * gradient), state

    @dataclass(frozen=True)
    class Library(Himmelblau):
        key: ClassVar = "library"

        def value(self, point: Array) -> Array:
            return np.sinc(point[0])

    @dataclass(frozen=True)
    class Plain(Schedule):
        key: ClassVar = "plain"

        def rate(self, initial: Any, t: Any) -> Any:
            return initial * math.exp(-t)

    module = trace(
        {**SURFACES, "library": Library}, {**OPTIMIZERS, "branching": Branching}, {**SCHEDULES, "plain": Plain}
    )
    assert set(module.missing) == {"library", "branching", "plain"}
    assert "Branching.step" in module.missing["branching"]
    assert "decision" in module.missing["branching"]
    assert "Library.value" in module.missing["library"]
    assert "sinc" in module.missing["library"]
    assert "Plain.rate" in module.missing["plain"]
    assert "math" in module.missing["plain"]
    assert module.text == trace(SURFACES, OPTIMIZERS, SCHEDULES).text
    with pytest.raises(TracingError, match=r"Plain\.rate"):
        trace_schedule(Plain, {})


def test_the_module_refuses_what_it_does_not_have(tmp_path: Path) -> None:
    text = kernels().text
    settings = {
        "surface": "nowhere",
        "rule": "sgd",
        "ruleParameters": {"learning_rate": 0.1},
        "start": START,
        "steps": 1,
    }
    with pytest.raises(AssertionError, match="What nowhere does is known on the server alone"):
        answers(text, [("walk", settings)], tmp_path)
    with pytest.raises(AssertionError, match="Without its data, targets and features, there is no regression"):
        answers(text, [("walk", {**settings, "surface": "regression"})], tmp_path)


def test_the_kernels_of_a_typed_formula_have_the_numbers_of_the_surface(tmp_path: Path) -> None:
    surface = Formula("a*log(x) + max(x, y)^3 - sqrt(y)/2")
    module = kernels_of_formula("a log x + max(x, y)^3 - √y/2")
    x, y = np.linspace(-1.0, 3.0, 9), np.linspace(2.0, -0.5, 9)
    settings = {"surface": "formula", "surfaceParameters": {"expression": surface.expression, "a": surface.a}}
    (found,) = answers(module.text, [("values", {**settings, "x": x, "y": y})], tmp_path)
    np.testing.assert_allclose(found, surface.value(np.array((x, y))), rtol=1e-14)
    assert not module.missing
