"""The list of all rules, and links to one of them."""

import streamlit as st

from lecture import Lecture
from lecture.link.encode import encode_page
from lecture.pages.rules import EVERY_RULE, EXPLAINED, Rules
from views import address

ALL = "All optimizers"


def show(lecture: Lecture, here: str) -> None:
    """Draw the list."""
    titles = {EVERY_RULE: ALL, **{key: rule.title for key, rule in EXPLAINED.items()}}
    links = (link(lecture, key, title, current=key == here) for key, title in titles.items())
    st.html(f'<nav class="rules-contents" aria-label="Optimizers">{"".join(links)}</nav>')


def link(lecture: Lecture, key: str, words: str, *, current: bool = False) -> str:
    """Write a link to a rule, or to all of them, as HTML."""
    page = Rules(rule=key)
    return address.anchor(
        address.on_page(lecture, page), words, {"aria-current": "page"} if current else {}, page=encode_page(page)
    )
