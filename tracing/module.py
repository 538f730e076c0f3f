"""The module: every function that could be traced, and what calls them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from json import dumps
from pathlib import Path
from re import sub
from typing import Any, TypeVar

from optimizers import OutcomeKind
from surfaces import DataSurface
from tracing.kernels import (
    array_function,
    cloud_function,
    ending_function,
    examples_function,
    limit_function,
    line_function,
    numbers_function,
    preconditioner_function,
    rates_function,
    rule_code,
    sharpness_function,
    table_function,
    walk_function,
    without_loss_function,
)
from tracing.numbers import TracingError
from tracing.sources import (
    ModelTraces,
    RuleTraces,
    trace_ending,
    trace_model,
    trace_rule,
    trace_schedule,
    trace_sharpness,
    trace_surface,
    variants,
)

CALLS = Path(__file__).with_name("calls.js")
"""The part of the module that is written by hand: what it exports."""

OF_MODELS = ("PREDICTIONS", "EXAMPLE_GRADIENTS", "LINES", "WITHOUT_LOSS", "CLOUDS")
"""The tables of functions that models alone have: they are in the module of surfaces without any, too."""

Made = TypeVar("Made")


@dataclass(frozen=True)
class Module:
    """An ES module, and by key the reasons why entries of the registries are missing in it.

    The text is always the same for the same code.
    """

    text: str
    missing: Mapping[str, str]


def trace(
    surfaces: Mapping[str, type],
    rules: Mapping[str, type],
    schedules: Mapping[str, type],
    expression: str | None = None,
) -> Module:
    """Trace the entries of three registries, whose keys all differ.

    A surface that is made from an expression has that one, or its default. What cannot be traced is left out, and
    `missing` says why.
    """
    draft = _Draft(expression)
    draft.add("ENDINGS", "kinds", lambda name: ending_function(name, trace_ending()))
    traced_surfaces = dict(draft.settings_of(surfaces, trace_surface))
    traced_rules = dict(draft.settings_of(rules, trace_rule))
    codes = {key: rule_code(traces) for key, traces in traced_rules.items()}
    for key, traces in draft.settings_of(schedules, trace_schedule):
        draft.add("RATES", key, lambda name, traces=traces: rates_function(name, traces))
    for key, code in codes.items():
        draft.add("COLUMNS", key, lambda name, code=code: table_function(name, code))
        draft.add("NUMBERS", key, lambda name, traces=traced_rules[key]: numbers_function(name, traces))
        draft.add_stability(key, traced_rules[key])
    draft.functions.append(sharpness_function("sharpness", trace_sharpness()))
    models = {key: family for key, family in surfaces.items() if issubclass(family, DataSurface)}
    for key, traces in draft.settings_of(models, trace_model):
        draft.add_model(key, traces)
    for surface, traces in traced_surfaces.items():
        for table, method, outputs in (
            ("VALUES", traces.value, ("values",)),
            ("GRADIENTS", traces.gradient, ("gx", "gy")),
            ("HESSIANS", traces.hessian, ("xx", "xy", "yy")),
        ):
            draft.add(
                table, surface, lambda name, method=method, outputs=outputs: array_function(name, method, outputs)
            )
    # Rule by rule, a packer finds each step in the function before: a handout is 4 kB smaller than surface by surface.
    for rule, code in codes.items():
        for surface, traces in traced_surfaces.items():
            draft.add(
                "WALKS",
                f"{rule} on {surface}",
                lambda name, traces=traces, code=code: walk_function(name, traces.gradient, traces.hessian, code),
            )
    return Module(draft.text, draft.missing)


class _Draft:
    """The functions so far, the tables in which they are found, and the reasons why others are missing."""

    def __init__(self, expression: str | None) -> None:
        self.expression = expression
        self.functions: list[str] = []
        self.tables: dict[str, dict[str, str]] = {table: {} for table in OF_MODELS}
        self.switches: dict[str, list[str]] = {}
        self.missing: dict[str, str] = {}

    @property
    def text(self) -> str:
        kinds = [_described(kind) for kind in OutcomeKind]
        known = (
            f"export const KINDS = {dumps(kinds, indent=2)};\nconst OTHERS = KINDS.filter((kind) => !kind.isMinimum);"
        )
        tables = (
            f"const {table} = {{\n{''.join(f'  {dumps(key)}: {name},{chr(10)}' for key, name in entries.items())}}};"
            for table, entries in self.tables.items()
        )
        switches = f"const SWITCHES = {dumps(self.switches)};"
        return "\n\n".join((CALLS.read_text("utf-8").rstrip(), known, *self.functions, *tables, switches)) + "\n"

    def add(self, table: str, key: str, write: Callable[[str], str]) -> None:
        """Write a function under a name of its own, and enter it in a table."""
        name = sub(r"\W", "_", f"{table} {key}").lower()
        self.functions.append(write(name))
        self.tables.setdefault(table, {})[key] = name

    def add_stability(self, key: str, traces: RuleTraces) -> None:
        """Write what is known of a rule's stability."""
        limit, preconditioner = traces.limit, traces.preconditioner
        if limit:
            self.add("LIMITS", key, lambda name: limit_function(name, limit))
        if preconditioner:
            self.add("PRECONDITIONERS", key, lambda name: preconditioner_function(name, traces, preconditioner))

    def add_model(self, key: str, traces: ModelTraces) -> None:
        """Write the functions of a model."""
        count, exact, cloud = traces.features, traces.without_loss, traces.cloud
        self.add("PREDICTIONS", key, lambda name: examples_function(name, traces.predicted, count, ["found"]))
        self.add("EXAMPLE_GRADIENTS", key, lambda name: examples_function(name, traces.gradients, count, ["gx", "gy"]))
        self.add("LINES", key, lambda name: line_function(name, traces.line))
        if exact:
            self.add("WITHOUT_LOSS", key, lambda name: without_loss_function(name, exact, count))
        if cloud:
            self.add("CLOUDS", key, lambda name: cloud_function(name, cloud))

    def settings_of(
        self, registry: Mapping[str, type], trace: Callable[[type, Mapping[str, Any]], Made]
    ) -> Iterator[tuple[str, Made]]:
        """The traces of every setting of each entry's switches, by name; an entry of which one fails is missing."""
        for key, family in registry.items():
            try:
                found = [(setting, trace(family, setting)) for setting in variants(family, self.expression)]
            except TracingError as error:
                self.missing[key] = str(error)
                continue
            self.switches[key] = list(found[0][0])
            for setting, traces in found:
                yield " ".join((key, *map(_word, setting.values()))), traces


def _described(kind: OutcomeKind) -> dict[str, Any]:
    """A way to end as the module's code knows it."""
    return {"key": kind.key, "words": kind.value, "isMinimum": kind.is_minimum, "hasArrived": kind.has_arrived}


def _word(value: Any) -> str:
    """A setting as JavaScript's `String` writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
