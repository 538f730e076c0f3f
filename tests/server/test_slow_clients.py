"""Slow readers and half-open connections: who sends half a request, or reads nothing, holds up nobody."""

import socket
from collections.abc import Generator
from contextlib import ExitStack, closing
from urllib.parse import urlsplit

import pytest
from websockets.sync.client import connect

from benchmarks.visitor import ENOUGH, opening, stream, visiting
from lecture import encode
from lecture import opening as opening_of
from surfaces import SURFACES
from tests.conftest import Server
from tests.fetched import fetched
from tests.views.published_updates import links
from views import assets

LINK = encode(opening_of(SURFACES["bowl"]()))
PEOPLE = 50


@pytest.fixture
def stack() -> Generator[ExitStack]:
    """What is closed when a test is over."""
    with ExitStack() as closed:
        yield closed


def asking(stack: ExitStack, server: Server, words: bytes, room: int = 4096) -> socket.socket:
    """Connect, say something, and read nothing of the answer; the system keeps so many bytes of it."""
    connection = stack.enter_context(closing(socket.socket()))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
    connection.settimeout(30.0)
    address = urlsplit(server.url)
    connection.connect((address.hostname, address.port))
    connection.sendall(words)
    return connection


def assert_served(server: Server) -> None:
    """Check that somebody else gets a page, a file and a session."""
    for path in (f"/view?{LINK}", f"/{assets.base_url()}mount.js"):
        assert fetched(server.url, path)[0].status == 200
    with visiting(f"{server.url}/", LINK) as visitor:
        assert links(visitor.received) == [LINK]


def test_half_a_request_holds_up_nobody(stack: ExitStack, server: Server) -> None:
    waiting = [asking(stack, server, b"GET /view HTTP/1.1\r\nHost: downhill.exa") for _ in range(PEOPLE)]
    assert_served(server)
    for connection in waiting:
        connection.sendall(b"mple\r\n\r\n")
        assert connection.recv(12) == b"HTTP/1.1 200", "nor is it forgotten"


def test_who_does_not_read_a_large_file_holds_up_nobody(stack: ExitStack, server: Server) -> None:
    address = f"/{assets.base_url()}plotly.min.js".encode()
    words = b"GET " + address + b" HTTP/1.1\r\nHost: downhill.example\r\n\r\n"
    waiting = [asking(stack, server, words) for _ in range(PEOPLE)]
    assert_served(server)
    assert {connection.recv(12) for connection in waiting} == {b"HTTP/1.1 200"}


def test_a_session_that_reads_nothing_holds_up_nobody(stack: ExitStack, server: Server) -> None:
    for _ in range(10):
        # Its client reads one message ahead at most, and then nothing more of the stream.
        session = connect(
            stream(f"{server.url}/"), max_size=ENOUGH, max_queue=1, compression=None, close_timeout=0.01, legacy=True
        )
        stack.callback(session.close)
        session.send(opening(LINK))
    assert_served(server)
