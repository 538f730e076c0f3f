"""The navigation at the top of every page: a link per page, each to the same lecture.

It is ours and not `st.navigation`, which keeps the page in the path of the address and the links of the last script
run: a lecture's link names its page itself, and has to open without a path, in a frame, and with the step that the
browser shows by now.
"""

import streamlit as st

from lecture import Lecture
from lecture.link.encode import encode_page
from lecture.pages import PAGES, Page
from views import address

HEIGHT = "2rem"


def navigation(lecture: Lecture) -> None:
    """Draw it, but not where nobody is to leave: in presentations, in frames of other pages, and on locked pages."""
    view = lecture.view
    if view.presentation or view.hidden or st.context.is_embedded:
        return
    here = lecture.page
    pages = [here if isinstance(here, family) else family() for family in PAGES.values()]
    links = "".join(_link(lecture, page) for page in pages)
    st.html(
        f"<style>:root {{ --downhill-above: {HEIGHT}; }}</style>"
        f'<div class="navigation"><h1>Downhill</h1><nav aria-label="Pages">{links}</nav></div>'
    )


def _link(lecture: Lecture, page: Page) -> str:
    here = {"aria-current": "page"} if page is lecture.page else {}
    return address.anchor(
        address.on_page(lecture, page), page.title, {"title": page.summary, **here}, page=encode_page(page)
    )
