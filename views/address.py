"""The lecture in the address bar: read when a page opens, written back by the browser (frontend/host/address.js)."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from types import MappingProxyType
from urllib.parse import urlencode

import streamlit as st

from lecture import Lecture, View, at_first_sight, decode, encode
from lecture.bounded_cache import remembering
from lecture.pages import Page
from lecture.pages.averages import Averages

Rows = tuple[tuple[float, ...], ...]

_NOTES = "notes of the link"


def lecture_of_address() -> Lecture:
    """The lecture of the page's address; the corrections it needed are kept for `notes`."""
    query = _query()
    return lecture_of(query) if query else at_first_sight(lecture_of(query))


def lecture_of(query: str, pasted: Mapping[str, Rows] = MappingProxyType({})) -> Lecture:
    """The lecture of another query, which the browser's back and forward buttons lead to.

    `pasted` are numbers that links of this session are too short for, by what those say instead.
    """
    lecture, notes = _decoded(query)
    left_out = next((rows for words, rows in pasted.items() if words in query), None)
    if left_out and isinstance(lecture.page, Averages):
        lecture, notes = replace(lecture, page=replace(lecture.page, pasted=left_out)), ()
    st.session_state[_NOTES] = notes
    return lecture


@remembering(64, 4_000_000, weigh=lambda _, query: 10 * len(query))  # numbers take more room than their digits
def _decoded(query: str) -> tuple[Lecture, tuple[str, ...]]:
    return decode(query)


def view_of_address() -> View:
    """The view of the page's address, in which the browser keeps step, layout, camera and zoom."""
    return _decoded(_query())[0].view


def notes() -> None:
    """Show the corrections that a link needed, until they have been read."""
    corrections = st.session_state.get(_NOTES, ())
    if not corrections:
        return
    with st.container(key="notes", horizontal=True, vertical_alignment="center"):
        st.html("<style>:root { --notes-height: 4rem; }</style>")
        # Plain text: a link's words are nobody's markup.
        st.text("This link asked for something that cannot be shown. " + " ".join(corrections))
        st.button("Dismiss", key="notes are read", on_click=lambda: st.session_state.update({_NOTES: ()}))


def href(lecture: Lecture) -> str:
    """The address of a lecture, relative to the page."""
    return f"?{encode(lecture)}"


def lesson_in(lecture: Lecture, lesson: Lecture) -> str:
    """The address of a lesson that is shown as this lecture is: large in a presentation, small beside controls."""
    return href(replace(lesson, view=replace(lesson.view, presentation=lecture.view.presentation)))


def unlocked(lecture: Lecture) -> str:
    """The address of the same picture in the full app."""
    return href(replace(lecture, view=replace(lecture.view, hidden=frozenset(), presentation=False)))


def presented(lecture: Lecture) -> str:
    """The address of the same picture as a presentation."""
    return href(replace(lecture, view=replace(lecture.view, presentation=True)))


def on_page(lecture: Lecture, page: Page) -> str:
    """The address of the same lecture on another page."""
    return href(replace(lecture, page=page))


def anchor(target: str, words: str, attributes: Mapping[str, str] | None = None, **fields: str) -> str:
    """A link within the page, as HTML. With fields the browser keeps it at the address of the page, with other values
    for these fields (frontend/host/address.js).
    """
    kept = {"data-fields": urlencode(fields)} if fields else {}
    given = "".join(f' {name}="{escape(value)}"' for name, value in (kept | dict(attributes or {})).items())
    return f'<a target="_self" href="{escape(target)}"{given}>{escape(words)}</a>'


def _query() -> str:
    return urlencode(st.query_params.to_dict())
