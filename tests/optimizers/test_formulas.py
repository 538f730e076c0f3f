"""The update rules that a reader sees, executed line by line beside `step`."""

import inspect
import itertools
import re
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, Optimizer
from parameters import Number, Switch, declared
from tests.formulas import Equation, equations, latex
from tests.optimizers.cases import every_rule


def every_switching() -> list[Any]:
    """Each rule with each setting of its switches."""
    cases = []
    for key, family in OPTIMIZERS.items():
        switches = [name for name, parameter in declared(family).items() if isinstance(parameter, Switch)]
        for setting in itertools.product((True, False), repeat=len(switches)):
            chosen = dict(zip(switches, setting, strict=True))
            cases.append(pytest.param(family, chosen, id="-".join((key, *(f"{n}={v}" for n, v in chosen.items())))))
    return cases


def displayed(rule: Optimizer) -> list[Equation]:
    return [equation for line in rule.formula for equation in equations(line)]


def in_the_docstring(rule: Optimizer) -> list[Equation]:
    """The docstring's indented lines; two columns stand for two lines, one after the other from left to right."""
    lines = re.findall(r"^ {4}(\S.*)$", inspect.getdoc(type(rule)) or "", re.MULTILINE)
    return [equation for line in lines for column in re.split(r" {3,}", line) for equation in equations(latex(column))]


def execute(formula: list[Equation], rule: Optimizer, known: dict[str, float]) -> dict[str, float]:
    """Every symbol's value after the lines of the formula, in their order, for one coordinate."""
    known = known | {
        parameter.symbol.removeprefix("\\"): getattr(rule, name)
        for name, parameter in declared(rule).items()
        if isinstance(parameter, Number)
    }
    for equation in formula:
        known[equation.name] = equation(**known)
    return known


def state_symbols(formula: list[Equation]) -> list[str]:
    """The state in the formula: the symbols whose new value depends on their old one, but for w."""
    return [equation.name for equation in formula if equation.name != "w" and equation.name in equation.symbols]


def random_rule(family: type[Optimizer], random: np.random.Generator, **switches: bool) -> Optimizer:
    ranges = {
        "learning_rate": (0.01, 2.0),
        "beta1": (0.1, 0.99),
        "beta2": (0.1, 0.99),
        "epsilon": (0.01, 2.0),
        "weight_decay": (0.01, 0.4),
        "momentum_decay": (0.01, 1.0),
    }
    numbers = [f.name for f in fields(family) if f.name not in switches]
    return family(**{name: random.uniform(*ranges[name]) for name in numbers}, **switches)


def assert_step_is(formula: list[Equation], rule: Optimizer, random: np.random.Generator) -> None:
    point, gradient = random.standard_normal((2, 2))
    empty, updates = rule.init(point), int(random.integers(0, 30))
    arrays = [name for name in type(empty)._fields if name != "t"]
    # Averages of squares are positive; a velocity may be positive too.
    state = empty._replace(
        **{name: random.uniform(0.1, 3.0, 2) for name in arrays}, **({"t": updates} if "t" in empty._fields else {})
    )
    symbols = [rule.symbols.get(name, name).removeprefix("\\") for name in arrays]
    assert set(state_symbols(formula)) <= set(symbols) <= {equation.name for equation in formula}

    moved, after = rule.step(point, gradient, state, rule.learning_rate)

    assert getattr(after, "t", updates + 1) == updates + 1
    for i in range(2):
        before = {s: float(getattr(state, name)[i]) for s, name in zip(symbols, arrays, strict=True)}
        known = {"w": float(point[i]), "g": float(gradient[i]), "t": updates + 1, **before}
        result = execute(formula, rule, known)
        assert moved[i] == pytest.approx(result["w"], rel=1e-12)
        for symbol, name in zip(symbols, arrays, strict=True):
            assert getattr(after, name)[i] == pytest.approx(result[symbol], rel=1e-12)


@pytest.mark.parametrize(("family", "switches"), every_switching())
def test_the_displayed_lines_are_what_step_does(family: type[Optimizer], switches: dict[str, bool]) -> None:
    random = np.random.default_rng(3)
    for _ in range(10):
        rule = random_rule(family, random, **switches)
        assert_step_is(displayed(rule), rule, random)


@every_rule
def test_the_docstring_says_what_step_does(key: str) -> None:
    random = np.random.default_rng(4)
    switches = {name: p.default for name, p in declared(OPTIMIZERS[key]).items() if isinstance(p, Switch)}
    for _ in range(10):
        rule = random_rule(OPTIMIZERS[key], random, **switches)
        assert_step_is(in_the_docstring(rule), rule, random)


@every_rule
def test_the_formula_uses_every_number(key: str) -> None:
    rule = OPTIMIZERS[key]()
    symbols = {symbol for equation in displayed(rule) for symbol in equation.symbols}
    assert {p.symbol.removeprefix("\\") for p in declared(rule).values() if isinstance(p, Number)} <= symbols
