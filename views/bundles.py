"""Bundles: many messages to a browser that Streamlit passes on as one.

Each message goes by itself from the thread of the script to the event loop, there into a queue, in another round of the
loop into a second one, and in yet another through all layers of the server. That takes a tenth of a millisecond and
hands the interpreter from thread to thread, and the first run of a session sends seventy. What is drawn at once is
passed on at once; where it leaves for the browser, it is taken apart again (server/unbundled.py).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Event, local
from typing import Any, Literal, NamedTuple

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import RerunException, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext


class Parts(bytes):
    """What Streamlit takes for the bytes of one message: no bytes, but `each` is those of one."""

    each: tuple[bytes, ...]

    def __new__(cls, each: Iterable[bytes]) -> "Parts":
        made = super().__new__(cls)
        made.each = tuple(each)
        return made


class Bundle:
    """Messages of a run. What Streamlit asks a message, it answers as one of none of its kinds, and of no length."""

    delta = None

    def __init__(self, messages: "Iterable[ForwardMsg | Bundle | bytes]") -> None:
        self.parts = Parts(part for message in messages for part in _parts(message))

    @property
    def size(self) -> int:
        """How many bytes the messages have together."""
        return sum(map(len, self.parts.each))

    def with_name(self, name: str, instead_of: str) -> "Bundle":
        """The same messages with another name in them, which is as long and nothing that they hold by chance."""
        before, after = instead_of.encode(), name.encode()
        return Bundle(part.replace(before, after) for part in self.parts.each)

    def HasField(self, _: str) -> Literal[False]:  # noqa: N802
        return False

    def WhichOneof(self, _: str) -> None:  # noqa: N802
        return None

    def SerializeToString(self) -> Parts:  # noqa: N802
        return self.parts


def _parts(message: ForwardMsg | Bundle | bytes) -> tuple[bytes, ...]:
    if isinstance(message, Bundle):
        return message.parts.each
    return (message if isinstance(message, bytes) else message.SerializeToString(),)


_taken_apart = Event()
"""Set where there is a server that takes bundles apart."""


def enable() -> None:
    """Send bundles from now on, on a server that takes them apart; before that, their messages go by themselves."""
    _taken_apart.set()


def send(bundle: Bundle, ctx: ScriptRunContext) -> None:
    """Send the messages of a bundle in a run."""
    pass_on: Callable[[Any], None] = ctx._enqueue
    if _taken_apart.is_set():
        pass_on(bundle)
        return
    for part in bundle.parts.each:
        pass_on(ForwardMsg.FromString(part))


class _Held(NamedTuple):
    """What has been drawn and not passed on yet, and how that is done."""

    messages: list[ForwardMsg | Bundle]
    pass_on: Callable[[Any], None]

    def goes_out(self) -> None:
        messages = self.messages.copy()
        self.messages.clear()
        if messages:
            self.pass_on(Bundle(messages))


_of_thread = local()


@contextmanager
def together() -> Iterator[None]:
    """Hold what the block draws, and send it in the end.

    Drawing does not look for a newer request then, as it does otherwise. Where one is found after all, or in the end,
    what is held is dropped: `RerunException` says so.
    """
    ctx = get_script_run_ctx()
    if not ctx or not _taken_apart.is_set():
        yield
        return
    held = _of_thread.held = _Held([], ctx._enqueue)
    ctx._enqueue = held.messages.append
    try:
        yield
    except RerunException:
        held.messages.clear()
        raise
    finally:
        _of_thread.held, ctx._enqueue = None, held.pass_on
        held.goes_out()


def send_so_far() -> None:
    """Send what has been drawn in a block of `together`."""
    if held := getattr(_of_thread, "held", None):
        held.goes_out()


@contextmanager
def one_by_one() -> Iterator[None]:
    """Within a block of `together`, send what this block draws when it is drawn: it may take long."""
    ctx, held = get_script_run_ctx(), getattr(_of_thread, "held", None)
    if not ctx or not held:
        yield
        return
    held.goes_out()
    hold, ctx._enqueue = ctx._enqueue, held.pass_on
    try:
        yield
    finally:
        ctx._enqueue = hold
