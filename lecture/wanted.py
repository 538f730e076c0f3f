"""Whether a long computation is still wanted: whoever waits for it may have gone, or asked for something else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ask: ContextVar[Callable[[], object] | None] = ContextVar("who is asked", default=None)


@contextmanager
def asking(whoever: Callable[[], object]) -> Iterator[None]:
    """Have a function called now and then while something is computed in the block; it raises to end that."""
    before = _ask.set(whoever)
    try:
        yield
    finally:
        _ask.reset(before)


def ask() -> None:
    """Ask whether what is being computed is still wanted; where nobody is named, it is."""
    whoever = _ask.get()
    if whoever is not None:
        whoever()
