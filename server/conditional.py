"""Answers that a browser or a proxy keeps: compressed where it takes that, and 304 where it has them already."""

import gzip
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response


class Document(NamedTuple):
    """One answer, ready to be sent; its content is kept gzipped where that gains anything."""

    content: bytes
    is_gzipped: bool
    media_type: str
    etag: str

    @property
    def size(self) -> int:
        """Bytes of memory."""
        return len(self.content)


def document(content: bytes, media_type: str, *, gzipped: bytes | None = None) -> Document:
    """Make an answer of its content, and of that as a gzip file where this is much shorter."""
    # Weak: the same for both encodings.
    etag = f'W/"{blake2b(content, digest_size=9).hexdigest()}"'
    return Document(content if gzipped is None else gzipped, gzipped is not None, media_type, etag)


def answer(request: Request, found: Document, headers: dict[str, str]) -> Response:
    """Send it, or say that it has not changed."""
    headers = {**headers, "ETag": found.etag}
    if found.is_gzipped:
        headers["Vary"] = "Accept-Encoding"
    if _is_known(request.headers.get("If-None-Match", ""), found.etag):
        return Response(status_code=304, headers=headers)
    if not found.is_gzipped:
        return Response(found.content, headers=headers, media_type=found.media_type)
    return sent(request, lambda: gzip.decompress(found.content), found.content, found.media_type, headers)


def sent(
    request: Request, content: Callable[[], bytes], gzipped: bytes, media_type: str, headers: Mapping[str, str]
) -> Response:
    """Send a content gzipped where the browser takes that, and as it is elsewhere."""
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return Response(content(), headers=headers, media_type=media_type)
    return Response(gzipped, headers={**headers, "Content-Encoding": "gzip"}, media_type=media_type)


def _is_known(asked: str, etag: str) -> bool:
    """Whether a list of ETags has this one, weak or strong."""
    tags = {tag.strip().removeprefix("W/") for tag in asked.split(",")}
    return "*" in tags or etag.removeprefix("W/") in tags
