"""Declared ranges of parameters, which decide some comparisons."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Range:
    """The declared range of a parameter: a comparison that it decides needs no number."""

    low: float
    high: float

    def decide(self, comparison: str, other: float) -> bool | None:
        """Whether every number in the range compares so with another one, or None if only some do."""
        certain, impossible = {
            "less": (self.high < other, self.low >= other),
            "less_equal": (self.high <= other, self.low > other),
            "greater": (self.low > other, self.high <= other),
            "greater_equal": (self.low >= other, self.high < other),
        }.get(comparison, (False, False))
        return certain or (False if impossible else None)
