"""The files of each page, in a module that its key names; pages without one have those of the race.

The module has `table`, `plain_code`, `project_code`, which return the text of a file for a lecture and its link;
`words`, the text of the handout as HTML by placeholder; and `living`, its controls as JSON, or None without any.
"""

from dataclasses import replace
from importlib import import_module
from typing import Any

from lecture.lecture import Lecture
from lecture.pages import Page
from lecture.pages.race import Race


def module_of(page: Page) -> Any:
    """Return the module with the files of a page."""
    return import_module(f"exports.pages.{page.module if page.own_exports else Race().module}")


def pictured(lecture: Lecture) -> Lecture:
    """Return a lecture on a page that has a picture: its own, or the race."""
    return lecture if lecture.page.picture else replace(lecture, page=Race())
