"""The first run of a session: what it draws is the same for all who open a link, and is drawn for the first of them.

Streamlit takes a quarter of a millisecond for every slider, box and container; with the link and the scene that was two
thirds of what a session costs the server. So what drawing leaves behind is kept, and the others are given it: the
messages to the browser, the widgets and fragments that Streamlit knows by then, and what was noted in the session.
Nothing of it is anybody's own but the name of the session, which is put in: callbacks and fragments ask for the session
that they run in, and no message is sent as the hash of one (`minCachedMessageSize` in .streamlit/config.toml).

What is drawn later depends on what was moved, opened and closed, and is drawn by each session itself.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from threading import Lock
from typing import Any, NamedTuple, ParamSpec

import streamlit as st
from streamlit.delta_generator_singletons import context_dg_stack
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.fragment import Fragment
from streamlit.runtime.scriptrunner import RerunException, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.widgets import register_widget_from_metadata

from lecture.bounded_cache import Bounded
from views import bundles, first_picture, session, updates

P = ParamSpec("P")

PARTS_KEPT, BYTES_KEPT = 60, 16_000_000
"""How many parts of pages are remembered, and how many bytes of messages: those of a race are 100 kB.

Its controls are a thousand objects, too, at which every full collection of garbage looks, while all sessions wait.
"""

_OPENED_WITH = "what the page is opened with, in the first run of a session that nobody has touched"


class _OpenedWith(NamedTuple):
    """What the drawing of a page depends on beside its lecture."""

    awaited: bool
    embedded: bool


class _Traces(NamedTuple):
    """What drawing leaves behind beside messages: notes in the session, what is on the page, and who answers there.

    A note is a value that nobody changes in place.
    """

    notes: Mapping[str, Any]
    ids: frozenset[str]
    keys: frozenset[str]
    widgets: Mapping[str, WidgetMetadata[Any]]
    fragments: Mapping[str, Fragment]


class _Drawn(NamedTuple):
    session: str
    messages: bundles.Bundle
    traces: _Traces


_kept: Bounded[Hashable, _Drawn] = Bounded(PARTS_KEPT, BYTES_KEPT)
_changing = Lock()


def begin() -> None:
    """Note, before all else in a run of the page, what it is opened with if nobody has touched its session so far.

    A page that goes on with a new session, after a restart of the server, says at once what its widgets hold.
    """
    ctx = get_script_run_ctx()
    untouched = ctx and not (st.session_state or ctx.session_state.get_widget_states())
    session.session()  # has a name of its own, before anything is kept
    awaited = first_picture.name() is not None
    st.session_state[_OPENED_WITH] = _OpenedWith(awaited, bool(st.context.is_embedded)) if untouched else None


def is_untouched() -> bool:
    """Whether this is such a run."""
    return bool(st.session_state.get(_OPENED_WITH))


@contextmanager
def sent_together() -> Iterator[None]:
    """A block that is sent together, if this is such a run."""
    if not is_untouched():
        yield
        return
    try:
        with bundles.together():
            yield
    except RerunException:
        updates.resend_blobs()  # they may have been dropped
        raise


def drawn_once(show: Callable[P, None]) -> Callable[P, None]:
    """Make a function one that draws for the first session only of those that begin with the same arguments.

    It draws into a container that holds nothing before and gets nothing afterwards; its fragments are not nested.
    """

    @wraps(show)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
        ctx, opened_with = get_script_run_ctx(), st.session_state.get(_OPENED_WITH)
        if not ctx or not opened_with:
            show(*args, **kwargs)
            return
        where = context_dg_stack.get()[-1]._get_delta_path_str()
        key = show.__module__, show.__qualname__, where, opened_with, args, tuple(kwargs.items())
        with _changing:
            known = _kept.get(key)
        if known:
            _draw_again(ctx, known)
            return
        made = _recorded(ctx, lambda: show(*args, **kwargs))
        with _changing:
            _kept.keep(key, made, made.messages.size)

    return drawn


def _recorded(ctx: ScriptRunContext, show: Callable[[], None]) -> _Drawn:
    messages: list[ForwardMsg] = []
    with bundles.one_by_one():
        send, before = ctx._enqueue, _traces(ctx)

        def send_and_keep(message: ForwardMsg) -> None:
            messages.append(message)
            send(message)

        ctx._enqueue = send_and_keep
        try:
            show()
        finally:
            ctx._enqueue = send
    name = session.session()
    kept = bundles.Bundle(_with_hash_of_its_own(message, name) for message in messages)
    return _Drawn(name, kept, _added(before, _traces(ctx)))


def _with_hash_of_its_own(message: ForwardMsg, name: str) -> ForwardMsg:
    """The message with the name in its hash too, if it holds that: a browser keeps what has the same hash."""
    if name.encode() not in message.SerializeToString():
        return message
    made = ForwardMsg()
    made.CopyFrom(message)
    made.hash += name
    return made


def _traces(ctx: ScriptRunContext) -> _Traces:
    state, shared = ctx.session_state._state, ctx.shared
    return _Traces(
        dict(state._new_session_state),
        shared.widget_ids_this_run.snapshot(),
        shared.widget_user_keys_this_run.snapshot(),
        dict(state._new_widget_state.widget_metadata),
        {key: ctx.fragment_storage.lookup(key) for key in shared.new_fragment_ids.snapshot()},
    )


def _added(before: _Traces, after: _Traces) -> _Traces:
    """What there is afterwards and was not there before."""
    return _Traces(
        {key: value for key, value in after.notes.items() if key not in before.notes},
        after.ids - before.ids,
        after.keys - before.keys,
        {key: widget for key, widget in after.widgets.items() if key not in before.widgets},
        {key: fragment for key, fragment in after.fragments.items() if key not in before.fragments},
    )


def _draw_again(ctx: ScriptRunContext, drawn: _Drawn) -> None:
    """Leave behind in this session what drawing left behind in another."""
    traces = drawn.traces
    for key, value in traces.notes.items():
        st.session_state[key] = value
    for key in traces.ids:
        ctx.shared.widget_ids_this_run.check_and_add(key)
    for key in traces.keys:
        ctx.shared.widget_user_keys_this_run.check_and_add(key)
    for widget in traces.widgets.values():
        register_widget_from_metadata(widget, ctx)
    for key, fragment in traces.fragments.items():
        ctx.fragment_storage.register(key, fragment)
        ctx.shared.new_fragment_ids.check_and_add(key)
    bundles.send(drawn.messages.with_name(session.session(), instead_of=drawn.session), ctx)
