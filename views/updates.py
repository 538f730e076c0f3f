"""Updates: after each change the browser is sent everything it shows of the lecture, from picture to table.

It travels as one invisible component, which hands it to whoever listens in the browser (frontend/host/updates.js). A
fragment can publish it as well as the whole page, and what shows it need not run again.

Arrays travel as bytes in a component of their own, and only those that the browser does not have yet.
"""

from typing import Any

import streamlit as st

from lecture import Lecture, encode, wanted
from lecture.wording import distinctions
from scenes.blobs import blob_id, together
from scenes.scene import Scene, build
from views import assets, newer, session

_KNOWN = "blobs the browser has"
_LOST = "times that blobs were lost"

_mount_update = assets.component("update")
_mount_blobs = assets.component("blobs")


def publish(publisher: str, *, fill: bool = False) -> None:
    """Publish what follows from the lecture; with `fill` the picture takes the whole screen.

    Every part of the page that may publish has a name of its own.
    """
    lecture = session.current()
    with wanted.asking(newer.look):
        scene = build(lecture, token=session.view_token(), fill=fill)
    known = st.session_state.get(_KNOWN, frozenset())
    with st.container(key=f"news {publisher}"):
        lacking = [blob for blob in scene.blobs.values() if blob_id(blob) not in known]
        if lacking:
            _mount_blobs(data=together(lacking), key=f"blobs {publisher} {_times_lost()}")
        _mount_update(data=_update(lecture, scene), key=f"update {publisher}.")
    st.session_state[_KNOWN] = frozenset(map(blob_id, scene.blobs.values()))


def resend_blobs() -> None:
    """Send all blobs again, from the player's callback: it waits for some in vain."""
    st.session_state[_LOST] = _times_lost() + 1
    st.session_state[_KNOWN] = frozenset()


def _times_lost() -> int:
    return st.session_state.get(_LOST, 0)


def _update(lecture: Lecture, scene: Scene) -> dict[str, Any]:
    return {
        "session": session.session(),
        "version": session.version(),
        "link": encode(lecture),
        "scene": scene.json(),
        "distinctions": _distinctions(lecture),
        **scene.extras,
    }


def _distinctions(lecture: Lecture) -> dict[str, str]:
    """What tells contenders apart that go by the same title, by slot."""
    told = zip(lecture.contenders, distinctions(lecture.contenders), strict=True)
    return {str(contender.slot): words for contender, words in told if words}
