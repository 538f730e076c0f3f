"""The areas of a page with a picture: the picture, the controls beside it, and what is below it."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def areas(*, alone: bool) -> tuple[DeltaGenerator, DeltaGenerator, DeltaGenerator]:
    """Make them, in that order, by which page.css knows them.

    An area that holds nothing is not there: until the controls come, what is below the picture would stand in their
    place. So they have a container of their own in it, which appears with them.
    """
    with st.container(key="alone" if alone else "page"):
        shown, turned, below = (st.container(key=key) for key in ("shown", "turned", "table"))
    return shown, turned if alone else turned.container(key="controls"), below
