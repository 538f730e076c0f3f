"""A cache bounded in entries and in bytes, whatever links ask for; what several ask for at once is made once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class _Kept(NamedTuple, Generic[T]):
    value: T
    size: int


class Remembered(Generic[P, T]):
    """A function that remembers what it returned for its latest arguments, as one of `functools.lru_cache` does.

    `entries` and `size` are how many it remembers, and how many bytes they take together; `weigh` is called with a
    value and the arguments that it was made of, and says how many bytes they take. What is larger than all of them may
    be is returned and forgotten. Nobody is given what was made of arguments that are not equal to his own. Several
    threads with equal arguments wait for the first of them.
    """

    def __init__(self, make: Callable[P, T], entries: int, size: int, weigh: Callable[..., int]) -> None:
        self._make, self._entries, self._size, self._weigh = make, entries, size, weigh
        self._kept: OrderedDict[Hashable, _Kept[T]] = OrderedDict()
        self._bytes = 0
        self._making: dict[Hashable, Lock] = {}
        self._changing = Lock()
        self.__doc__ = make.__doc__

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (args, tuple(kwargs.items()))
        with self._changing:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key].value
            making = self._making.setdefault(key, Lock())
        with making:
            with self._changing:
                if key in self._kept:
                    return self._kept[key].value
            try:
                value = self._make(*args, **kwargs)
                self._keep(key, value, self._weigh(value, *args, **kwargs))
            finally:
                with self._changing:
                    self._making.pop(key, None)
        return value

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def bytes(self) -> int:
        """How many bytes the values that it remembers take."""
        return self._bytes

    def _keep(self, key: Hashable, value: T, size: int) -> None:
        if size > self._size:
            return
        with self._changing:
            self._kept[key] = _Kept(value, size)
            self._bytes += size
            while len(self._kept) > self._entries or self._bytes > self._size:
                _, forgotten = self._kept.popitem(last=False)
                self._bytes -= forgotten.size


def remembering(entries: int, size: int, weigh: Callable[..., int]) -> Callable[[Callable[P, T]], Remembered[P, T]]:
    """Make a function one that remembers (`Remembered`)."""
    return lambda make: Remembered(make, entries, size, weigh)
