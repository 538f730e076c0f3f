"""The files of the page of the averages."""

from html import escape
from typing import Any

from exports.code.plain_sources import AVERAGE
from exports.code.project_code import WHERE
from exports.handout import controls
from exports.handout.text import anchor, citation, formula
from exports.heading import heading
from exports.pages.averages_code import averages_code
from exports.pages.series_table import series_table
from lecture.lecture import Lecture
from lecture.pages.averages import FORMULAS, SOURCE, Averages


def table(lecture: Lecture, link: str) -> str:
    """Write the CSV: a row per day."""
    _, *described, source = heading(lecture, link)
    return series_table(_page(lecture), "; ".join(described), source)


def plain_code(lecture: Lecture, link: str) -> str:
    """Write a script in plain NumPy that leaves the averages in `averages` by name."""
    return averages_code(lecture, _page(lecture), link, f"\n\n{AVERAGE.text}\n")


def project_code(lecture: Lecture, link: str) -> str:
    """Write a script with this project's modules that leaves the averages in `averages` by name."""
    return averages_code(lecture, _page(lecture), link, f"{WHERE}\nfrom optimizers import weighted_average\n")


def living(lecture: Lecture) -> dict[str, Any] | None:
    """Return the controls of the handout, or None where its link hides them."""
    return None if lecture.view.hides("averages") else controls.living_page(lecture)


def words(lecture: Lecture, link: str) -> dict[str, str]:
    """Return the text of the handout, which has no results beside its picture."""
    _, title, *settings, source = heading(lecture, link)
    title = f"Downhill: averages of a series, {title[0].lower()}{title[1:]}"
    return {
        "title": escape(title),
        "what": "page",
        "formula": formula(FORMULAS),
        "settings": escape("; ".join(settings)),
        "revealed": " hidden",
        "veil": "",
        "unveil": "",
        "columns": "",
        "rows": "",
        "sources": escape(f"Sources. {SOURCE}"),
        "link": anchor(source),
        "citation": escape(citation(title, source)),
    }


def _page(lecture: Lecture) -> Averages:
    assert isinstance(lecture.page, Averages)
    return lecture.page
