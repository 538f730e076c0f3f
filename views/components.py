"""The components that show updates in the browser (updates.py): the picture, the table of results, and sentences."""

from dataclasses import replace

import streamlit as st

from lecture import Lecture, View
from views import assets, session, updates

_PLAYER = "player"

_mount_player = assets.component("player")
_mount_results = assets.component("results")
_mount_sentence = assets.component("sentence")


def picture(lecture: Lecture) -> None:
    """The animated picture of a page; a click on the map of a race becomes the common start."""
    _mount_player(
        data={"page": lecture.page.module, "presentation": _presentation(lecture.view)},
        key=_PLAYER,
        on_start_change=_start_clicked,
        on_address_change=_address_visited,
        on_lost_change=updates.resend_blobs,
    )


def table() -> None:
    """The table of results."""
    _mount_results(key="results")


def sentence(name: str) -> None:
    """The sentence of that name, while there is one: "rates" or "outside"."""
    _mount_sentence(data={"name": name}, key=f"sentence {name}")


def _presentation(view: View) -> dict[str, bool] | None:
    """Whether this is one; None where nobody is to get into one or out of it: a locked page, a frame in another."""
    return None if view.hidden or st.context.is_embedded else {"on": view.presentation}


def _address_visited() -> None:
    query = st.session_state[_PLAYER].get("address")
    if query is not None:
        session.open_link(query)


def _start_clicked() -> None:
    start = st.session_state[_PLAYER].get("start")
    if start:
        x, y = start
        session.change(lambda lecture: replace(lecture, start=(float(x), float(y))))
