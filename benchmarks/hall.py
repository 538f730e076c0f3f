"""A lecture hall: everybody opens a link at once, then everybody moves a slider; beside an app of one slider.

Sizes follow from `people`, of whom each has a session of the full app; the limits are those of 200 on two cores.
"""

import resource
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.crowd import Changes, Outcome, sessions
from benchmarks.measured import Memory, memory, processor_time
from benchmarks.page import Measured, entry
from benchmarks.readers import Read, read_all
from benchmarks.visitor import visiting
from lecture import encode, opening
from optimizers import OPTIMIZERS
from surfaces import SURFACES
from tests.conftest import ROOT, Server, free_port, serving

PEOPLE = 200
STEPS = 500
PAUSE = 2.0
"""Seconds between two changes of one person."""


def rows(people: int = PEOPLE) -> Iterator[Measured]:
    """Measure every row of the table."""
    # A socket each, here and in the server, which inherits it.
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with _served("app.py") as ours, _served("benchmarks/floor_app.py") as floor:
        yield from _readers(ours, floor, people)
        yield from _one_link(ours, floor, people)
        yield _different_links(ours, floor, people)
        yield _changing(ours, floor, people)
        yield from _coming_and_going(ours, floor, people)
    yield from _on_two_replicas(people)


def _readers(ours: Server, floor: Server, people: int) -> Iterator[Measured]:
    """Five readers of the audience's page for each session, all of one link, then all of different ones."""
    count, (link, *others) = 5 * people, _links(5 * people + 1)
    for server, page in ((floor, ""), (ours, f"view?{link}")):
        _reading(server, [page])  # as whoever shows the link has, so that the files are compressed
    few = max(1, count // 10)  # Streamlit compresses its files for each of them
    least, _ = _reading(floor, [""] * few)
    one, time = _reading(ours, [f"view?{link}"] * count)
    allowed = 5.0 * people / PEOPLE
    yield Measured(
        f"{count} readers of one page for the audience, all of its files",
        f"{_waits(one.times)}, {time:.1f} ms of the server each, {_errors(one.errors)}",
        f"{_waits(least.times)} for {few} of the app's first page",
        f"≤ {allowed:g} s, ≤ 2 ms each, no error",
        max(one.times) <= allowed and time <= 2.0 and not one.errors,
    )
    before = memory(ours)
    different, time = _reading(ours, [f"view?{other}" for other in others])
    after, allowed = memory(ours), 40.0 * people / PEOPLE
    grown = after.heap - before.heap
    yield Measured(
        f"{count} readers of different ones",
        f"{_waits(different.times)}, {time:.1f} ms of the server each, {_errors(different.errors)}, "
        f"heap + {_megabytes(grown)}, processes for pages {_megabytes(after.started)}",
        "",
        f"≤ {allowed:g} s, no error, heap + ≤ 100 MB",
        max(different.times) <= allowed and not different.errors and grown <= 100e6,
    )


def _one_link(ours: Server, floor: Server, people: int) -> Iterator[Measured]:
    link = _links(1)[0]
    least, floor_time, floor_heap = _opening(floor, [""] * people)
    full, time, heap = _opening(ours, [link] * people)
    longest = max(full.opened)
    yield Measured(
        f"{people} sessions of the full app, one link",
        f"{_waits(full.opened)}, {full.received / people / 1e3:.0f} kB each, {_errors(full.errors)}",
        _waits(least.opened),
        "≤ 4 × the floor, no error",
        longest <= 4.0 * max(least.opened) and not full.errors,
    )
    yield Measured(
        "the median of them waits, as a part of the longest",
        f"{median(full.opened) / longest:.2f}",
        f"{median(least.opened) / max(least.opened):.2f}",
        "≤ 0.6",
        median(full.opened) <= 0.6 * longest,
    )
    yield Measured("the server's time for each of them", f"{time:.0f} ms", f"{floor_time:.0f} ms", "", True)
    yield Measured(
        "heap for each of them",
        f"{heap / 1e3:.0f} kB",
        f"{floor_heap / 1e3:.0f} kB",
        "≤ the floor + 500 kB",
        heap <= floor_heap + 500e3,
    )


def _different_links(ours: Server, floor: Server, people: int) -> Measured:
    least, *_ = _opening(floor, [""] * people)
    full, time, _ = _opening(ours, _links(people, first=1_000_000))
    return Measured(
        f"{people} sessions, each of another link",
        f"{_waits(full.opened)}, {time:.0f} ms of the server each, {_errors(full.errors)}",
        _waits(least.opened),
        "no error",
        not full.errors,
    )


def _changing(ours: Server, floor: Server, people: int) -> Measured:
    full, least = _changes([ours], people), _changes_of_the_floor(floor, people)
    return Measured(
        f"{_who_change(people)}, on one server, which has one of the cores",
        f"{_waits(full.changed)}, {_errors(full.errors)}",
        _waits(least.changed),
        "no error",
        not full.errors,
    )


def _who_change(people: int) -> str:
    return f"{_changers(people)} sessions, each changing β₁ every {PAUSE:g} s, {_turns(people)} times"


def _changers(people: int) -> int:
    """Half as many again as have a session."""
    return 3 * people // 2


def _turns(people: int) -> int:
    """As many changes of each as there are in a minute."""
    return 30 if people >= PEOPLE else 5


def _changes(servers: Sequence[Server], people: int) -> Outcome:
    link, turns = _links(1)[0], _turns(people)
    # Replicas give their widgets the same names.
    changes = _moving(servers[0], link, entry(OPTIMIZERS["adam"], "beta1"), 0.5, 0.01, turns)
    return sessions([_url(server) for server in servers], [link] * _changers(people), changes)


def _changes_of_the_floor(floor: Server, people: int) -> Outcome:
    changes = _moving(floor, "", "Floor", 100, 1, _turns(people))
    return sessions([_url(floor)], [""] * _changers(people), changes)


def _coming_and_going(ours: Server, floor: Server, people: int) -> Iterator[Measured]:
    """Sessions that come and go, an eighth of the people at a time: what is in use after some, and after all."""
    link, group = _links(1)[0], max(1, people // 8)
    kept: dict[str, tuple[Memory, Memory]] = {}
    for name, server, query in (("ours", ours, link), ("floor", floor, "")):
        memory(server)  # the collection before anybody is let in stops nobody
        for _ in range(20):
            sessions([_url(server)], [query] * group)
        early = memory(server)
        for _ in range(180 if people >= PEOPLE else 20):
            sessions([_url(server)], [query] * group)
        kept[name] = early, memory(server)
    (early, late), (floor_early, floor_late) = kept["ours"], kept["floor"]
    longest, floor_longest = (max(times.longest_stop for times in kept[name]) for name in ("ours", "floor"))
    growth, floor_growth = late.heap / early.heap - 1.0, floor_late.heap / floor_early.heap - 1.0
    yield Measured(
        f"{group} sessions that come and go, again and again: heap",
        f"{_megabytes(late.heap)}, {growth:+.1%}",
        f"{_megabytes(floor_late.heap)}, {floor_growth:+.1%}",
        "flat within 5 %",
        abs(growth) <= 0.05,
    )
    yield Measured(
        "resident then, which the allocator keeps", _megabytes(late.resident), _megabytes(floor_late.resident), "", True
    )
    yield Measured(
        "longest full collection of garbage, for which all wait",
        f"{1e3 * longest:.0f} ms",
        f"{1e3 * floor_longest:.0f} ms",
        "≤ 200 ms",
        longest <= 0.2,
    )


def _on_two_replicas(people: int) -> Iterator[Measured]:
    """Five times as many sessions of one link, then those that change something, half of them on each server."""
    count, link, patience = 5 * people, _links(1)[0], 1.0
    with ExitStack() as stack:
        replicas = [stack.enter_context(_served("app.py")) for _ in range(2)]
        full = sessions([_url(replica) for replica in replicas], [link] * count)
        changed = _changes(replicas, people)
    allowed = 20.0 * people / PEOPLE
    yield Measured(
        f"{count} sessions of one link on two replicas",
        f"{_waits(full.opened)}, {_errors(full.errors)}",
        "",
        f"≤ {allowed:g} s, no error",
        max(full.opened) <= allowed and not full.errors,
    )
    yield Measured(
        f"{_who_change(people)}, on two replicas",
        f"{_waits(changed.changed)}, {_errors(changed.errors)}",
        "",
        f"p95 ≤ {patience:g} s, no error",
        _part(changed.changed, 95) <= patience and not changed.errors,
    )


def _reading(server: Server, pages: Sequence[str]) -> tuple[Read, float]:
    """Read pages at once; what came of it, and the milliseconds of the server for each."""
    begun = processor_time(server)
    read = read_all(_url(server), pages)
    return read, 1e3 * (processor_time(server) - begun) / len(pages)


class _Opened(NamedTuple):
    """What came of it, and of each session: the server's milliseconds, and its bytes while all are open."""

    outcome: Outcome
    time: float
    heap: float


def _opening(server: Server, queries: Sequence[str]) -> _Opened:
    """Open sessions at once, after some that have left by then what a server keeps for a while of those that close."""
    before, begun = memory(server), processor_time(server)
    held: list[tuple[Memory, float]] = []
    outcome = sessions(
        [_url(server)],
        queries,
        while_all_are_open=lambda: held.append((memory(server), processor_time(server))),
    )
    during, ended = held[0]
    count = len(queries)
    return _Opened(outcome, 1e3 * (ended - begun) / count, (during.heap - before.heap) / count)


def _moving(server: Server, query: str, label: str, first: float, step: float, turns: int) -> Changes:
    with visiting(_url(server), query) as visitor:
        messages = [visitor.change(label, first + step * turn) for turn in range(turns)]
    return Changes(lambda turn: messages[turn], turns, PAUSE)


def _links(count: int, first: int = 0) -> list[str]:
    """Return links of four contenders and 500 steps, each from another start."""
    lecture = replace(opening(SURFACES["himmelblau"]()), steps=STEPS)
    return [encode(replace(lecture, start=(-3.0 + 1e-6 * (first + k), -1.0))) for k in range(count)]


def _part(times: Sequence[float], percent: int) -> float:
    return quantiles(times, n=100, method="inclusive")[percent - 1] if len(times) > 1 else max(times)


def _waits(times: Sequence[float]) -> str:
    return f"p50 {median(times):.2f} s, p95 {_part(times, 95):.2f}, p99 {_part(times, 99):.2f}, all {max(times):.2f}"


def _errors(count: int) -> str:
    return f"{count} error{'' if count == 1 else 's'}" if count else "no error"


def _megabytes(size: float) -> str:
    return f"{size / 1e6:.0f} MB"


def _url(server: Server) -> str:
    return f"{server.url}/"


@contextmanager
def _served(script: str) -> Iterator[Server]:
    """Serve an app with the settings of this project; it says what memory it uses."""
    with (
        TemporaryDirectory() as folder,
        serving(Path(folder), free_port(), script, ROOT, program="benchmarks.measured") as server,
    ):
        yield server
