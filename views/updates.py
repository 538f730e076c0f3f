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
from scenes import race as scene
from scenes.blobs import blob_id, run_blob, surface_blob
from scenes.results_table import results_table
from surfaces import Surface
from views import assets, session

_KNOWN = "blobs the browser has"
_LOST = "times that blobs were lost"

_mount_update = assets.component("update")
_mount_blob = assets.component("blob")


class _Blob(NamedTuple):
    """The bytes of the surface or of a run, and what its component is called by."""

    key: str
    id: str
    content: bytes


def publish(publisher: str, *, fill: bool = False) -> None:
    """Tells what follows from the lecture; with `fill` the picture takes the whole screen.

    Every part of the page that may tell has a name of its own.
    """
    lecture = session.current()
    entries = race(lecture)
    blobs = list(_blobs(lecture.surface, entries))
    known = st.session_state.get(_KNOWN, frozenset())
    with st.container(key=f"news {publisher}"):
        for blob in blobs:
            if blob.id not in known:
                _mount_blob(data=blob.content, key=f"blob {blob.key} {publisher} {_times_lost()}")
        _mount_update(
            data=_update(lecture, entries, [blob.id for blob in blobs], fill=fill), key=f"update {publisher}."
        )
    st.session_state[_KNOWN] = frozenset(blob.id for blob in blobs)


def resend_blobs() -> None:
    """From the player's callback: it waits in vain for blobs, so all of them are sent again."""
    st.session_state[_LOST] = _times_lost() + 1
    st.session_state[_KNOWN] = frozenset()


def _times_lost() -> int:
    return st.session_state.get(_LOST, 0)


def _blobs(surface: Surface, entries: Sequence[Entry]) -> Iterator[_Blob]:
    ground = _surface_blob(surface)
    yield _Blob("surface", blob_id(ground), ground)
    for entry in entries:
        run = _run_blob(entry.trajectory, entry.contender.rule)
        yield _Blob(str(entry.contender.slot), blob_id(run), run)


def _update(lecture: Lecture, entries: Sequence[Entry], blobs: Sequence[str], *, fill: bool) -> dict[str, Any]:
    ground, *runs = blobs
    return {
        "session": session.session(),
        "version": session.version(),
        "link": encode(lecture),
        "scene": scene.scene(
            _ground(lecture.surface, ground),
            [scene.contender(entry, run) for entry, run in zip(entries, runs, strict=True)],
            lecture.start,
            lecture.steps,
            scene.view(lecture.view, token=session.view_token()),
            caption(lecture),
            fill=fill,
        ),
        "results": None if lecture.view.hides("results") else results_table(entries),
        "sentences": {"rates": unequal_rates(lecture), "outside": outside(lecture)},
    }


@lru_cache(maxsize=64)
def _surface_blob(surface: Surface) -> bytes:
    return surface_blob(surface)


@lru_cache(maxsize=256)
def _run_blob(trajectory: Trajectory, rule: Optimizer) -> bytes:
    return run_blob(trajectory, rule)


@lru_cache(maxsize=64)
def _ground(surface: Surface, blob: str) -> scene.Ground:
    return scene.ground(surface, blob)
