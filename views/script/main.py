"""The script that Streamlit runs for every page: what pages share, then the page named in the link.

It has a folder of its own, because Streamlit takes a folder pages/ beside its script for pages that it lists itself.
"""

from pathlib import Path

import streamlit as st

from exports.handout.bundle import FRONTEND
from views import address, bundles, first_run, fragments, pages, reconnect, session, turns
from views.navigation import navigation
from views.style import page_style

VIEWS = Path(__file__).resolve().parents[1]

st.set_page_config(page_title="Downhill", page_icon=str(FRONTEND / "icon.svg"), layout="wide")

with turns.script_runs.turn():
    first_run.begin()
    with first_run.sent_together():
        fragments.begin_page()
        reconnect.whole_page_after_a_restart()
        if not first_run.is_untouched():  # then there are no widgets yet
            session.apply_widgets()
        lecture = session.current()

        alone = lecture.view.presentation or bool(st.context.is_embedded)
        if alone:
            st.html(VIEWS / "page.css")
            if lecture.page.picture:
                st.html(VIEWS / "alone.css")
        else:
            st.html(page_style())
            navigation(lecture)
            address.notes()
        bundles.send_so_far()  # the page may take longer
        pages.show(lecture, alone=alone)
