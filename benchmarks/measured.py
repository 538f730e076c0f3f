"""A Streamlit server that says what memory it uses: `python -m benchmarks.measured run app.py`.

Memory that was freed mostly stays with the process, so that what is resident says little of what is in use. On SIGUSR1
the server collects garbage and writes to its log what Python's allocator and the C library have given out and not got
back; `memory` asks for it.
"""

import gc
import os
import re
import signal
import sys
from ctypes import CDLL, Structure, c_size_t
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

from streamlit.web.cli import main

from tests.conftest import Server


class Memory(NamedTuple):
    """Bytes: what is in use, what the process holds, and what those that it has started hold; `longest_stop` is that of
    the full collections since somebody asked before, in seconds.
    """

    heap: int
    resident: int
    started: int
    longest_stop: float


class _Mallinfo2(Structure):
    """What glibc says of its heaps, in bytes but for two counts (`man mallinfo2`)."""

    _fields_ = [
        (name, c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    ]


_PYTHON = re.compile(r"# bytes in allocated blocks\s+=\s+([\d,]+)")
_LIBRARY = re.compile(r"# from the C library: (\d+); longest full collection: ([\d.]+) s\n")


def memory(server: Server) -> Memory:
    """Ask a server that this module runs; raises TimeoutError if it says nothing for a minute."""
    reports = len(_LIBRARY.findall(server.log.read_text(errors="replace")))
    os.kill(server.pid, signal.SIGUSR1)
    for _ in range(600):
        said = server.log.read_text(errors="replace")
        if len(found := _LIBRARY.findall(said)) > reports:
            given, stop = found[-1]
            python = int(_PYTHON.findall(said)[-1].replace(",", ""))
            started = sum(map(_resident, _started(server.pid)))
            return Memory(python + int(given), _resident(server.pid), started, float(stop))
        sleep(0.1)
    raise TimeoutError("The server does not say what memory it uses.")


def processor_time(server: Server) -> float:
    """Return the seconds for which a server, and the processes that it has started, have occupied a processor."""
    return sum(map(_time, (server.pid, *_started(server.pid))))


def _started(pid: int) -> list[int]:
    """The processes that a process has started, in any of its threads."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for thread in threads for child in (thread / "children").read_text().split()]


def _time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


class _FullCollections:
    """Notes how long full collections of garbage stop the server."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._begun = 0.0

    def __call__(self, phase: str, about: dict[str, int]) -> None:
        if about["generation"] < 2:
            return
        if phase == "start":
            self._begun = perf_counter()
        else:
            self.longest = max(self.longest, perf_counter() - self._begun)


def _report_on_signal() -> None:
    collections, library = _FullCollections(), CDLL("libc.so.6")
    library.mallinfo2.restype = _Mallinfo2
    gc.callbacks.append(collections)

    def report(*_: object) -> None:
        longest = collections.longest
        gc.collect()
        collections.longest = 0.0  # the one above is no part of the server
        sys._debugmallocstats()
        said = library.mallinfo2()
        given = said.uordblks + said.hblkhd
        print(f"# from the C library: {given}; longest full collection: {longest:.3f} s", file=sys.stderr, flush=True)

    signal.signal(signal.SIGUSR1, report)


if __name__ == "__main__":
    _report_on_signal()
    main()
