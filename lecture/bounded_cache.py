"""Caches bounded in entries and in bytes, whatever links ask for; what several ask for at once is made once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Key = TypeVar("Key", bound=Hashable)


class _Kept(NamedTuple, Generic[T]):
    value: T
    size: int


class Bounded(Generic[Key, T]):
    """The latest of what was asked for: at most so many entries and so many bytes, the least recently used go first.

    What is larger than all of them may be is not kept. It holds no lock: whoever shares it has one.
    """

    def __init__(self, entries: int, size: int) -> None:
        self._entries, self._most = entries, size
        self._kept: OrderedDict[Key, _Kept[T]] = OrderedDict()
        self._size = 0

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._size

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: Key) -> bool:
        return key in self._kept

    def __getitem__(self, key: Key) -> T:
        """Return what is kept for a key, which makes it the latest."""
        self._kept.move_to_end(key)
        return self._kept[key].value

    def get(self, key: Key) -> T | None:
        """Return what is kept for a key, or None."""
        if key not in self:
            return None
        return self[key]

    def keep(self, key: Key, value: T, size: int) -> None:
        """Keep a value of so many bytes."""
        if size > self._most:
            return
        if key in self._kept:
            self._size -= self._kept.pop(key).size
        self._kept[key] = _Kept(value, size)
        self._size += size
        while len(self._kept) > self._entries or self._size > self._most:
            _, forgotten = self._kept.popitem(last=False)
            self._size -= forgotten.size


class Remembered(Generic[P, T]):
    """A function that remembers what it returned for its latest arguments, as one of `functools.lru_cache` does.

    `entries` and `size` are how many it remembers, and how many bytes they take together; `weigh` is called with a
    value and the arguments that it was made of, and says how many bytes they take. Nobody is given what was made of
    arguments that are not equal to his own. Several threads with equal arguments wait for the first of them.
    """

    def __init__(self, make: Callable[P, T], entries: int, size: int, weigh: Callable[..., int]) -> None:
        self._make, self._weigh = make, weigh
        self._kept: Bounded[Hashable, T] = Bounded(entries, size)
        self._making: dict[Hashable, Lock] = {}
        self._changing = Lock()
        self.__doc__ = make.__doc__

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (args, tuple(kwargs.items()))
        with self._changing:
            if key in self._kept:
                return self._kept[key]
            making = self._making.setdefault(key, Lock())
        with making:
            with self._changing:
                if key in self._kept:
                    return self._kept[key]
            try:
                value = self._make(*args, **kwargs)
                size = self._weigh(value, *args, **kwargs)
                with self._changing:
                    self._kept.keep(key, value, size)
            finally:
                with self._changing:
                    self._making.pop(key, None)
        return value

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def bytes(self) -> int:
        """How many bytes the values that it remembers take."""
        return self._kept.size


def remembering(entries: int, size: int, weigh: Callable[..., int]) -> Callable[[Callable[P, T]], Remembered[P, T]]:
    """Make a function one that remembers (`Remembered`)."""
    return lambda make: Remembered(make, entries, size, weigh)
