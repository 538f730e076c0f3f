"""Bundles: many messages to a browser that Streamlit passes on as one.

Each message goes by itself from the thread of the script to the event loop, there into a queue, in another round of the
loop into a second one, and in yet another through all layers of the server. That takes a tenth of a millisecond and
hands the interpreter from thread to thread, and the first run of a session sends seventy. What is drawn at once is
passed on at once; where it leaves for the browser, it is taken apart again (server/unbundled.py).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import local
from typing import Any, Literal, NamedTuple

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import RerunException, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext


class Parts(bytes):
    """What Streamlit takes for the bytes of one message: `each` is those of one. As bytes it is the longest of them."""

    each: tuple[bytes, ...]

    def __new__(cls, each: Iterable[bytes]) -> "Parts":
        parts = tuple(each)
        made = super().__new__(cls, max(parts, key=len, default=b""))
        made.each = parts
        return made


class Bundle:
    """Messages of a run. Whatever Streamlit asks a message, it answers as one that is of none of its kinds."""

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


class _Server:
    takes_apart = False


def are_taken_apart() -> None:
    """Learn that the server takes bundles apart. Before that, or where there is no server, none is sent."""
    _Server.takes_apart = True


def send(bundle: Bundle, ctx: ScriptRunContext) -> None:
    """Send the messages of a bundle in a run."""
    pass_on: Callable[[Any], None] = ctx._enqueue
    if _Server.takes_apart:
        pass_on(bundle)
        return
    for part in bundle.parts.each:
        pass_on(ForwardMsg.FromString(part))


class _Kept(NamedTuple):
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
    """Keep what the block draws, and send it in the end; until then Streamlit does not look for a newer request."""
    ctx = get_script_run_ctx()
    if not ctx or not _Server.takes_apart:
        yield
        return
    kept = _of_thread.kept = _Kept([], ctx._enqueue)
    ctx._enqueue = kept.messages.append
    try:
        yield
    except RerunException:
        kept.messages.clear()  # the next run draws it all
        raise
    finally:
        _of_thread.kept, ctx._enqueue = None, kept.pass_on
        kept.goes_out()


def send_so_far() -> None:
    """Send what has been drawn in a block of `together`."""
    if kept := getattr(_of_thread, "kept", None):
        kept.goes_out()
