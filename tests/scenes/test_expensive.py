"""Expensive races are computed one after another, and who no longer waits for one leaves the line."""

from threading import Event, Thread

import pytest

from lecture import Lecture, wanted
from lecture.race import work
from scenes.scene import EXPENSIVE, build
from tests.lecture.expensive import most_expensive

PATIENCE = 30.0
"""Seconds after which something that should happen has not."""


class GoneError(Exception):
    """What ends a computation that nobody waits for."""


def gone() -> None:
    raise GoneError


def expensive(steps: int) -> Lecture:
    lecture = most_expensive(steps)
    assert work(lecture) > EXPENSIVE
    return lecture


def test_who_is_gone_leaves_the_line_before_the_race_ahead_is_over() -> None:
    begun, over = Event(), Event()

    def hold() -> None:
        begun.set()
        over.wait(PATIENCE)

    def compute() -> None:
        with wanted.asking(hold):
            build(expensive(203))

    ahead = Thread(target=compute)
    ahead.start()
    assert begun.wait(PATIENCE)
    with pytest.raises(GoneError), wanted.asking(gone):
        build(expensive(204))
    assert not over.is_set()
    assert ahead.is_alive()
    over.set()
    ahead.join(PATIENCE)
    assert build(expensive(204)).blobs, "the line goes on"
