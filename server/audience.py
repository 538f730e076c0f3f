"""The audience's page under `view`, and its picture under `preview.png`: made once for each link, kept while there is
room, without a session.

Pages are made one after another in threads of their own, so that whoever asks for one that is there never waits for
those that are not.
"""

from asyncio import shield, wrap_future
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from exports.audience import page
from exports.audience.files import STYLE
from exports.audience.kept import Kept, Sized
from exports.audience.preview import picture
from lecture import Lecture, at_first_sight, decode, encode
from lecture.link.query import MAX_CHARACTERS
from server.conditional import Document, answer, document
from server.framing import frame_ancestors
from views import assets

KEPT_PAGES, PAGES_BYTES = 1_000, 70_000_000
"""How many pages are kept, and how much memory they take; one of usual size takes 110 kB, gzipped."""

KEPT_PICTURES, PICTURES_BYTES = 500, 50_000_000
"""The same of the pictures for previews; one takes 100 kB."""

PAGE_S, PICTURE_S = 60, 3600
"""For how many seconds a browser or a proxy shows a page, or a picture, without asking whether it is still the same."""

_makers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="audience")


class Asked(NamedTuple):
    """What a link asks for: its lecture, the corrections it needed, and what names both."""

    lecture: Lecture
    notes: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def size(self) -> int:
        """Bytes, roughly."""
        return 2_000 + 2 * sum(map(len, self.key))


_asked: Kept[str, Asked] = Kept(_makers, 4_000, 40_000_000)
_pages: Kept[tuple[str, ...], Document] = Kept(_makers, KEPT_PAGES, PAGES_BYTES)
_pictures: Kept[str, Document] = Kept(_makers, KEPT_PICTURES, PICTURES_BYTES)


async def view(request: Request) -> Response:
    """The page of a link."""
    asked = await _what(request)
    app = str(request.url.replace(query="", fragment="")).removesuffix("view")
    found = await _kept(_pages, (app, *asked.key), lambda: _written(asked, app))
    return answer(request, found, headers())


async def preview(request: Request) -> Response:
    """The picture of a link for messages that it is sent in."""
    asked = await _what(request)
    found = await _kept(_pictures, asked.key[0], lambda: _drawn(asked.lecture))
    return answer(request, found, {"Cache-Control": f"public, max-age={PICTURE_S}"})


def headers() -> dict[str, str]:
    """The headers of the page: nothing but its own files is fetched, run or shown in it."""
    return {
        "Cache-Control": f"public, max-age={PAGE_S}",
        "Content-Security-Policy": page.policy() + frame_ancestors(),
        "Link": f"<{assets.address(STYLE)}>;rel=preload;as=style",
    }


Key = TypeVar("Key")
Made = TypeVar("Made", bound=Sized)


async def _kept(kept: Kept[Key, Made], key: Key, make: Callable[[], Made]) -> Made:
    """Return what is kept, or wait for it; others may wait for the same, and who goes away takes it from nobody."""
    found = kept.find(key)
    return found if found is not None else await shield(wrap_future(kept.made(key, make)))


async def _what(request: Request) -> Asked:
    query = request.scope["query_string"].decode("latin-1")[: MAX_CHARACTERS + 1]
    return await _kept(_asked, query, lambda: _read(query))


def _read(query: str) -> Asked:
    lecture, notes = decode(query)
    lecture = lecture if query else at_first_sight(lecture)
    return Asked(lecture, notes, (encode(lecture), *notes))


def _written(asked: Asked, app: str) -> Document:
    query = encode(asked.lecture)
    image = f"{app}preview.png?{query}"
    written = page.audience_page(asked.lecture, f"{app}?{query}", assets.address, image, asked.notes)
    return document(written.encode(), "text/html; charset=utf-8", compressed=True)


def _drawn(lecture: Lecture) -> Document:
    return document(picture(lecture), "image/png", compressed=False)
