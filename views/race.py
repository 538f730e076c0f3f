"""The page: choose a surface, let the contenders run, turn every number."""

from pathlib import Path

import streamlit as st

from lecture import race
from views import state
from views.contender_controls import contender_controls
from views.picture import picture
from views.results import results
from views.run_controls import run_controls
from views.surface_controls import surface_controls

HERE = Path(__file__).parent

st.set_page_config(page_title="Downhill", page_icon=str(HERE / "icon.svg"), layout="wide")
st.html(HERE / "page.css")

with st.container(key="page"):
    shown, turned, table = (st.container(key=key) for key in ("shown", "turned", "table"))

lecture = state.current()
with turned:
    st.title("Downhill", anchor=False)
    lecture = surface_controls(lecture)
    st.header("Contenders", anchor=False)
    lecture = contender_controls(lecture)
    st.header("Run", anchor=False)
    lecture = run_controls(lecture)
state.keep(lecture)

with shown:
    entries = race(lecture)
    picture(lecture, entries)
with table:
    results(entries)
