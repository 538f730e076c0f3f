"""Thumbnails: a small SVG of how a race begins, for the page of the lessons."""

from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np
from contourpy import LineType, contour_generator

from lecture import Lecture
from lecture.lecture import Pair
from lecture.wording import taking_part
from scenes.levels import choose_levels, height_on
from scenes.palette import stroke

WIDTH, HEIGHT = 320, 220
GRID = 60


@lru_cache(maxsize=64)
def thumbnail(lecture: Lecture) -> str:
    """Draw the surface on its whole window with every start, without words: nothing tells how the race goes on."""
    (x0, x1), (y0, y1) = lecture.surface.window
    scale = min(WIDTH / (x1 - x0), HEIGHT / (y1 - y0))
    offset = np.array([(WIDTH - scale * (x1 - x0)) / 2.0, (HEIGHT + scale * (y1 - y0)) / 2.0])

    def placed(points: np.ndarray) -> str:
        """Turn coordinates (2, n) into pixels; what is far outside is moved, but stays out of the picture."""
        corner, flip = np.array([[x0], [y0]]), np.array([[scale], [-scale]])
        pixels = np.clip((points - corner) * flip + offset[:, np.newaxis], -1e4, 1e4)
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in pixels.T)

    lines = "".join(f'<polyline points="{placed(line.T)}"/>' for line in _level_lines(lecture))
    starts = "".join(_start(*where, placed) for where in _starts(lecture))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f4f6f7"/>'
        f'<g fill="none" stroke="#b9c4cb">{lines}</g>{starts}</svg>'
    )


def _level_lines(lecture: Lecture) -> list[np.ndarray]:
    """Compute every second level line of the surface, in pieces (n, 2)."""
    (x0, x1), (y0, y1) = lecture.surface.window
    x, y = np.linspace(x0, x1, GRID), np.linspace(y0, y1, GRID)
    z = lecture.surface.value(np.stack(np.meshgrid(x, y)))
    levels = choose_levels(z, lecture.surface.lowest)
    heights = height_on(levels, z)
    generator = contour_generator(x, y, heights, line_type=LineType.Separate)
    return [np.asarray(line) for level in range(1, len(levels), 2) for line in generator.lines(float(level))]


COMMON = "#1b2733"
"""The colour of the start that contenders have in common, as the map draws it."""


def _starts(lecture: Lecture) -> Iterator[tuple[Pair, str]]:
    """List every start with its colour: a contender's own has the contender's."""
    active = [contender for _, contender in taking_part(lecture.contenders)]
    if any(contender.start is None for contender in active):
        yield lecture.start, COMMON
    yield from ((c.start, stroke(c.slot).color) for c in active if c.start)


def _start(point: Pair, color: str, placed: Callable[[np.ndarray], str]) -> str:
    """Draw a start as a ring; `placed` turns coordinates (2, n) into pixels."""
    x, y = placed(np.array([point]).T).split(",")
    return f'<circle cx="{x}" cy="{y}" r="6" fill="#fff" stroke="{color}" stroke-width="3"/>'
