"""Thumbnails: a small SVG of a race for the page of the lessons."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from contourpy import LineType, contour_generator

from lecture import Entry, Lecture, race
from scenes.levels import choose_levels, height_on
from scenes.palette import stroke

WIDTH, HEIGHT = 320, 220
GRID = 60
MAX_POINTS = 200


@lru_cache(maxsize=64)
def thumbnail(lecture: Lecture) -> str:
    """Draw the finished race on its whole window, without words."""
    (x0, x1), (y0, y1) = lecture.surface.window
    scale = min(WIDTH / (x1 - x0), HEIGHT / (y1 - y0))
    offset = np.array([(WIDTH - scale * (x1 - x0)) / 2.0, (HEIGHT + scale * (y1 - y0)) / 2.0])

    def placed(points: np.ndarray) -> str:
        """Turn coordinates (2, n) into pixels; what is far outside is moved, but stays out of the picture."""
        corner, flip = np.array([[x0], [y0]]), np.array([[scale], [-scale]])
        pixels = np.clip((points - corner) * flip + offset[:, np.newaxis], -1e4, 1e4)
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in pixels.T)

    lines = "".join(f'<polyline points="{placed(line.T)}"/>' for line in _level_lines(lecture))
    paths = "".join(_path(entry, placed) for entry in race(lecture))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f4f6f7"/>'
        f'<g fill="none" stroke="#b9c4cb">{lines}</g>{paths}</svg>'
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


def _path(entry: Entry, placed: Callable[[np.ndarray], str]) -> str:
    """Draw a path on its white casing, with its head; `placed` turns coordinates (2, n) into pixels."""
    points = entry.trajectory.points
    every = max(1, points.shape[1] // MAX_POINTS)
    shown = np.column_stack([points[:, ::every], points[:, -1]])
    drawn = stroke(entry.contender.slot)
    line = f'<polyline fill="none" points="{placed(shown)}" stroke-linejoin="round"'
    end = placed(points[:, -1:]).split(",")
    return (
        f'{line} stroke="#fff" stroke-width="4.5"/>'
        f'{line} stroke="{drawn.color}" stroke-width="2.2" stroke-dasharray="{drawn.dasharray}"/>'
        f'<circle cx="{end[0]}" cy="{end[1]}" r="4.5" fill="{drawn.color}" stroke="#fff" stroke-width="1.5"/>'
    )
