"""The scene: everything a page's picture needs, as small JSON and as blobs that the JSON names by their ids."""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from threading import Lock
from typing import Any, NamedTuple

from lecture import Lecture, View, wanted
from lecture.bounded_cache import remembering
from lecture.race import work
from parameters import declared
from scenes.blobs import blob_id
from scenes.lesson import lesson_facts

OF_THE_PAGE = frozenset({"hidden", "presentation", "lesson"})
"""The fields of a view that concern the page around the picture; the player applies all others."""


@dataclass(frozen=True)
class Scene:
    """One page's picture. `content` and `view` are plain JSON; `blobs` are its arrays by name."""

    page: str
    content: Mapping[str, Any]
    view: Mapping[str, Any]
    blobs: Mapping[str, bytes]
    extras: Mapping[str, Any]
    """Tables and sentences beside the picture, by name, as plain JSON."""

    def json(self) -> dict[str, Any]:
        """The scene as the browser reads it, with an id for each blob."""
        ids = {name: blob_id(blob) for name, blob in self.blobs.items()}
        return {"page": self.page, "blobs": ids, "view": self.view, "content": self.content}


def build(lecture: Lecture, *, token: str = "", fill: bool = False, compact: bool = False) -> Scene:
    """The scene of a lecture's page, from its module in scenes/.

    The module has `content(lecture, *, compact)`, which returns JSON and blobs by name, and `extras(lecture)`, which
    returns tables and sentences by name.

    The browser takes the view once for each `token`. With `fill` the picture takes the whole screen. With `compact` the
    blobs leave out digits that cannot be seen, for a file that has to stay small.
    """
    content, blobs, extras = _drawn(lecture, compact=compact)
    around = {"fill": fill, "predict": lecture.view.hides("results"), "lesson": lesson_facts(lecture, token)}
    return Scene(
        page=lecture.page.module,
        content={**content, **plain(around)},
        view=describe_view(lecture.view, token),
        blobs=blobs,
        extras=extras,
    )


class _Drawn(NamedTuple):
    """What all who open a link are sent alike."""

    content: Mapping[str, Any]
    blobs: Mapping[str, bytes]
    extras: Mapping[str, Any]


def _size(drawn: _Drawn, *_: object, **__: object) -> int:
    """The bytes of its blobs, and as many for its words as they take at most."""
    return sum(map(len, drawn.blobs.values())) + _WORDS


_WORDS = 100_000
"""Bytes of the JSON of a scene with eight contenders, as Python's objects, rounded up."""


EXPENSIVE = 2_000_000
"""The gradients (lecture.race.work) from which on a race is computed while no other such race is, about 0.3 s: the most
expensive link takes ten seconds, and all others share the processor with one of them at most."""


def is_expensive(lecture: Lecture) -> bool:
    """Whether its race is one of those that are computed one at a time."""
    return work(lecture) > EXPENSIVE


_one_by_one = Lock()
_ASKS_EVERY_S = 0.2


@remembering(entries=64, size=32_000_000, weigh=_size)
def _drawn(lecture: Lecture, *, compact: bool) -> _Drawn:
    module = import_module(f"scenes.{lecture.page.module}")
    with _in_line() if is_expensive(lecture) else nullcontext():
        content, blobs = module.content(lecture, compact=compact)
        return _Drawn(plain(content), blobs, plain(module.extras(lecture)))


@contextmanager
def _in_line() -> Iterator[None]:
    """Wait until no other expensive race is computed, as long as that is wanted."""
    while not _one_by_one.acquire(timeout=_ASKS_EVERY_S):
        wanted.ask()
    try:
        yield
    finally:
        _one_by_one.release()


def describe_view(view: View, token: str = "") -> dict[str, Any]:
    """The fields of a view that the player applies, by name, as JSON."""
    fields = [field for field in declared(view) if field not in OF_THE_PAGE]
    return plain({field: getattr(view, field) for field in fields} | {"token": token})


def plain(value: Any) -> Any:
    """A value as JSON: tuples and sets as lists, NumPy's numbers as Python's.

    Raises ValueError for a number that is not finite, for which JSON has no name.
    """
    match value:
        case None | bool() | str() | int():
            return value
        case Mapping():
            return {key: plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
        case frozenset():
            return sorted(map(plain, value))
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"A scene holds finite numbers only, not {number}: JSON has no name for it.")
    return number
