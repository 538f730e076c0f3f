"""A cache that links cannot fill: bounded in entries and bytes, and everything in it is made once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from lecture.bounded_cache import remembering


def test_equal_arguments_get_what_was_made_before():
    made = []

    @remembering(entries=4, size=100, weigh=lambda value, *_, **__: len(value))
    def doubled(word: str, *, times: int = 2) -> str:
        made.append(word)
        return word * times

    assert [doubled("a"), doubled("a"), doubled("a", times=3), doubled("b")] == ["aa", "aa", "aaa", "bb"]
    assert made == ["a", "a", "b"]


def test_the_least_recently_used_is_forgotten_first():
    made = []

    @remembering(entries=2, size=100, weigh=lambda *_: 1)
    def same(word: str) -> str:
        made.append(word)
        return word

    for word in "abacab":
        same(word)
    assert made == ["a", "b", "c", "b"]
    assert len(same) == 2


def test_it_holds_no_more_bytes_than_it_may():
    @remembering(entries=100, size=10, weigh=lambda value, *_: len(value))
    def letters(count: int) -> str:
        return "x" * count

    for count in (3, 4, 5, 11, 2):
        assert letters(count) == "x" * count
    assert (len(letters), letters.bytes) == (2, 7), "11 were more than fit, and 3 and 4 had to go for 5"


def test_what_many_ask_for_at_once_is_made_once():
    made, together = [], Barrier(8)

    @remembering(entries=4, size=100, weigh=lambda *_: 1)
    def slow(word: str) -> str:
        made.append(word)
        return word

    def ask(word: str) -> str:
        together.wait()
        return slow(word)

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, "aaaabbbb")) == list("aaaabbbb")
    assert sorted(made) == ["a", "b"]


def test_what_cannot_be_made_is_tried_again():
    tried = []

    @remembering(entries=4, size=100, weigh=lambda *_: 1)
    def failing(word: str) -> str:
        tried.append(word)
        if len(tried) == 1:
            raise ValueError(word)
        return word

    with pytest.raises(ValueError, match="a"):
        failing("a")
    assert failing("a") == "a"
