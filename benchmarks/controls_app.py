"""The page's own controls, and a number instead of all that follows from them: what Streamlit takes for these alone."""

import streamlit as st

from views import fragments, session, updates
from views.controls.contenders import contender_controls
from views.controls.run import run_controls
from views.controls.surface import surface_controls


def tell_number(*_: object, **__: object) -> None:
    """Instead of the news."""
    st.text(f"number {session.version()}")


# For good: a part runs again after the page has ended.
updates.publish = tell_number
fragments.begin_page()
lecture = surface_controls(session.current())
lecture = contender_controls(lecture)
session.keep(run_controls(lecture))
