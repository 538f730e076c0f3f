"""The pages of the app, in the order of the navigation: add one by its class and its line here."""

from collections.abc import Mapping

from lecture.pages.lessons import Lessons
from lecture.pages.page import Page
from lecture.pages.race import Race

PAGES: Mapping[str, type[Page]] = {page.key: page for page in (Race, Lessons)}

__all__ = ["PAGES", "Page"]
