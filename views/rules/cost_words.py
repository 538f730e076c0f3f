"""The cost of a rule in words."""

from tracing.cost import Cost

ORDER = ("multiplications", "additions", "divisions", "roots", "comparisons")


def total(cost: Cost) -> int:
    """Count all operations of an update, for each weight."""
    return sum(cost.operations.values())


def in_words(cost: Cost) -> str:
    """Write how many operations of each kind there are: "6 multiplications, 1 root"."""
    return ", ".join(_counted(kind, cost.operations[kind]) for kind in ORDER if kind in cost.operations)


def _counted(kind: str, count: int) -> str:
    return f"{count} {kind if count > 1 else kind.removesuffix('s')}"
