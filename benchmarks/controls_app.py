"""The page's own controls, and a number instead of all that follows from them: what Streamlit takes for these alone."""

import streamlit as st

from views import fragments, session, updates
from views.controls.contenders import contender_controls
from views.controls.run import run_controls
from views.controls.surface import surface_controls


def show_number(*_: object, **__: object) -> None:
    """Stands in for the update."""
    st.text(f"number {session.version()}")


# For good: a fragment runs again after the page has ended.
updates.publish = show_number
fragments.begin_page()
session.apply_widgets()
lecture = session.current()
surface_controls(lecture)
contender_controls(lecture)
run_controls(lecture)
