"""The Share popover: lock, link, QR code, a frame for other pages, downloads."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

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

LINKS: Mapping[str, str] = {
    "Audience": "A page that any number of people can open at once, on a phone too: they play it, change values, and go"
    " from there to the full app.",
    "Lecturers": "The full app with this picture, for yourself and for those who prepare a lecture with it.",
    "Presentation": "The full app with the picture alone, as large as the screen, for the projector.",
}
"""Whom a link is for, and what it opens."""

FRAME = """\
<iframe src="{link}" title="{title}"
  width="100%" height="640" style="border: 0" allow="clipboard-write"></iframe>"""
"""A line for another page that shows the audience's page in it (docs/embedding.md)."""


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
        view = replace(
            seen,
            step={"this step": seen.step, "step 0": 0, "the end": None}[str(step)],
            hidden=hidden,
            presentation=False,
            ask=asks,
        )
        shown = replace(lecture, view=view)
        links = _links(shown)
        text, code, frame, files = st.tabs(["Link", "QR code", "Embed", "Download"])
        with text:
            who = str(st.radio("For", list(LINKS), horizontal=True, key="share who"))
            st.caption(LINKS[who])
            st.code(links[who], language=None, wrap_lines=True, height=130)
        caption = "The link for the audience, large enough to scan from the last row"
        code.image(qr_svg(links["Audience"]), width=320, caption=caption)
        with frame:
            st.caption("The audience's page as a part of a course page, or of a slide.")
            written = FRAME.format(link=escape(links["Audience"]), title=escape(f"Downhill: {shown.surface.title}"))
            st.code(written, language=None, wrap_lines=True, height=210)
        with files:
            downloads(shown, links["Lecturers"])


def _links(shown: Lecture) -> Mapping[str, str]:
    """The links of a lecture by whom they are for."""
    base = (st.context.url or "").split("?")[0].rstrip("/")
    query = encode(shown)
    presented = encode(replace(shown, view=replace(shown.view, presentation=True)))
    return {
        "Audience": f"{base}/view?{query}",
        "Lecturers": f"{base}/?{query}",
        "Presentation": f"{base}/?{presented}",
    }


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
