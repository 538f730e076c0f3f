"""The page's own controls, and a number instead of all that follows from them: what Streamlit takes for these alone."""

from unittest.mock import patch

import streamlit as st

from views import news, parts, state
from views.contender_controls import contender_controls
from views.run_controls import run_controls
from views.surface_controls import surface_controls


def tell_number(_: str) -> None:
    """Instead of the news."""
    st.text(f"number {state.version()}")


patch.object(news, "tell", tell_number).start()  # for good: a part runs again after the page has ended
parts.whole_page_runs()
lecture = surface_controls(state.current())
lecture = contender_controls(lecture)
state.keep(run_controls(lecture))
