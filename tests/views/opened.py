"""The app without a browser, as a link opens it."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

SCRIPT = Path(__file__).resolve().parents[2] / "views" / "script" / "main.py"


def opened(link: str = "", state: dict[str, Any] | None = None) -> AppTest:
    """Run the script once for the query of a link, in a session that holds this state before."""
    page = AppTest.from_file(SCRIPT, default_timeout=60)
    for name, value in parse_qsl(link, keep_blank_values=True):
        page.query_params[name] = value
    # AppTest keeps in the session how options are written, so that it takes nothing that another session has drawn.
    for name, value in {"a test": True, **(state or {})}.items():
        page.session_state[name] = value
    page = page.run()
    assert not page.exception
    return page


def html(page: AppTest) -> str:
    """All HTML of a page."""
    return "".join(part.proto.body for part in page.get("html"))
