"""A full disk: no file of the server can grow, its log included, and everybody is served as before."""

import resource
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from benchmarks.visitor import stream, visiting
from lecture import Lecture, decode, encode, opening
from parameters import declared
from scenes.sliders import title
from surfaces import SURFACES
from tests.conftest import Server
from tests.fetched import fetched
from tests.views.published_updates import links

UNKNOWN = replace(opening(SURFACES["beale"]()), steps=113)
"""A lecture of which the server knows nothing yet."""


@contextmanager
def full_disk(server: Server) -> Generator[None]:
    """Let the server fail to write to any file, with an error as where no block is left."""
    soft, hard = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (soft, hard))


def log_something(server: Server) -> None:
    """Ask for a session from another site, which is refused with a line in the log."""
    with pytest.raises(InvalidStatus):
        connect(stream(f"{server.url}/"), origin="https://elsewhere.example")  # type: ignore[arg-type]


def test_a_server_that_cannot_write_serves_everybody(server: Server) -> None:
    with full_disk(server):
        before = server.log.stat().st_size
        log_something(server)
        assert server.log.stat().st_size == before
        for path in ("/", f"/view?{encode(UNKNOWN)}", f"/preview.png?{encode(UNKNOWN)}"):
            assert fetched(server.url, path)[0].status == 200
        with visiting(f"{server.url}/", encode(UNKNOWN)) as visitor:
            assert links(visitor.received) == [encode(UNKNOWN)]
            visitor.turn(f"{title(declared(Lecture)['steps'])}, exact value", 127)
            assert [decode(link)[0].steps for link in links(visitor.received)] == [127]
    log_something(server)
    assert server.log.stat().st_size > before, "it writes again as soon as there is room"
