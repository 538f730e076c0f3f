"""The animated picture: hands the player a scene, and the bytes it needs, as Streamlit components.

Surface and contenders travel as one invisible component each. Streamlit sends a component that has not changed as a
hash, so that one slider costs the bytes of one contender.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components import v2 as components

from lecture import Entry, Lecture, View, encode
from lecture.caption import caption
from optimizers import Optimizer, Trajectory
from player import scene
from player.payload import parcel_id, run_parcel, surface_parcel
from surfaces import Surface
from views import assets, state

_PLAYER_KEY = "player"


def _component(name: str, script: str) -> Callable[..., Any]:
    """Registers a component, once per process; its short script fetches the player's modules from app.py."""
    source = Path(__file__).with_name(script).read_text(encoding="utf-8")
    js = source.replace("BASE_URL", assets.base_url())
    return components.component(f"downhill_{name}", js=js, isolate_styles=False)


_mount_parcel = _component("parcel", "mount_parcel.js")
_mount_player = _component("player", "mount_player.js")


def picture(lecture: Lecture, entries: Sequence[Entry], *, fill: bool = False) -> None:
    """Map and loss curve of the race, with its transport; a click on the map becomes the common start.

    With `fill` it takes the whole screen, for a projector or a frame in another page.
    """
    ground = _surface_parcel(lecture.surface)
    runs = [_run_parcel(entry.trajectory, entry.contender.rule) for entry in entries]
    with st.container(key="parcels"):
        _mount_parcel(data=ground, key="parcel surface")
        for entry, run in zip(entries, runs, strict=True):
            _mount_parcel(data=run, key=f"parcel {entry.contender.slot}")
    _mount_player(
        data=scene.scene(
            _ground(lecture.surface, parcel_id(ground)),
            [scene.contender(entry, parcel_id(run)) for entry, run in zip(entries, runs, strict=True)],
            lecture.start,
            lecture.steps,
            scene.view(lecture.view, token=str(state.visits())),
            caption(lecture),
            fill=fill,
        )
        | {"link": encode(lecture), "presentation": _presentation(lecture.view)},
        key=_PLAYER_KEY,
        on_start_change=_start_clicked,
        on_address_change=_address_visited,
    )


def _presentation(view: View) -> dict[str, bool] | None:
    """Whether this is one; None where nobody is to get into one or out of it: a locked page, a frame in another."""
    return None if view.hidden or st.context.is_embedded else {"on": view.presentation}


def _address_visited() -> None:
    query = st.session_state[_PLAYER_KEY].get("address")
    if query is not None:
        state.go_to(query)


def _start_clicked() -> None:
    start = st.session_state[_PLAYER_KEY].get("start")
    if start:
        x, y = start
        state.change(lambda lecture: replace(lecture, start=(float(x), float(y))))


@lru_cache(maxsize=64)
def _surface_parcel(surface: Surface) -> bytes:
    return surface_parcel(surface)


@lru_cache(maxsize=256)
def _run_parcel(trajectory: Trajectory, rule: Optimizer) -> bytes:
    return run_parcel(trajectory, rule)


@lru_cache(maxsize=64)
def _ground(surface: Surface, parcel: str) -> scene.Ground:
    return scene.ground(surface, parcel)
