"""Readers of a page at once, without browsers: each fetches the document, and then all files that it names."""

import asyncio
import re
from collections.abc import AsyncGenerator, Sequence
from functools import lru_cache
from time import perf_counter
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from zlib import MAX_WBITS, decompressobj

PATIENCE = 300.0
"""Seconds after which a page that has not come counts as an error."""

BUFFER = 4_000_000
"""Bytes that a reader takes from the network at once: more than any file has."""

HEAD = 16_000
"""Bytes of a document in which its head ends."""

_FILE = re.compile(r"""(?<=["'\s=])[^\s"'=<>()]{1,200}\.(?:js|css|svg|png)(?=["'\s])""")
"""The address of a file, wherever it stands in a document; it is short, unlike what a document packs into a word."""


class Read(NamedTuple):
    """Seconds until each reader had everything, bytes of all as they came, and errors."""

    times: list[float]
    received: int
    errors: int


def read_all(url: str, pages: Sequence[str]) -> Read:
    """Have a reader for each address, relative to the server at `url`, all at once."""
    return asyncio.run(_read_all(url, pages))


async def _read_all(url: str, pages: Sequence[str]) -> Read:
    begun = perf_counter()
    outcomes = await asyncio.gather(*(_read(url, page) for page in pages), return_exceptions=True)
    done = [outcome for outcome in outcomes if isinstance(outcome, tuple)]
    return Read([end - begun for end, _ in done], sum(size for _, size in done), len(outcomes) - len(done))


async def _read(url: str, page: str) -> tuple[float, int]:
    """Return when everything had come, and its bytes. Raises OSError where anything does not come."""
    address = urlsplit(url)
    async with asyncio.timeout(PATIENCE):
        reader, writer = await asyncio.open_connection(address.hostname, address.port, limit=BUFFER)
        try:
            document = b"".join([part async for part in _got(reader, writer, address.netloc, urljoin(url, page))])
            size = len(document)
            for file in _files(document):
                # Counted and forgotten as it comes: a thousand browsers have their memory on machines of their own.
                async for part in _got(reader, writer, address.netloc, urljoin(urljoin(url, page), file)):
                    size += len(part)
        finally:
            writer.close()
    return perf_counter(), size


@lru_cache(maxsize=8)
def _files(document: bytes) -> tuple[str, ...]:
    """The files that a document names in its head, gzipped or not.

    Little is read, and once: only here do readers share a processor with each other, and with the server.
    """
    begin = decompressobj(MAX_WBITS | 16).decompress(document, HEAD) if document[:2] == b"\x1f\x8b" else document[:HEAD]
    head, _, _ = begin.decode(errors="ignore").partition("</head>")
    return tuple(dict.fromkeys(_FILE.findall(head)))


async def _got(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, url: str
) -> AsyncGenerator[bytes]:
    """Yield the body of a response as it comes. Raises OSError for any other status than 200."""
    address = urlsplit(url)
    target = address.path + (f"?{address.query}" if address.query else "")
    writer.write(f"GET {target} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").strip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if status.split()[1] != "200":
        raise OSError(f"{url}: {status}")
    if "content-length" in headers:
        async for part in _exactly(reader, int(headers["content-length"])):
            yield part
        return
    while size := int(await reader.readline(), 16):
        async for part in _exactly(reader, size):
            yield part
        await reader.readline()
    await reader.readline()


async def _exactly(reader: asyncio.StreamReader, size: int) -> AsyncGenerator[bytes]:
    """Yield so many bytes as they come. Raises OSError where the stream ends before."""
    while size:
        part = await reader.read(size)
        if not part:
            raise OSError("The server has closed the connection.")
        size -= len(part)
        yield part
