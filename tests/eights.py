"""Registries in parts that fit into one race."""

from collections.abc import Iterable
from typing import Any

from lecture import MAX_CONTENDERS


def eights(entries: Iterable[Any]) -> list[list[Any]]:
    """The entries in their order, in lists of as many as a race has colours."""
    every = list(entries)
    return [every[k : k + MAX_CONTENDERS] for k in range(0, len(every), MAX_CONTENDERS)]
