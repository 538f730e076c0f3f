"""A crowd: many sessions of a Streamlit server at once, without browsers and in one thread."""

import asyncio
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import NamedTuple

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from benchmarks.visitor import ENOUGH, opening, stream

PATIENCE = 300.0
"""Seconds after which an answer that has not come counts as an error."""

SMALL = 4096
"""Bytes: longer messages are pictures and controls, and need not be read."""


class Changes(NamedTuple):
    """What everybody does to the page: a message for the k-th change, how many, and seconds from one to the next."""

    message: Callable[[int], bytes]
    turns: int
    pause: float


class Outcome(NamedTuple):
    """What happened: seconds to the finished page and to the answer of each change, bytes received, and errors."""

    opened: list[float]
    changed: list[float]
    received: int
    errors: int


def sessions(
    urls: Sequence[str],
    queries: Sequence[str],
    changes: Changes | None = None,
    while_all_are_open: Callable[[], None] = lambda: None,
) -> Outcome:
    """Open a session for every query at once, on these servers in turn, make the changes in each, and close them.

    A function is called before any of them is closed.
    """
    return asyncio.run(_sessions(urls, queries, changes, while_all_are_open))


async def _sessions(
    urls: Sequence[str], queries: Sequence[str], changes: Changes | None, while_all_are_open: Callable[[], None]
) -> Outcome:
    counted = _Counted(len(queries), while_all_are_open)
    everybody = (
        _session(urls[place % len(urls)], query, changes, place, counted) for place, query in enumerate(queries)
    )
    await asyncio.gather(*everybody)
    return Outcome(counted.opened, counted.changed, counted.received, counted.errors)


class _Counted:
    """What sessions add to while they run; the last that is done lets all of them go."""

    def __init__(self, people: int, while_all_are_open: Callable[[], None]) -> None:
        self.opened: list[float] = []
        self.changed: list[float] = []
        self.received = self.errors = 0
        self.begun = perf_counter()
        self._missing = people
        self._all_done = asyncio.Event()
        self._while_all_are_open = while_all_are_open

    async def done(self) -> None:
        """Wait until everybody is done."""
        self._missing -= 1
        if self._missing == 0:
            await asyncio.to_thread(self._while_all_are_open)
            self._all_done.set()
        await self._all_done.wait()


async def _session(url: str, query: str, changes: Changes | None, place: int, counted: _Counted) -> None:
    try:
        async with connect(stream(url), max_size=ENOUGH, compression=None, open_timeout=PATIENCE) as socket:
            await _answered(socket, opening(query), counted)
            counted.opened.append(perf_counter() - counted.begun)
            if changes:
                # Nobody moves at the same moment as all others.
                await asyncio.sleep(changes.pause * (place % 97) / 97)
                for turn in range(changes.turns):
                    await asyncio.sleep(changes.pause)
                    asked = perf_counter()
                    await _answered(socket, changes.message(turn), counted)
                    counted.changed.append(perf_counter() - asked)
            await counted.done()
    except (OSError, WebSocketException, TimeoutError):
        counted.errors += 1
        await counted.done()


async def _answered(socket: ClientConnection, message: bytes, counted: _Counted) -> None:
    """Send a message, and receive the whole answer."""
    await socket.send(message)
    async with asyncio.timeout(PATIENCE):
        while True:
            answer = await socket.recv(decode=False)
            counted.received += len(answer)
            if len(answer) > SMALL:
                continue
            told = ForwardMsg.FromString(bytes(answer))
            counted.errors += told.delta.new_element.WhichOneof("type") == "exception"
            if told.WhichOneof("type") == "script_finished":
                return
