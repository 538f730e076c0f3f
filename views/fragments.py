"""The parts of the page that run again alone, so that a slider sends its own few elements and not the whole page.

A part is a Streamlit fragment. A number that is turned in it changes the lecture from a callback; the part then runs
again and tells the browser what follows (updates.py). Nothing else of the page has to run.
"""

import streamlit as st

from views import session, updates

_CHANGED = "turned parts"


def value_changed(part: str) -> None:
    """From a widget's callback: the lecture takes its number up, and the part will tell what follows."""
    session.apply_widgets()
    st.session_state.setdefault(_CHANGED, set()).add(part)


def publish_if_changed(part: str) -> None:
    """At the end of a part: its news, if it is what has been turned."""
    turned = st.session_state.get(_CHANGED, set())
    if part in turned:
        turned.discard(part)
        updates.publish(part)


def begin_page() -> None:
    """At the start of the page: the whole page tells what there is to tell, and the parts in it need not."""
    st.session_state[_CHANGED] = set()
