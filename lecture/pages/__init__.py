"""The pages of the app, in the order of the navigation; to add one, write its class and register it here.

tests/browser/new_page.py has the shortest page there can be.
"""

from collections.abc import Mapping

from lecture.pages.averages import Averages
from lecture.pages.lessons import Lessons
from lecture.pages.page import Page
from lecture.pages.race import Race
from lecture.pages.rules import Rules
from lecture.pages.saddles import Saddles

PAGES: Mapping[str, type[Page]] = {page.key: page for page in (Race, Averages, Rules, Saddles, Lessons)}

__all__ = ["PAGES", "Page"]
