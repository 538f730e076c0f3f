"""The Share popover: lock, copy, QR code, downloads."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from exports import qr_svg
from lecture import Lecture, encode
from lecture.lessons import lesson_of
from lecture.view import RESULTS
from views import address
from views.downloads import downloads

LOCKS: Mapping[str, tuple[str, frozenset[str] | None]] = {
    "nothing": ("Nothing: students can change everything", frozenset()),
    "controls": ("All controls", frozenset({"controls"})),
    "results": ("The results: predict first, then reveal", frozenset({"results"})),
    "some": ("Selected controls …", None),
}
"""The words of each lock, and what it hides; None where that is chosen."""


def share(lecture: Lecture) -> None:
    """A panel with the link, computed only while it is open."""
    panel = st.popover("Share", icon=":material/share:", on_change="rerun", key="share")
    if not panel.open:
        return
    with panel, st.container(width=370):
        seen = address.view_of_address()
        hidden = _hidden(lecture)
        # Where students are to predict first, the end would tell them.
        places = ["step 0", "this step"] if RESULTS in hidden else ["this step", "step 0", "the end"]
        step = st.radio("Open at", places, horizontal=True, key="share step")
        asks = _asks(lecture, seen.ask)
        projector = st.toggle("Presentation: only the picture, as large as the screen", key="share presentation")
        view = replace(
            seen,
            step={"this step": seen.step, "step 0": 0, "the end": None}[str(step)],
            hidden=hidden,
            presentation=projector,
            ask=asks,
        )
        shown = replace(lecture, view=view)
        link = f"{(st.context.url or '').split('?')[0].rstrip('/')}/?{encode(shown)}"
        text, code, files = st.tabs(["Link", "QR code", "Download"])
        text.code(link, language=None, wrap_lines=True, height=250)
        code.image(qr_svg(link), width=320, caption="The same link, large enough to scan from the last row")
        with files:
            downloads(shown, link)


def _asks(lecture: Lecture, asked: bool) -> bool:
    """Whether the link asks the question of a lesson, whose race alone has the answer; `asked` as the page does now."""
    lesson = lesson_of(lecture)
    if lesson is None or not lesson.is_of(lecture):
        return False
    return st.toggle("Ask the lesson's question first", value=asked, key="share ask")


def _hidden(lecture: Lecture) -> frozenset[str]:
    """The parts of the page to hide, by the lock that is chosen."""
    lock = st.selectbox("Hide from students", list(LOCKS), format_func=lambda lock: LOCKS[lock][0], key="share lock")
    _, hidden = LOCKS[lock]
    if hidden is None:
        return frozenset(st.multiselect("Controls to hide", lecture.page.controls, key="share some"))
    return hidden
