"""What the browser is told after a change: everything that follows from the lecture, from the picture to the table.

It travels as one invisible component, which hands it to whoever listens in the browser (player/news.js). A control
that runs alone can tell it as well as the whole page, and what shows it need not run again.

Surface and contenders travel as bytes in a component each, and only those that the browser does not have yet.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import streamlit as st

from lecture import Entry, Lecture, encode, race
from lecture.caption import caption
from lecture.wording import outside, unequal_rates
from optimizers import Optimizer, Trajectory
from player import scene
from player.payload import parcel_id, run_parcel, surface_parcel
from surfaces import Surface
from views import assets, state
from views.standings import standings

_KNOWN = "parcels the browser has"
_LOST = "times that parcels were lost"

_mount_news = assets.component("news")
_mount_parcel = assets.component("parcel")


class _Parcel(NamedTuple):
    """The bytes of the surface or of a run, and what its component is called by."""

    key: str
    id: str
    content: bytes


def tell(teller: str, *, fill: bool = False) -> None:
    """Tells what follows from the lecture; with `fill` the picture takes the whole screen.

    Every part of the page that may tell has a name of its own.
    """
    lecture = state.current()
    entries = race(lecture)
    parcels = list(_parcels(lecture.surface, entries))
    known = st.session_state.get(_KNOWN, frozenset())
    with st.container(key=f"news {teller}"):
        for parcel in parcels:
            if parcel.id not in known:
                _mount_parcel(data=parcel.content, key=f"parcel {parcel.key} {teller} {_times_lost()}")
        _mount_news(data=_news(lecture, entries, [parcel.id for parcel in parcels], fill=fill), key=f"news {teller}.")
    st.session_state[_KNOWN] = frozenset(parcel.id for parcel in parcels)


def parcels_are_lost() -> None:
    """From the player's callback: it waits in vain for parcels, so all of them are sent again."""
    st.session_state[_LOST] = _times_lost() + 1
    st.session_state[_KNOWN] = frozenset()


def _times_lost() -> int:
    return st.session_state.get(_LOST, 0)


def _parcels(surface: Surface, entries: Sequence[Entry]) -> Iterator[_Parcel]:
    ground = _surface_parcel(surface)
    yield _Parcel("surface", parcel_id(ground), ground)
    for entry in entries:
        run = _run_parcel(entry.trajectory, entry.contender.rule)
        yield _Parcel(str(entry.contender.slot), parcel_id(run), run)


def _news(lecture: Lecture, entries: Sequence[Entry], parcels: Sequence[str], *, fill: bool) -> dict[str, Any]:
    ground, *runs = parcels
    return {
        "session": state.session(),
        "version": state.version(),
        "link": encode(lecture),
        "scene": scene.scene(
            _ground(lecture.surface, ground),
            [scene.contender(entry, run) for entry, run in zip(entries, runs, strict=True)],
            lecture.start,
            lecture.steps,
            scene.view(lecture.view, token=state.visit()),
            caption(lecture),
            fill=fill,
        ),
        "standings": None if lecture.view.hides("results") else standings(entries),
        "words": {"rates": unequal_rates(lecture), "outside": outside(lecture)},
    }


@lru_cache(maxsize=64)
def _surface_parcel(surface: Surface) -> bytes:
    return surface_parcel(surface)


@lru_cache(maxsize=256)
def _run_parcel(trajectory: Trajectory, rule: Optimizer) -> bytes:
    return run_parcel(trajectory, rule)


@lru_cache(maxsize=64)
def _ground(surface: Surface, parcel: str) -> scene.Ground:
    return scene.ground(surface, parcel)
