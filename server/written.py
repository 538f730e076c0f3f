"""Writes what the audience is sent of a lecture: functions that a process of its own can be asked to call."""

from collections.abc import Mapping, Sequence

from exports.audience.page import BLOBS, audience_page
from exports.audience.preview import picture
from lecture import Lecture, encode
from server.conditional import Document, document
from server.gzipped import gzipped


def written(lecture: Lecture, app: str, addresses: Mapping[str, str], notes: Sequence[str]) -> Document:
    """The page of a lecture; `app` is the address of the app, and `addresses` are those of the page's files."""
    query = encode(lecture)
    page = audience_page(lecture, f"{app}?{query}", addresses.__getitem__, f"{app}preview.png?{query}", notes).encode()
    packed = page.rindex(BLOBS)
    return document(page, "text/html; charset=utf-8", gzipped=gzipped(page[:packed], page[packed:]))


def drawn(lecture: Lecture) -> Document:
    """The picture for messages that its link is sent in."""
    return document(picture(lecture), "image/png")
