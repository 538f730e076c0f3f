"""The page's own controls, and a number instead of all that follows from them: what Streamlit takes for these alone."""

import streamlit as st

from views import news, parts, state
from views.contender_controls import contender_controls
from views.run_controls import run_controls
from views.surface_controls import surface_controls


def tell_number(*_: object, **__: object) -> None:
    """Instead of the news."""
    st.text(f"number {state.version()}")


# For good: a part runs again after the page has ended.
news.tell = tell_number
parts.whole_page_runs()
lecture = surface_controls(state.current())
lecture = contender_controls(lecture)
state.keep(run_controls(lecture))
