"""What shows the news in the browser (news.py): the picture, the table below it, and words beside the controls."""

from dataclasses import replace

import streamlit as st

from lecture import View
from views import assets, news, state

_PLAYER = "player"

_mount_player = assets.component("player")
_mount_standings = assets.component("standings")
_mount_words = assets.component("words")


def picture(view: View) -> None:
    """Map and loss curve of the race, with its transport; a click on the map becomes the common start."""
    _mount_player(
        data={"presentation": _presentation(view)},
        key=_PLAYER,
        on_start_change=_start_clicked,
        on_address_change=_address_visited,
        on_lost_change=news.parcels_are_lost,
    )


def table() -> None:
    """What became of every contender, in numbers."""
    _mount_standings(key="standings")


def words(name: str) -> None:
    """The sentence of that name, while there is one: "rates" or "outside"."""
    _mount_words(data={"name": name}, key=f"words {name}")


def _presentation(view: View) -> dict[str, bool] | None:
    """Whether this is one; None where nobody is to get into one or out of it: a locked page, a frame in another."""
    return None if view.hidden or st.context.is_embedded else {"on": view.presentation}


def _address_visited() -> None:
    query = st.session_state[_PLAYER].get("address")
    if query is not None:
        state.go_to(query)


def _start_clicked() -> None:
    start = st.session_state[_PLAYER].get("start")
    if start:
        x, y = start
        state.change(lambda lecture: replace(lecture, start=(float(x), float(y))))
