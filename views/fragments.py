"""Fragments: each slider is an `st.fragment`, so that moving it reruns that fragment alone.

A value that changes in a fragment changes the lecture from a callback; the fragment then runs again and publishes an
update (updates.py). Nothing else of the page has to run.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from views import session, turns, updates

P = ParamSpec("P")

_CHANGED = "changed fragments"


def fragment(show: Callable[P, None]) -> Callable[P, None]:
    """Make a function an `st.fragment` that waits for its turn when it runs again."""

    @wraps(show)
    def shown_in_turn(*args: P.args, **kwargs: P.kwargs) -> None:
        with turns.script_runs.turn():
            show(*args, **kwargs)

    return st.fragment(shown_in_turn)


def begin_page() -> None:
    """Forget, at the start of a page run, which fragments have changed: the whole page publishes."""
    st.session_state[_CHANGED] = set()


def value_changed(fragment: str) -> None:
    """Take over the widgets from a callback, and note that the fragment has to publish."""
    session.apply_widgets()
    st.session_state.setdefault(_CHANGED, set()).add(fragment)


def publish_if_changed(fragment: str) -> None:
    """Publish an update at the end of a fragment, if a value has changed in it, or in one that gave way to it."""
    changed = st.session_state.get(_CHANGED, set())
    if changed:
        updates.publish(fragment)
        changed.clear()
