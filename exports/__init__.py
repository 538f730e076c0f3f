"""Exports of a lecture: tables, scripts, QR codes and handouts."""

from exports.file_name import file_name
from exports.pages import module_of
from exports.qr import qr_svg
from lecture.lecture import Lecture

__all__ = ["file_name", "plain_code", "project_code", "qr_svg", "table"]


def table(lecture: Lecture, link: str) -> str:
    """Write the CSV of the lecture's page, with the link in it."""
    return module_of(lecture.page).table(lecture, link)


def plain_code(lecture: Lecture, link: str) -> str:
    """Write the script in plain NumPy of the lecture's page. Raises ValueError where a part has no plain version."""
    return module_of(lecture.page).plain_code(lecture, link)


def project_code(lecture: Lecture, link: str) -> str:
    """Write the script of the lecture's page that needs this project's modules."""
    return module_of(lecture.page).project_code(lecture, link)
