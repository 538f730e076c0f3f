"""The audience's page under `view`, and its picture under `preview.png`: made once for each link, kept while there is
room, without a session.

Pages are made one after another in a thread of their own, and in processes where many wait for theirs, so that whoever
asks for one that is there never waits for those that are not.
"""

from asyncio import shield, wrap_future
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import NamedTuple, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from exports.audience import page
from exports.audience.files import STYLE, needed
from exports.audience.kept import Kept, Sized
from lecture import Lecture, at_first_sight, decode, encode
from lecture.link.query import MAX_CHARACTERS
from scenes.scene import is_expensive
from server.conditional import Document, answer
from server.framing import frame_ancestors
from server.processes import Processes
from server.written import drawn, written
from views import assets

KEPT_PAGES, PAGES_BYTES = 1_000, 70_000_000
"""How many pages are kept, and how much memory they take; one of usual size takes 110 kB, gzipped."""

KEPT_PICTURES, PICTURES_BYTES = 500, 50_000_000
"""The same of the pictures for previews; one takes 100 kB."""

PAGE_S, PICTURE_S = 60, 3600
"""For how many seconds a browser or a proxy shows a page, or a picture, without asking whether it is still the same."""

PROCESSES, FEW = 2, 8
"""How many processes make pages once more than a few wait for theirs: eight take a third of a second."""


class Asked(NamedTuple):
    """What a link asks for: its lecture, the corrections it needed, and what names both."""

    lecture: Lecture
    notes: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def size(self) -> int:
        """Bytes, roughly."""
        return 2_000 + 2 * sum(map(len, self.key))


_asked: Kept[str, Asked] = Kept(4_000, 40_000_000)
_pages: Kept[tuple[str, ...], Document] = Kept(KEPT_PAGES, PAGES_BYTES)
_pictures: Kept[str, Document] = Kept(KEPT_PICTURES, PICTURES_BYTES)

_readers = ThreadPoolExecutor(1, "links")
_makers = ThreadPoolExecutor(PROCESSES + 1, "pages")
"""They wait for the processes, one of them in advance."""

_makers_of_expensive = ThreadPoolExecutor(1, "expensive")
"""Makes what has a race of which the whole server computes one at a time: it holds up none of the others."""

_processes = Processes(PROCESSES, FEW, waiting=lambda: _pages.coming + _pictures.coming)


async def view(request: Request) -> Response:
    """The page of a link."""
    asked = await _what(request)
    app = str(request.url.replace(query="", fragment="")).removesuffix("view")

    def make() -> Document:
        addresses = {name: assets.address(name) for name in needed(asked.lecture)}
        return _made(asked.lecture, partial(written, asked.lecture, app, addresses, asked.notes))

    found = await _kept(_pages, (app, *asked.key), make, _maker(asked.lecture))
    return answer(request, found, headers())


async def preview(request: Request) -> Response:
    """The picture of a link for messages that it is sent in."""
    asked = await _what(request)
    make = partial(_made, asked.lecture, partial(drawn, asked.lecture))
    found = await _kept(_pictures, asked.key[0], make, _maker(asked.lecture))
    return answer(request, found, {"Cache-Control": f"public, max-age={PICTURE_S}"})


def headers() -> dict[str, str]:
    """The headers of the page: nothing but its own files is fetched, run or shown in it."""
    return {
        "Cache-Control": f"public, max-age={PAGE_S}",
        "Content-Security-Policy": page.policy() + frame_ancestors(),
        "Link": f"<{assets.address(STYLE)}>;rel=preload;as=style",
    }


async def _what(request: Request) -> Asked:
    query = request.scope["query_string"].decode("latin-1")[: MAX_CHARACTERS + 1]
    return await _kept(_asked, query, partial(_read, query), _readers)


def _read(query: str) -> Asked:
    lecture, notes = decode(query)
    lecture = lecture if query else at_first_sight(lecture)
    return Asked(lecture, notes, (encode(lecture), *notes))


def _maker(lecture: Lecture) -> Executor:
    return _makers_of_expensive if is_expensive(lecture) else _makers


def _made(lecture: Lecture, make: Callable[[], Document]) -> Document:
    return make() if is_expensive(lecture) else _processes.call(make)


Key = TypeVar("Key")
Made = TypeVar("Made", bound=Sized)


async def _kept(kept: Kept[Key, Made], key: Key, make: Callable[[], Made], executor: Executor) -> Made:
    """Return what is kept, or wait for it; others may wait for the same, and who goes away takes it from nobody."""
    found = kept.find(key)
    return found if found is not None else await shield(wrap_future(kept.made(key, make, executor)))
