"""The first picture, which the controls wait for: the first run of a session sends them once its browser has drawn it.

What a browser has to load, such as a slider, React shows no earlier than 300 ms after it began to wait for the last of
such things. With the controls among them, the picture would have to wait for them all.
"""

from threading import Event
from weakref import WeakValueDictionary

import streamlit as st

from views import bundles, session, turns

PATIENCE = 1.5
"""Seconds after which the controls come in any case: a tab in the background draws nothing."""

_DRAWN = "first picture drawn"
_awaited: WeakValueDictionary[str, Event] = WeakValueDictionary()
"""By the name of a session, as long as that lives."""


def name() -> str | None:
    """What the browser is to say when it has drawn the first picture, or None if nobody waits for that."""
    if "Mozilla" not in st.context.headers.get("User-Agent", ""):
        return None
    named = session.session()
    _awaited[named] = drawing = st.session_state.setdefault(_DRAWN, Event())
    return None if drawing.is_set() else named


def wait() -> None:
    """Wait until the browser has drawn the picture that `name` was sent with."""
    if drawing := st.session_state.get(_DRAWN):
        bundles.send_so_far()
        with turns.script_runs.rest():
            drawing.wait(PATIENCE)
        drawing.set()


def drawn(named: str) -> None:
    """Take what a browser says; a name that nobody waits for is nothing."""
    if drawing := _awaited.get(named):
        drawing.set()
