"""Turns: script runs wait in a queue, and some run at a time, in the order in which they came.

Where a whole class opens a link, all runs at once would end together, after as long as all of them take. In turn the
first end soon, and everybody waits half as long on average. Python runs one thread at a time in any case.

A turn is short. Who needs longer goes on, but no longer keeps others waiting: an expensive link holds up nobody.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, local
from time import monotonic


class Turns:
    """A queue in front of `at_once` places, each kept for at most `seconds`."""

    def __init__(self, at_once: int, seconds: float) -> None:
        self._at_once, self._seconds = at_once, seconds
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
        # Whoever ends lets the next one in. That a turn has become too long is seen by those who wait.
        while not mine.wait(self._seconds * (1 + ahead)):
            with self._lock:
                self._let_in()

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


script_runs = Turns(at_once=1, seconds=0.1)
"""The turns of all sessions. A run takes 10 ms or 30, and two at a time would end no sooner than one by one."""
