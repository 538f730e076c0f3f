"""Download buttons: a page that plays, a table, and Python."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

import streamlit as st

from exports import file_name, plain_code, project_code, table
from exports.handout.handout import handout
from lecture import Lecture, View


def downloads(lecture: Lecture, link: str) -> None:
    """A button per file. Each is made when it is pressed, of the picture that the link shows."""
    page = partial(handout, lecture, link, plotly_inside=not lecture.page.plotly or _is_plotly_inside())
    _button(
        f"Handout: the {lecture.page.what} as one HTML page", page, file_name(lecture, "handout", "html"), "text/html"
    )
    _button(
        f"All {lecture.page.each} as a table (CSV)",
        partial(table, lecture, link),
        file_name(lecture, "steps", "csv"),
        "text/csv",
    )
    project = partial(project_code, lecture, link)
    _button("Python script with Downhill's modules", project, file_name(lecture, "project", "py"), _PYTHON)
    plain = partial(plain_code, lecture, link)
    missing = fault_of_plain_code(replace(lecture, view=View()))
    _button("Python script with NumPy only", plain, file_name(lecture, "numpy", "py"), _PYTHON, missing=missing)


def _is_plotly_inside() -> bool:
    return st.toggle(
        "Include Plotly.js in the handout",
        value=True,
        key="take away plotly",
        help="5 MB, and the handout works offline. Otherwise 0.2 MB, and it loads Plotly.js from the web.",
    )


_PYTHON = "text/x-python"


def _button(label: str, make: Callable[[], str], name: str, mime: str, *, missing: str | None = None) -> None:
    st.download_button(
        label,
        make,
        name,
        mime,
        key=f"take away {label}",
        help=missing,
        disabled=missing is not None,
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
    )


@lru_cache(maxsize=64)
def fault_of_plain_code(lecture: Lecture) -> str | None:
    """Why there is no script in plain NumPy, or None; found out once for a race, however it is looked at."""
    try:
        plain_code(lecture, link="")
    except ValueError as reason:
        return str(reason)
    return None
