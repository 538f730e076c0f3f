"""What has been made for a key, kept while there is room, and made once for all who ask for it at the same time."""

from collections.abc import Callable, Hashable
from concurrent.futures import Executor, Future
from threading import Lock
from typing import Generic, Protocol, TypeVar

from lecture.bounded_cache import Bounded


class Sized(Protocol):
    """Whatever says how much memory it takes."""

    @property
    def size(self) -> int:
        """Bytes."""
        ...


Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made", bound=Sized)


class Kept(Generic[Key, Made]):
    """The latest of what was asked for: at most so many entries and so many bytes, the least recently used go first.

    It is asked by many threads, and makes nothing in theirs: executors do.
    """

    def __init__(self, entries: int, size: int) -> None:
        self._kept: Bounded[Key, Made] = Bounded(entries, size)
        self._coming: dict[Key, Future[Made]] = {}
        self._lock = Lock()

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._kept.size

    @property
    def coming(self) -> int:
        """How many are being made, or wait for that."""
        return len(self._coming)

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, key: Key) -> Made | None:
        """Return what is kept for a key, at once."""
        with self._lock:
            return self._kept.get(key)

    def made(self, key: Key, make: Callable[[], Made], executor: Executor) -> Future[Made]:
        """Have it made by an executor, unless it is kept or is being made already."""
        with self._lock:
            if key not in self._coming:
                if key in self._kept:
                    done: Future[Made] = Future()
                    done.set_result(self._kept[key])
                    return done
                self._coming[key] = executor.submit(self._make, key, make)
            return self._coming[key]

    def _make(self, key: Key, make: Callable[[], Made]) -> Made:
        try:
            value = make()
            with self._lock:
                self._kept.keep(key, value, value.size)
            return value
        finally:
            with self._lock:
                self._coming.pop(key, None)
