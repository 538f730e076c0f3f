"""The parts of the page that run again alone, so that a slider sends its own few elements and not the whole page.

A part is a Streamlit fragment. A number that is turned in it changes the lecture from a callback; the part then runs
again and tells the browser what follows (news.py). Nothing else of the page has to run.
"""

import streamlit as st

from views import news, state

_TURNED = "turned parts"


def number_turned(part: str) -> None:
    """From a widget's callback: the lecture takes its number up, and the part will tell what follows."""
    state.take_up_what_was_turned()
    st.session_state.setdefault(_TURNED, set()).add(part)


def tell_what_follows(part: str) -> None:
    """At the end of a part: its news, if it is what has been turned."""
    turned = st.session_state.get(_TURNED, set())
    if part in turned:
        turned.discard(part)
        news.tell(part)


def whole_page_runs() -> None:
    """At the start of the page: the whole page tells what there is to tell, and the parts in it need not."""
    st.session_state[_TURNED] = set()
