"""What is kept, is bounded, and made once."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import NamedTuple

import pytest

from exports.audience.kept import Kept


class Thing(NamedTuple):
    name: str
    size: int


@pytest.fixture
def executor():
    with ThreadPoolExecutor(4) as made:
        yield made


def test_it_is_made_once_for_all_who_ask_meanwhile(executor: ThreadPoolExecutor) -> None:
    kept: Kept[str, Thing] = Kept(10, 100)
    may_end, made = Event(), []

    def make() -> Thing:
        may_end.wait(10)
        made.append("once")
        return Thing("a", 1)

    waiting = [kept.made("a", make, executor) for _ in range(20)]
    assert kept.find("a") is None
    may_end.set()
    assert {future.result(10) for future in waiting} == {Thing("a", 1)}
    assert kept.made("a", make, executor).result(10) is kept.find("a")
    assert made == ["once"]


@pytest.mark.parametrize(("entries", "size", "left"), [(2, 100, "cd"), (10, 5, "d"), (10, 7, "cd"), (10, 3, "c")])
def test_the_least_recently_used_go_first(executor: ThreadPoolExecutor, entries: int, size: int, left: str) -> None:
    kept: Kept[str, Thing] = Kept(entries, size)
    for name, bytes_ in [("a", 1), ("b", 2), ("c", 3), ("d", 4)]:
        kept.made(name, partial(Thing, name, bytes_), executor).result(10)
    assert "".join(name for name in "abcd" if kept.find(name)) == left
    assert len(kept) == len(left)
    assert kept.size == sum("_abcd".index(name) for name in left)


def test_what_is_used_stays(executor: ThreadPoolExecutor) -> None:
    kept: Kept[str, Thing] = Kept(2, 100)
    for name in "aba":
        kept.made(name, partial(Thing, name, 1), executor).result(10)
    kept.find("a")
    kept.made("c", lambda: Thing("c", 1), executor).result(10)
    assert kept.find("b") is None
    assert kept.find("a") is not None


def test_a_fault_is_not_kept(executor: ThreadPoolExecutor) -> None:
    kept: Kept[str, Thing] = Kept(2, 100)

    def fail() -> Thing:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept.made("a", fail, executor).result(10)
    assert kept.made("a", lambda: Thing("a", 1), executor).result(10) == Thing("a", 1)
