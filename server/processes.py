"""Work in processes of its own, once so many wait for it that the server would have no time for anybody else.

Python runs one thread of a process at a time: while a thread makes pages for a class that has opened a hundred
different links, those who ask for what has been made long ago wait with them. A process has to import what it needs,
which takes two seconds, and 100 MB: before they are needed there are none.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from logging import getLogger
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from typing import TypeVar

Result = TypeVar("Result")

LESS_URGENT = 5
"""By how much these processes are nicer than the server (`man nice`): it sends to all others meanwhile."""


class Processes:
    """Calls functions in the server, one after another, as long as `waiting` says that at most `few` wait; after that
    in `count` processes. Where these cannot be had, or end, it is in the server again.
    """

    def __init__(self, count: int, few: int, waiting: Callable[[], int]) -> None:
        self._count, self._few, self._waiting = count, few, waiting
        self.pool: ProcessPoolExecutor | None = None
        """The processes, where there are any."""
        self._can_be_had = True
        self._starting, self._here = Lock(), Lock()

    def call(self, function: Callable[[], Result]) -> Result:
        """Return what a function returns, or raise what it raises; both and all that it holds can be pickled."""
        pool = self._started()
        if pool is not None:
            try:
                return pool.submit(function).result()
            except BrokenProcessPool:
                self._give_up("have ended")
        with self._here:
            return function()

    def _started(self) -> ProcessPoolExecutor | None:
        """The processes, where there are any; they are started when more than a few wait."""
        with self._starting:
            if self.pool is None and self._can_be_had and self._waiting() > self._few:
                try:
                    # Never forked: another thread may hold a lock just then, for ever in the copy.
                    self.pool = ProcessPoolExecutor(self._count, get_context("spawn"), _begin)
                    with _nothing_to_begin_with():
                        for _ in range(self._count):
                            self.pool.submit(os.getpid)
                except (OSError, NotImplementedError) as error:
                    self._give_up(f"cannot be started: {error}")
            return self.pool

    def _give_up(self, why: str) -> None:
        """Have none any more: most likely there is no memory for them."""
        if self._can_be_had:
            getLogger(__name__).warning("The processes that make pages %s.", why)
        self._can_be_had, self.pool = False, None


@contextmanager
def _nothing_to_begin_with() -> Iterator[None]:
    """Have processes that start meanwhile not run the main module, as they do with all that is no package's
    `__main__`: here it is the script of the app, which would draw a page for nobody.
    """
    main = sys.modules["__main__"]
    spec, main.__spec__ = main.__spec__, ModuleSpec("app.__main__", None)
    try:
        yield
    finally:
        main.__spec__ = spec


def _begin() -> None:
    """Begin a process: it ends with the server, however that ends, and not before."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(LESS_URGENT)
    Thread(target=_end_with_the_server, daemon=True).start()


def _end_with_the_server() -> None:
    server = parent_process()
    if server:
        server.join()
        os._exit(0)
