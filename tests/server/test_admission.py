"""The door of the server: in order, while few script runs wait, and after a while in any case."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from server import admission
from server.admission import ENOUGH, Admission
from tests.coroutines import done


class Hall:
    """Visitors in the order in which they were let in."""

    def __init__(self, waiting: Callable[[], int]) -> None:
        self.inside: list[str] = []
        self._door = Admission(self._enter, waiting)

    async def _enter(self, scope: Scope, _: Receive, __: Send) -> None:
        self.inside.append(scope["name"])

    async def come(self, *names: str, kind: str = "websocket") -> None:
        """Come at the same time, and wait until all are inside."""
        nobody: Any = None
        await asyncio.gather(*(self._door({"type": kind, "name": name}, nobody, nobody) for name in names))


class Clock:
    """A clock on which time passes at the door alone; `looks` is how often somebody stood there."""

    now, looks = 100.0, 0

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.looks += 1
        await asyncio.sleep(0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the door."""
    made = Clock()
    monkeypatch.setattr(admission, "sleep", made.sleep)
    monkeypatch.setattr(admission, "monotonic", lambda: made.now)
    return made


def test_who_comes_alone_where_few_wait_is_let_in_at_once(clock: Clock) -> None:
    hall = Hall(lambda: ENOUGH - 1)
    done(hall.come("first"))
    assert hall.inside == ["first"]
    assert clock.looks == 0


def test_all_are_let_in_in_the_order_in_which_they_came_while_few_wait(clock: Clock) -> None:
    hall = Hall(lambda: ENOUGH if clock.looks % 3 else 0)
    names = [str(visitor) for visitor in range(20)]
    done(hall.come(*names))
    assert hall.inside == names
    assert clock.now - 100.0 >= 19 * admission.LOOK, "one after another"


def test_nobody_is_let_in_while_enough_wait(clock: Clock) -> None:
    hall = Hall(lambda: ENOUGH if clock.looks < 5 else 0)

    async def meanwhile() -> None:
        came = asyncio.create_task(hall.come("first"))
        while clock.looks < 5:
            assert hall.inside == []
            await asyncio.sleep(0)
        await came

    done(meanwhile())
    assert hall.inside == ["first"]


def test_after_a_while_the_next_one_is_let_in_however_many_wait(clock: Clock) -> None:
    hall = Hall(lambda: 1000)
    done(hall.come("first", "second"))
    assert hall.inside == ["first", "second"]
    assert clock.now - 100.0 == pytest.approx(2 * admission.PATIENCE, abs=2 * admission.LOOK)


def test_a_page_and_its_files_wait_for_nobody(clock: Clock) -> None:
    hall = Hall(lambda: 1000)
    done(hall.come("page", "file", kind="http"))
    assert hall.inside == ["page", "file"]
    assert clock.looks == 0


def test_nobody_waits_for_long_however_many_came_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "PATIENCE", 3600.0)
    monkeypatch.setattr(admission, "LONGEST", 0.05)
    hall = Hall(lambda: 1000)
    done(asyncio.wait_for(hall.come(*map(str, range(300))), 60.0))
    assert sorted(hall.inside, key=int) == [str(visitor) for visitor in range(300)]
