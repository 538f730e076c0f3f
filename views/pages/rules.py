"""The page of the rules: a table of all of them, or one of them in full, beside the list of all."""

import streamlit as st

from lecture import Lecture
from lecture.pages.rules import EVERY_RULE, EXPLAINED, Rules
from views.rules import contents, one_rule, overview


def show(lecture: Lecture, *, alone: bool) -> None:
    """Draw the page."""
    assert isinstance(lecture.page, Rules)
    key = lecture.page.rule
    with st.container(key="rules"):
        with st.container(key="rules-contents"):
            contents.show(lecture, key)
        with st.container(key="rules-article"):
            if key == EVERY_RULE:
                overview.show(lecture)
            else:
                one_rule.show(lecture, EXPLAINED[key])
