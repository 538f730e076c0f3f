"""The gallery of lessons."""

from dataclasses import dataclass
from typing import ClassVar

from lecture.pages.page import Page


@dataclass(frozen=True)
class Lessons(Page):
    """A card for every lesson."""

    key: ClassVar = "lessons"
    title: ClassVar = "Lessons"
    summary: ClassVar = "Prepared races and averages, each with a question."
    picture: ClassVar = False
