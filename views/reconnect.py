"""Reconnecting an open page after a restart of the server, when its new session is empty.

The first run of such a session has to be the whole page: it does not know the fragments, and does nothing when it is
asked for one of them. A browser asks for the whole page by itself where a fragment runs now and then on its own. What a
person changes until that run is over reaches nobody: then the browser asks again (frontend/host/reconnection.js).
"""

from datetime import timedelta

import streamlit as st


@st.fragment(run_every=timedelta(days=1))
def whole_page_after_a_restart() -> None:
    """An empty fragment that runs on its own, rarely. No browser can wait for longer than 24 days."""


def nothing_but_a_run() -> None:
    """Do nothing, from the player's callback: the run that follows takes over what the controls hold."""
