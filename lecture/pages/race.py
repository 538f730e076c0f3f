"""The page of the race. It has no settings of its own: they are fields of the lecture."""

from dataclasses import dataclass
from typing import ClassVar

from lecture.pages.page import Page


@dataclass(frozen=True)
class Race(Page):
    """Rules race down a surface."""

    key: ClassVar = "race"
    title: ClassVar = "Race"
    summary: ClassVar = "Optimizers race down a loss surface."
    controls: ClassVar = ("surface", "contenders", "values", "schedules", "start", "steps", "noise")
