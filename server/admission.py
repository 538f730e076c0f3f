"""Lets browsers in one after another, where a whole class opens a link at once.

Who connects gets a session and a thread, and that takes the server as long as drawing the page. If all were let in at
once, nobody would see anything before all of them have got that far. So they wait at a door, in the order in which they
came, while enough script runs wait for their turn as it is.
"""

from asyncio import Lock, sleep, timeout
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from starlette.types import ASGIApp, Receive, Scope, Send

ENOUGH = 4
"""Script runs that wait: the next one should be there when its turn comes."""

LOOK = 0.002
"""Seconds between two looks at how many wait, and from one visitor to the next, who are not counted at once."""

PATIENCE = 0.05
"""Seconds after which the next one is let in, however many script runs wait."""

LONGEST = 5.0
"""Seconds after which anybody is let in, however many came before: a browser gives up after three times as many."""


class Admission:
    """Has websockets wait while `waiting` says that enough script runs do."""

    def __init__(self, app: ASGIApp, waiting: Callable[[], int]) -> None:
        self.app, self._waiting = app, waiting
        self._door = Lock()  # whoever has come first gets it first
        self._opens = 0.0  # seconds of the clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            with suppress(TimeoutError):
                async with timeout(LONGEST), self._door:
                    await self._until_few_wait()
                    self._opens = monotonic() + LOOK
        await self.app(scope, receive, send)

    async def _until_few_wait(self) -> None:
        end = monotonic() + PATIENCE
        while monotonic() < end and (monotonic() < self._opens or self._waiting() >= ENOUGH):
            await sleep(LOOK)
