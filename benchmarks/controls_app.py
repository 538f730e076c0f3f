"""The controls of the page with a number instead of the picture: the time that Streamlit needs for them alone."""

import streamlit as st

from views import fragments, session, updates
from views.controls.contenders import contender_controls
from views.controls.run import run_controls
from views.controls.surface import surface_controls


def show_number(*_: object, **__: object) -> None:
    """Show a number in place of the updates that the page publishes."""
    st.text(f"number {session.version()}")


# Replaced for good, because a fragment runs again after the page has ended.
updates.publish = show_number
fragments.begin_page()
session.apply_widgets()
lecture = session.current()
surface_controls(lecture)
contender_controls(lecture)
run_controls(lecture)
