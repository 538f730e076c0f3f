"""The page: choose a surface, let the contenders run, turn every number."""

from pathlib import Path

import streamlit as st

from lecture import Lecture
from views import address, fragments, reconnect, session, updates
from views.components import picture, sentence, table
from views.controls.contenders import contender_controls
from views.controls.run import run_controls
from views.controls.surface import surface_controls
from views.lesson_bar import lesson_bar
from views.page.lessons import gallery
from views.share import share

HERE = Path(__file__).parent


def controls(lecture: Lecture) -> Lecture:
    """The column of controls, without those that the link hides; the lecture they show."""
    st.title("Downhill", anchor=False)
    address.notes()
    with st.container(horizontal=True, vertical_alignment="center"):
        share(lecture)
        st.html(address.anchor(address.on_page(lecture, "lessons"), "Lessons", page="lessons"))
    if lecture.view.hidden:
        full = address.anchor(address.unlocked(lecture), "Open the full app", hide="nothing", presentation="0")
        st.html(f"<p>This page is locked: its link hides a part of it. {full}</p>")
    lecture = surface_controls(lecture)
    st.header("Contenders", anchor=False)
    sentence("rates")
    lecture = contender_controls(lecture)
    if not all(lecture.view.hides(part) for part in ("start", "steps", "noise")):
        st.header("Run", anchor=False)
        lecture = run_controls(lecture)
    return lecture


st.set_page_config(page_title="Downhill", page_icon=str(HERE / "icon.svg"), layout="wide")
st.html(HERE / "page.css")

fragments.begin_page()
reconnect.whole_page_after_a_restart()
session.apply_widgets()
lecture = session.current()
if lecture.view.page == "lessons":
    gallery(lecture)
    st.stop()

alone = lecture.view.presentation or bool(st.context.is_embedded)
if alone:
    st.html(HERE / "alone.css")
with st.container(key="alone" if alone else "page"):
    shown, turned, table_here = (st.container(key=key) for key in ("shown", "turned", "table"))

# What people come for goes to the browser before the controls, which take it longer to build.
with shown:
    lesson_bar(lecture)
    picture(lecture.view)
    sentence("outside")
    updates.publish("page", fill=alone)
if not alone:
    if not lecture.view.hides("results"):
        with table_here:
            table()
    with turned:
        session.keep(controls(lecture))
