"""Runs for the browser to repeat: every rule on every surface, with hyper-parameters drawn from what is declared."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lecture.first_rates import first_rate
from optimizers import (
    SCHEDULES,
    Gradients,
    MiniBatch,
    Noisy,
    Optimizer,
    Schedule,
    Trajectory,
    run,
)
from parameters import Choice, Expression, Number, Numbers, Rows, Switch, declared
from surfaces import SURFACES, DataSurface, Surface
from tracing import TRACED
from tracing.sources import Traces

RULES = TRACED
EXACT = {
    *("input", "constant", "add", "subtract", "multiply", "divide", "negative", "absolute", "sqrt", "floor", "where"),
    *(
        "mean",
        "minimum",
        "maximum",
        "less",
        "less_equal",
        "greater",
        "greater_equal",
        "isnan",
        "isfinite",
        "logical_and",
    ),
}
"""Operations that every processor and every language rounds alike."""


@dataclass(frozen=True)
class Case:
    """A run, as `run` takes it and as the browser's `walk` does."""

    surface: Surface
    rule: Optimizer
    schedule: Schedule
    start: tuple[float, float]
    steps: int
    noise: float
    seed: int
    batch_size: int | None = None

    @property
    def settings(self) -> dict[str, Any]:
        return {
            "surface": self.surface.key,
            "surfaceParameters": surface_parameters(self.surface),
            "rule": self.rule.key,
            "ruleParameters": named(self.rule),
            "schedule": self.schedule.key,
            "scheduleParameters": named(self.schedule),
            "start": self.start,
            "steps": self.steps,
            "errors": self.errors,
            "batches": self.batches,
        }

    @property
    def gradients(self) -> Gradients:
        if self.batch_size is None:
            return Noisy(self.noise, self.seed)
        return MiniBatch(self.batch_size, self.seed, replacement=self.seed % 2 == 1)

    @property
    def errors(self) -> Any:
        errors = self.gradients.draw(self.surface, self.steps, ()).errors
        return None if errors is None else errors.ravel()

    @property
    def batches(self) -> Any:
        # One more than the updates: a longer draw begins like a shorter one.
        batches = self.gradients.draw(self.surface, self.steps + 1, ()).batches
        return None if batches is None else {"indices": batches.ravel(), "size": self.batch_size}

    def run(self) -> Trajectory:
        return run(self.surface, self.rule, self.start, self.steps, self.schedule, gradients=self.gradients)


def named(owner: Any) -> dict[str, Any]:
    return {name: getattr(owner, name) for name in declared(owner)}


def surface_parameters(surface: Surface) -> dict[str, Any]:
    """What the browser is told of a surface: its values, and its data if it has some."""
    if not isinstance(surface, DataSurface):
        return named(surface)
    features, targets = surface.data
    return {**named(surface), "features": features.ravel(), "targets": targets}


def cases(each: int = 8) -> list[Case]:
    """So many runs of every rule on every surface: as the surface opens, then with everything drawn."""
    return [
        case
        for number, surface in enumerate(SURFACES)
        for key in RULES
        for case in _of_a_pair(surface, key, each, np.random.default_rng((number, *key.encode())))
    ]


def _of_a_pair(surface: str, key: str, each: int, random: np.random.Generator) -> list[Case]:
    opening = SURFACES[surface]()
    rate = first_rate(RULES[key](), opening)
    found = [
        Case(opening, RULES[key](learning_rate=rate), SCHEDULES["constant"](), opening.starts[0].point, 300, 0.0, 0)
    ]
    low, high = np.transpose(opening.window)
    for schedule in random.permutation(list(SCHEDULES))[: each - 1]:
        x, y = random.uniform(low, high).tolist()
        rule = replace(drawn(RULES[key], random), learning_rate=float(rate * random.uniform(0.3, 1.5)))
        noise, seed = float(random.choice((0.0, 0.5))), int(random.integers(100))
        decay = drawn(SCHEDULES[str(schedule)], random)
        steps = int(random.integers(200))
        ground = drawn(SURFACES[surface], random)
        size = int(random.integers(1, ground.examples)) if noise and isinstance(ground, DataSurface) else None
        found.append(Case(ground, rule, decay, (x, y), steps, noise, seed, size))
    return found


def drawn(family: type[Any], random: np.random.Generator) -> Any:
    """An instance with every parameter anywhere on its slider, or any of its settings."""
    return family(**{name: _value(parameter, random) for name, parameter in declared(family).items()})


def _value(parameter: Any, random: np.random.Generator) -> Any:
    match parameter:
        case Number(integer=True):
            low, high = map(int, parameter.slider_span)
            return int(random.integers(low, high + 1))
        case Number():
            return float(random.uniform(*parameter.slider_span))
        case Switch():
            return bool(random.integers(2))
        case Choice():
            return str(random.choice(parameter.options))
        case Expression() | Numbers():
            return parameter.default
        case Rows():
            return ((int(random.integers(20)), *random.uniform(-3.0, 3.0, 2).tolist()),)
    raise TypeError(f"{parameter!r} cannot be drawn.")


def is_exact(traces: Traces) -> bool:
    """Whether code uses nothing but operations that are rounded alike everywhere."""
    return {node.operation for node in traces.graph.nodes} <= EXACT
