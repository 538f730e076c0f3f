"""The navigation at the top of every page: a link per page, each to the same lecture."""

import streamlit as st

from lecture import Lecture
from lecture.link.encode import encode_page
from lecture.pages import PAGES
from views import address


def navigation(lecture: Lecture) -> None:
    """Draw it, but not where nobody is to leave: in presentations, in frames of other pages, and on locked pages."""
    view = lecture.view
    if view.presentation or view.hidden or st.context.is_embedded:
        return
    here = type(lecture.page)
    links = "".join(_link(lecture, key, current=page is here) for key, page in PAGES.items())
    st.html(f'<div class="navigation"><h1>Downhill</h1><nav aria-label="Pages">{links}</nav></div>')


def _link(lecture: Lecture, key: str, *, current: bool) -> str:
    page = PAGES[key]
    attributes = {"title": page.summary} | ({"aria-current": "page"} if current else {})
    return address.anchor(address.on_page(lecture, page()), page.title, attributes, page=encode_page(page()))
