"""The components that show updates in the browser (updates.py): the picture, the table of results, and sentences."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

import streamlit as st

from lecture import MAX_CONTENDERS, Lecture, View, branched, started, turned
from lecture.pages.averages import Averages
from surfaces import DataSurface
from views import assets, first_picture, reconnect, session, updates
from views.controls.live import live_controls

_PLAYER = "player"

_mount_player = assets.component("player")
_mount_results = assets.component("results")
_mount_critical = assets.component("critical")
_mount_sentences = assets.component("sentences")


def picture(lecture: Lecture) -> None:
    """The animated picture of a page; a click on the map of a race becomes the common start."""
    _mount_player(
        data={
            "page": lecture.page.module,
            "presentation": _presentation(lecture.view),
            "branches": not (lecture.view.hides("contenders") or lecture.view.presentation),
            "awaited": first_picture.name(),
            "controls": {session.widget_key(name): control for name, control in live_controls(lecture).items()},
        },
        key=_PLAYER,
        on_start_change=_start_moved,
        on_examples_change=_examples_moved,
        on_settings_change=_settings_turned,
        on_branch_change=_branch_asked,
        on_day_change=_day_moved,
        on_address_change=_address_visited,
        on_lost_change=updates.resend_blobs,
        on_again_change=reconnect.nothing_but_a_run,
    )


def table() -> None:
    """The table of results."""
    _mount_results()


def critical_points() -> None:
    """The table of the surface's critical points; a click on one shows it on the map."""
    _mount_critical(key="critical")


def sentences(*names: str) -> None:
    """The sentences of these names, each while there is one, such as "rates", "branches", or "lacks"."""
    _mount_sentences(data={"names": names})


def _presentation(view: View) -> dict[str, bool] | None:
    """Whether this is one; None where nobody is to get into one or out of it: a locked page, a frame in another."""
    return None if view.hidden or st.context.is_embedded else {"on": view.presentation}


def _address_visited() -> None:
    query = st.session_state[_PLAYER].get("address")
    if query is not None:
        session.open_link(query)


def _examples_moved() -> None:
    """Take examples' new places, unless more have been moved than a link holds."""
    rows = st.session_state[_PLAYER].get("examples") or ()
    surface = session.current().surface
    if not rows or not isinstance(surface, DataSurface):
        return
    try:
        moved = reduce(_with_moved, rows, surface)
    except ValueError:
        st.toast("At most 40 examples can be moved. Put some back to move others.")
    else:
        session.change(lambda lecture: replace(lecture, surface=moved))


def _with_moved(surface: DataSurface, row: Sequence[float]) -> DataSurface:
    index, across, up = row
    return surface.with_moved(int(index), float(across), float(up))


def _settings_turned() -> None:
    """Take numbers that were set in the picture."""
    settings = st.session_state[_PLAYER].get("settings") or ()
    if settings:
        session.change(lambda lecture: reduce(lambda changed, each: turned(changed, *each), settings, lecture))


def _day_moved() -> None:
    """Take the new value of a day; the picture lets nobody move more days than a link holds."""
    day, value = st.session_state[_PLAYER].get("day") or (None, 0.0)
    page = session.current().page
    if day is not None and isinstance(page, Averages):
        session.change(lambda lecture: replace(lecture, page=page.with_moved(int(day), float(value))))


def _branch_asked() -> None:
    """Add a branch of the contender in the given slot at the given step, if there is a colour left."""
    slot, step = st.session_state[_PLAYER].get("branch") or (None, 0)
    if slot is None:
        return
    if len(session.current().contenders) >= MAX_CONTENDERS:
        st.toast(f"All {MAX_CONTENDERS} colours are in use. Remove an optimizer to branch another.")
        return
    session.change(lambda lecture: branched(lecture, int(slot), int(step)))


def _start_moved() -> None:
    """Take the common start, or that of the contender in the given slot."""
    start = st.session_state[_PLAYER].get("start")
    if start:
        x, y, *slots = start
        point = float(x), float(y)
        session.change(
            lambda lecture: started(lecture, int(slots[0]), point) if slots else replace(lecture, start=point)
        )
