"""Turns: script runs wait in a queue, and some run at a time, in the order in which they came.

Where a whole class opens a link, all runs at once would end together, after as long as all of them take. In turn the
first end soon, and everybody waits half as long on average. Python runs one thread at a time in any case.

A turn is short. Who needs longer goes on, but no longer keeps others waiting: an expensive link holds up nobody.

What a run has drawn goes out on the event loop's thread. Runs that follow one another at once would leave it no time,
and all answers would go out together in the end; so between two of them the event loop goes on for a while.
"""

from asyncio import AbstractEventLoop
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, local
from time import monotonic


class Turns:
    """A queue in front of `at_once` places, each kept for at most `seconds`.

    Whoever has waited calls `between` before he begins.
    """

    def __init__(self, at_once: int, seconds: float, between: Callable[[], None] = lambda: None) -> None:
        self._at_once, self._seconds, self._between = at_once, seconds, between
        self._lock = Lock()
        self._waiting: deque[Event] = deque()
        self._running: dict[Event, float] = {}
        """When the turn of each has begun."""
        self._mine = local()

    @property
    def waiting(self) -> int:
        """How many stand in the queue."""
        return len(self._waiting)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and have it for the block; who has one already goes on."""
        if getattr(self._mine, "turn", None):
            yield
            return
        self._begin()
        try:
            yield
        finally:
            self._end()

    @contextmanager
    def rest(self) -> Iterator[None]:
        """Let others go on for the block, in which the thread waits for something; afterwards it queues again."""
        if not getattr(self._mine, "turn", None):
            yield
            return
        self._end()
        try:
            yield
        finally:
            self._begin()

    def _begin(self) -> None:
        mine = self._mine.turn = Event()
        with self._lock:
            ahead = len(self._waiting)
            self._waiting.append(mine)
            self._let_in()
        has_to_wait = not mine.is_set()
        # Whoever ends lets the next one in. That a turn has become too long is seen by those who wait.
        while not mine.wait(self._seconds * (1 + ahead)):
            with self._lock:
                self._let_in()
        if has_to_wait:
            self._between()

    def _end(self) -> None:
        mine, self._mine.turn = self._mine.turn, None
        with self._lock:
            self._running.pop(mine, None)
            self._let_in()

    def _let_in(self) -> None:
        now = monotonic()
        for turn, begun in list(self._running.items()):
            if now - begun > self._seconds:
                del self._running[turn]
        while self._waiting and len(self._running) < self._at_once:
            following = self._waiting.popleft()
            self._running[following] = now
            following.set()


class EventLoop:
    """The event loop of the server, for threads that let it go on for some rounds, or `seconds`, before they do."""

    def __init__(self, rounds: int, seconds: float) -> None:
        self._rounds, self._seconds = rounds, seconds
        self._loop: AbstractEventLoop | None = None

    def is_now(self, loop: AbstractEventLoop) -> None:
        """Learn which one it is."""
        self._loop = loop

    def goes_on(self) -> None:
        """Wait for some rounds of it, in another thread than its own; not at all where there is none."""
        loop, gone_on = self._loop, Event()
        if loop is None or loop.is_closed():
            return

        def round_ends(left: int) -> None:
            if left:
                loop.call_soon(round_ends, left - 1)
            else:
                gone_on.set()

        loop.call_soon_threadsafe(round_ends, self._rounds)
        gone_on.wait(self._seconds)


event_loop = EventLoop(rounds=8, seconds=0.05)
"""So many messages go out meanwhile: one a round, and a slider that was moved is answered with ten."""

script_runs = Turns(at_once=1, seconds=0.1, between=event_loop.goes_on)
"""The turns of all sessions. A run takes 10 ms or 30, and two at a time would end no sooner than one by one."""
