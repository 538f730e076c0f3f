"""Messages that are passed on as one: nothing is lost of them, and Streamlit's queue takes one as any other."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.runtime_util import serialize_forward_msg
from streamlit.runtime.scriptrunner import RerunData, RerunException

from views import bundles
from views.bundles import Bundle, Parts


def message(place: int) -> ForwardMsg:
    """A message for a place of the page."""
    made = ForwardMsg()
    made.metadata.delta_path.append(place)
    made.delta.new_element.text.body = "x" * place
    return made


FIRST, SECOND, THIRD = (message(place) for place in (1, 9, 4))


def told(sent: Any) -> list[ForwardMsg]:
    """The messages that leave the server for what Streamlit sends."""
    payload = serialize_forward_msg(sent)
    return [ForwardMsg.FromString(part) for part in (payload.each if isinstance(payload, Parts) else (payload,))]


def test_a_bundle_of_bundles_keeps_every_message_in_order() -> None:
    bundle = Bundle([FIRST, Bundle([SECOND, Bundle([])]), THIRD])
    assert told(bundle) == [FIRST, SECOND, THIRD]
    assert len(bundle.parts) == 0, "no limit of one message is meant for all of them"
    assert bundle.size == sum(message.ByteSize() for message in (FIRST, SECOND, THIRD))
    assert told(Bundle([])) == []


def test_a_queue_sends_it_in_its_turn_and_replaces_nothing_by_it() -> None:
    queue: Any = ForwardMsgQueue()
    for each in (FIRST, Bundle([SECOND, THIRD]), SECOND):
        queue.enqueue(each)
    assert [part for each in queue.flush() for part in told(each)] == [FIRST, SECOND, THIRD, SECOND]


@pytest.mark.parametrize(("fragments", "stays"), [(None, False), (["another"], True)])
def test_a_newer_run_of_the_whole_page_makes_it_useless_and_one_of_a_fragment_does_not(
    fragments: list[str] | None, stays: bool
) -> None:
    queue: Any = ForwardMsgQueue()
    queue.enqueue(Bundle([FIRST, SECOND]))
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=fragments)
    assert bool(queue.flush()) == stays


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """A run on a server that takes bundles apart; `drawn` is what was passed on, `draw` draws."""
    drawn: list[list[ForwardMsg]] = []
    ctx = SimpleNamespace(_enqueue=lambda sent: drawn.append(told(sent)))

    def draw(sent: ForwardMsg) -> None:
        ctx._enqueue(sent)

    monkeypatch.setattr(bundles, "get_script_run_ctx", lambda: ctx)
    monkeypatch.setattr(bundles, "_taken_apart", Event())
    bundles.enable()
    yield SimpleNamespace(drawn=drawn, draw=draw, ctx=ctx)
    ctx._enqueue(FIRST)
    assert drawn.pop() == [FIRST], "what follows is passed on as before"


def test_what_is_drawn_in_a_block_is_passed_on_at_its_end(run: SimpleNamespace) -> None:
    with bundles.together():
        run.draw(FIRST)
        bundles.send(Bundle([SECOND]), run.ctx)
        assert run.drawn == []
    assert run.drawn == [[FIRST, SECOND]]
    bundles.send_so_far()
    assert run.drawn == [[FIRST, SECOND]]


def test_what_has_been_drawn_so_far_can_be_sent_before(run: SimpleNamespace) -> None:
    with bundles.together():
        run.draw(FIRST)
        bundles.send_so_far()
        assert run.drawn == [[FIRST]]
        run.draw(SECOND)
    assert run.drawn == [[FIRST], [SECOND]]


def test_what_takes_long_is_sent_as_it_is_drawn_after_what_was_drawn_before(run: SimpleNamespace) -> None:
    with bundles.together():
        run.draw(FIRST)
        with bundles.one_by_one():
            assert run.drawn == [[FIRST]]
            run.draw(SECOND)
            assert run.drawn == [[FIRST], [SECOND]]
        run.draw(THIRD)
        assert run.drawn == [[FIRST], [SECOND]]
    assert run.drawn == [[FIRST], [SECOND], [THIRD]]


def test_a_request_in_the_end_drops_what_was_drawn_and_is_heard(run: SimpleNamespace) -> None:
    pass_on = run.ctx._enqueue

    def find_newer_request(_: object) -> None:
        run.ctx._enqueue = pass_on
        newer_request()

    run.ctx._enqueue = find_newer_request
    with pytest.raises(RerunException), bundles.together():
        run.draw(FIRST)
    assert run.drawn == []
    run.ctx._enqueue = pass_on


def newer_request() -> None:
    raise RerunException(RerunData())


def mistake() -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize(("ends", "drawn"), [(mistake, [[FIRST]]), (newer_request, [])])
def test_a_block_that_fails_is_shown_and_one_that_gives_way_is_not(
    run: SimpleNamespace, ends: Callable[[], None], drawn: list[list[ForwardMsg]]
) -> None:
    with suppress(ZeroDivisionError, RerunException), bundles.together():
        run.draw(FIRST)
        ends()
    assert run.drawn == drawn


def test_without_a_server_that_takes_them_apart_none_is_made(
    run: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "_taken_apart", Event())
    with bundles.together():
        run.draw(FIRST)
        bundles.send(Bundle([SECOND, THIRD]), run.ctx)
        assert run.drawn == [[FIRST], [SECOND], [THIRD]]
