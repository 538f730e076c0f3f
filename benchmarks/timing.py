"""Timing on a shared, noisy machine."""

from collections.abc import Callable
from time import perf_counter
from typing import Any


def best_of_alternating(*works: Callable[[], Any], rounds: int) -> list[float]:
    """Return the shortest time of each work in seconds, measured in turns so that a slow minute hits all alike."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for i, work in enumerate(works):
            begin = perf_counter()
            work()
            best[i] = min(best[i], perf_counter() - begin)
    return best


def milliseconds(work: Callable[[], Any]) -> float:
    """Measure one call."""
    begin = perf_counter()
    work()
    return 1000.0 * (perf_counter() - begin)
