"""The paths of the browser: the NumPy code of surfaces, rules and schedules, traced and written as one ES module."""

from functools import lru_cache

from optimizers import BASELINES, MISTAKES, OPTIMIZERS, SCHEDULES
from surfaces import SURFACES, Formula
from tracing.module import Module, trace
from tracing.numbers import TracingError

__all__ = ["TRACED", "Module", "TracingError", "kernels", "kernels_of_formula", "trace"]

TRACED = {**OPTIMIZERS, "newton": BASELINES["newton"], **MISTAKES}
"""Whoever the browser can walk: what SciPy computes is left to the server."""


@lru_cache(maxsize=8)
def kernels(expression: str | None = None) -> Module:
    """The module of everything that is registered; the typed formula is that of `expression`, or its default."""
    return trace(SURFACES, TRACED, SCHEDULES, expression)


@lru_cache(maxsize=32)
def kernels_of_formula(expression: str) -> Module:
    """The module of a typed formula, with everything that can race on it: traced from its tree, as all others are.

    Raises ValueError for a text that is no formula.
    """
    return trace({Formula.key: Formula}, TRACED, SCHEDULES, Formula(expression).expression)
