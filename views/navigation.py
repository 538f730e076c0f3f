"""The navigation at the top of every page: a link per page, each to the same lecture.

It is ours and not `st.navigation`, which keeps the page in the path of the address and the links of the last script
run: a lecture's link names its page itself, and has to open without a path, in a frame, and with the step that the
browser shows by now.
"""

import streamlit as st

from lecture import Lecture
from lecture.bounded_cache import remembering
from lecture.link.encode import encode_page
from lecture.pages import PAGES, Page
from views import address


def navigation(lecture: Lecture) -> None:
    """Draw it; on a locked page, which nobody is to leave by accident, the way to the whole app alone."""
    st.html(_written(lecture))


def _length(written: str, _: Lecture) -> int:
    return len(written)


@remembering(64, 500_000, weigh=_length)
def _written(lecture: Lecture) -> str:
    if lecture.view.hidden:
        full = address.anchor(address.unlocked(lecture), "Open the full app", hide="nothing", presentation="0")
        bar = f"<p>This page is locked: its link hides some of the controls. {full}</p>"
    else:
        here = lecture.page
        listed = [here if isinstance(here, family) else family() for family in PAGES.values()]
        bar = f'<nav aria-label="Pages">{"".join(_link(lecture, page) for page in listed)}</nav>'
    return f'<div class="navigation"><h1>Downhill</h1>{bar}</div>'


def _link(lecture: Lecture, page: Page) -> str:
    here = {"aria-current": "page"} if page is lecture.page else {}
    return address.anchor(
        address.on_page(lecture, page), page.title, {"title": page.summary, **here}, page=encode_page(page)
    )
