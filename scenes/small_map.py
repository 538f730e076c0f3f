"""A small map: an SVG of a surface's level lines on its whole window, for pictures beside words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from contourpy import LineType, contour_generator

from scenes.levels import choose_levels, height_on
from surfaces import Surface

WIDTH, HEIGHT = 320, 220
GRID = 60


@dataclass(frozen=True)
class SmallMap:
    """Where points of a surface lie in its picture, in px: one unit of x is as long as one of y."""

    surface: Surface
    width: float = WIDTH
    height: float = HEIGHT

    @property
    def scale(self) -> float:
        """The length of one unit."""
        (x0, x1), (y0, y1) = self.surface.window
        return min(self.width / (x1 - x0), self.height / (y1 - y0))

    def pixels(self, points: np.ndarray) -> np.ndarray:
        """Turn coordinates (2, n) into pixels (2, n); what is far outside is moved, but stays out of the picture."""
        (x0, x1), (y0, y1) = self.surface.window
        offset = np.array([(self.width - self.scale * (x1 - x0)) / 2.0, (self.height + self.scale * (y1 - y0)) / 2.0])
        corner, flip = np.array([[x0], [y0]]), np.array([[self.scale], [-self.scale]])
        return np.clip((points - corner) * flip + offset[:, np.newaxis], -1e4, 1e4)

    def placed(self, points: np.ndarray) -> str:
        """Write coordinates (2, n) as the points of a line."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.pixels(points).T)

    def svg(self, shapes: Iterable[str]) -> str:
        """Draw shapes on the level lines."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f4f6f7"/>'
            f'<g fill="none" stroke="#b9c4cb">{_level_lines(self)}</g>{"".join(shapes)}</svg>'
        )


@lru_cache(maxsize=32)
def _level_lines(drawn: SmallMap) -> str:
    """Draw every second level line of the surface."""
    (x0, x1), (y0, y1) = drawn.surface.window
    x, y = np.linspace(x0, x1, GRID), np.linspace(y0, y1, GRID)
    z = drawn.surface.value(np.stack(np.meshgrid(x, y)))
    levels = choose_levels(z, drawn.surface.lowest)
    heights = height_on(levels, z)
    generator = contour_generator(x, y, heights, line_type=LineType.Separate)
    lines = [np.asarray(line) for level in range(1, len(levels), 2) for line in generator.lines(float(level))]
    return "".join(f'<polyline points="{drawn.placed(line.T)}"/>' for line in lines)
