"""The bar above the controls: share the picture, present it, or go back to the beginning."""

import streamlit as st

from lecture import Lecture
from views import address, session
from views.share import share


def toolbar(lecture: Lecture) -> None:
    """Draw it; what it leads to is the picture as the browser shows it by then."""
    with st.container(key="toolbar", horizontal=True, vertical_alignment="center"):
        share(lecture)
        alone = address.anchor(address.presented(lecture), "Present", _PRESENT, presentation="1")
        st.html(alone, width="content")
        st.button("Reset", icon=":material/restart_alt:", key="reset", help=_RESET, on_click=session.reset)


_PRESENT = {"class": "button", "title": "The picture alone, as large as the screen (p)"}
_RESET = "Restores all values, the start and the view. The browser's Back button undoes it."
