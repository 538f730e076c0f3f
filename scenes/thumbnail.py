"""Thumbnails: a small SVG of how a picture begins, for the page of the lessons."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from lecture import Lecture
from lecture.lecture import Pair
from lecture.pages.averages import Averages
from lecture.wording import taking_part
from scenes.palette import stroke
from scenes.small_map import SmallMap
from scenes.small_series import small_series


@lru_cache(maxsize=64)
def thumbnail(lecture: Lecture) -> str:
    """Draw the series that is averaged, or the surface on its whole window with every start; nothing tells how it goes
    on, and there are no words.
    """
    if isinstance(lecture.page, Averages):
        return small_series(lecture.page)
    drawn = SmallMap(lecture.surface)
    return drawn.svg(start_ring(point, color, drawn) for point, color in _starts(lecture))


COMMON = "#1b2733"
"""The colour of the start that contenders have in common, as the map draws it."""


def start_ring(point: Pair, color: str, drawn: SmallMap) -> str:
    """Draw a start as a ring."""
    x, y = drawn.placed(np.array([point]).T).split(",")
    return f'<circle cx="{x}" cy="{y}" r="6" fill="#fff" stroke="{color}" stroke-width="3"/>'


def _starts(lecture: Lecture) -> Iterator[tuple[Pair, str]]:
    """List every start with its colour: a contender's own has the contender's."""
    active = [contender for _, contender in taking_part(lecture.contenders)]
    if any(contender.start is None for contender in active):
        yield lecture.start, COMMON
    yield from ((c.start, stroke(c.slot).color) for c in active if c.start)
