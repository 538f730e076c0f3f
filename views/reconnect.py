"""A page that finds its server again after it was gone, as in a restart, and goes on with a session that knows nothing.

The first thing that such a session is asked for has to be the whole page: it does not know the parts that run alone
(parts.py), and asked for one of them it stays silent. The browser asks for the whole page by itself where a part runs
now and then on its own.
"""

from datetime import timedelta

import streamlit as st


@st.fragment(run_every=timedelta(days=1))
def whole_page_after_a_restart() -> None:
    """A part with nothing in it, for what follows from its being there. No browser can wait for longer than 24 days."""
