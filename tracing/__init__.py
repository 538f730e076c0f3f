"""The paths of the browser: the NumPy code of surfaces, rules and schedules, traced and written as one ES module."""

from functools import cache

from optimizers import MISTAKES, OPTIMIZERS, SCHEDULES
from surfaces import SURFACES
from tracing.module import Module, trace
from tracing.numbers import TracingError

__all__ = ["Module", "TracingError", "kernels", "trace"]


@cache
def kernels() -> Module:
    """The module of everything that is registered."""
    return trace(SURFACES, {**OPTIMIZERS, **MISTAKES}, SCHEDULES)
