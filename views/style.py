"""The style sheet of the app's page; the picture brings one of its own."""

from functools import cache
from pathlib import Path


@cache
def page_style() -> str:
    """The sheet as HTML, in one line: every run sends it, and Streamlit looks for the indentation of each line.

    Streamlit shows a sheet that comes with nothing else a moment later than what it is for.
    """
    lines = Path(__file__).with_name("page.css").read_text(encoding="utf-8").splitlines()
    return f"<style>{' '.join(line.strip() for line in lines)}</style><div></div>"
