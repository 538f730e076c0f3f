"""One module per page of the app, named by the page's key; each has a function `show` that draws the page."""

from importlib import import_module

from lecture import Lecture


def show(lecture: Lecture, *, alone: bool) -> None:
    """Draw the lecture's page; `alone` means the picture without controls."""
    import_module(f"{__name__}.{lecture.page.module}").show(lecture, alone=alone)
