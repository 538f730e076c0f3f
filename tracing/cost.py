"""The cost of a rule: what it keeps and what it computes for each weight, counted on its traced step."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from parameters import Choice, Switch, declared
from tracing.expressions import reachable
from tracing.kernels import read_state, state_names
from tracing.sources import trace_rule

KINDS: Mapping[str, str] = {
    "add": "additions",
    "subtract": "additions",
    "negative": "additions",
    "multiply": "multiplications",
    "divide": "divisions",
    "sqrt": "roots",
}
"""What operations are called, subtractions being additions; any other, such as a sign, is a comparison."""


class Cost(NamedTuple):
    """For each weight: how many numbers are kept from one update to the next, and how many operations of each kind an
    update takes. What is computed once for all weights, such as 1 − βᵗ, does not count.
    """

    numbers: int
    operations: Mapping[str, int]


@cache
def cost(family: type) -> Cost:
    """Count what a rule costs at the defaults of its switches. Raises TracingError where it cannot be traced."""
    settings = {name: p.default for name, p in declared(family).items() if isinstance(p, Switch | Choice)}
    traces = trace_rule(family, settings)
    nodes, (x, y, *after) = traces.step.graph.nodes, traces.step.results
    kept, _ = read_state(traces)
    results = dict(zip(state_names(traces), after, strict=True))
    of_weights = {"x", "y", "gx", "gy", *kept}
    made = reachable(nodes, [x, y, *(results[name] for name in kept)])
    operations = Counter(
        KINDS.get(nodes[number].operation, "comparisons")
        for number in made
        if nodes[number].operands and any(nodes[n].name in of_weights for n in reachable(nodes, [number]))
    )
    # Both weights are traced, and each costs half.
    return Cost(len(kept) // 2, {kind: count // 2 for kind, count in operations.items()})
