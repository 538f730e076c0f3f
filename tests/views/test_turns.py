"""Turns: who comes first is served first, and nobody is kept waiting by one who takes too long."""

from asyncio import new_event_loop
from collections.abc import Callable
from threading import Event, Thread

import pytest

from views.turns import EventLoop, Turns

PATIENCE = 30.0
"""Seconds after which something that should happen has not."""


def started(work: Callable[[], object]) -> Thread:
    thread = Thread(target=work, daemon=True)
    thread.start()
    return thread


def holding(turns: Turns, until: Event) -> Thread:
    """Have a turn in another thread until an event; returns when it has begun."""
    begun = Event()

    def hold() -> None:
        with turns.turn():
            begun.set()
            until.wait(PATIENCE)

    thread = started(hold)
    assert begun.wait(PATIENCE)
    return thread


def waiting(turns: Turns, note: Callable[[], object]) -> Thread:
    """Queue for a turn in another thread; returns when it stands in the queue."""
    before = turns.waiting

    def wait() -> None:
        with turns.turn():
            note()

    thread = started(wait)
    while turns.waiting == before and thread.is_alive():
        thread.join(0.001)
    return thread


def test_turns_come_in_the_order_of_the_queue() -> None:
    turns, done, order = Turns(at_once=1, seconds=PATIENCE), Event(), []
    holder = holding(turns, done)
    queue = [waiting(turns, lambda name=name: order.append(name)) for name in range(20)]
    assert order == []
    done.set()
    for thread in (holder, *queue):
        thread.join(PATIENCE)
    assert order == list(range(20))


def test_as_many_have_a_turn_at_once_as_there_are_places() -> None:
    turns, done, third = Turns(at_once=2, seconds=PATIENCE), Event(), Event()
    holders = [holding(turns, done) for _ in range(2)]
    waits = waiting(turns, third.set)
    assert not third.is_set()
    done.set()
    assert third.wait(PATIENCE)
    for thread in (*holders, waits):
        thread.join(PATIENCE)


def test_one_who_takes_too_long_holds_up_nobody() -> None:
    turns, done, other = Turns(at_once=1, seconds=0.01), Event(), Event()
    slow = holding(turns, done)
    started(lambda: waiting(turns, other.set))
    assert other.wait(PATIENCE), "it goes on beside the slow one"
    assert slow.is_alive()
    done.set()
    slow.join(PATIENCE)


def test_a_turn_within_a_turn_is_the_same() -> None:
    turns = Turns(at_once=1, seconds=PATIENCE)
    with turns.turn(), turns.turn():
        assert turns.waiting == 0


def test_who_rests_lets_others_go_on() -> None:
    turns, other = Turns(at_once=1, seconds=PATIENCE), Event()
    with turns.turn(), turns.rest():
        waiting(turns, other.set)
        assert other.wait(PATIENCE)


def test_a_turn_ends_with_what_goes_wrong_in_it() -> None:
    turns, next_one = Turns(at_once=1, seconds=PATIENCE), Event()
    with pytest.raises(ValueError, match="this"), turns.turn():
        raise ValueError("this")
    started(lambda: waiting(turns, next_one.set))
    assert next_one.wait(PATIENCE / 2), "before the turn would have been too long"


def test_something_happens_between_two_turns_and_not_before_one_that_nobody_waited_for() -> None:
    order: list[str] = []
    turns, done = Turns(at_once=1, seconds=PATIENCE, between=lambda: order.append("between")), Event()
    holder = holding(turns, done)
    assert order == []
    queue = [waiting(turns, lambda name=name: order.append(name)) for name in ("first", "second")]
    done.set()
    for thread in (holder, *queue):
        thread.join(PATIENCE)
    assert order == ["between", "first", "between", "second"]


def test_an_event_loop_sends_what_waits_before_a_thread_goes_on() -> None:
    sent: list[int] = []
    loop, known = new_event_loop(), EventLoop(rounds=8, seconds=PATIENCE)
    known.is_now(loop)

    def send(number: int) -> None:
        sent.append(number)
        if number < 8:
            loop.call_soon(send, number + 1)

    thread = started(loop.run_forever)
    loop.call_soon_threadsafe(send, 1)
    known.goes_on()
    assert sent == list(range(1, 9))
    loop.call_soon_threadsafe(loop.stop)
    thread.join(PATIENCE)
    loop.close()
    assert goes_on_at_once(known)


def test_a_thread_waits_for_no_event_loop_that_is_not_there() -> None:
    assert goes_on_at_once(EventLoop(rounds=8, seconds=10 * PATIENCE))


def goes_on_at_once(loop: EventLoop) -> bool:
    """Whether a thread comes back long before it would have waited in vain."""
    thread = started(loop.goes_on)
    thread.join(PATIENCE / 2)
    return not thread.is_alive()
