"""A small series: an SVG of its days without any average of it, for pictures beside words."""

import numpy as np

from lecture.pages.averages import Averages
from lecture.series import series
from scenes.small_map import HEIGHT, WIDTH

MARGIN = 16


def small_series(page: Averages) -> str:
    """Draw the series of a page as a line through its days."""
    values = series(page).values
    across = np.linspace(MARGIN, WIDTH - MARGIN, values.size)
    low, high = values.min(initial=np.inf), values.max(initial=-np.inf)
    down = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (values - low) / max(high - low, np.finfo(float).tiny)
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(across, down, strict=True))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f4f6f7"/>'
        f'<polyline points="{points}" fill="none" stroke="#6b7883"/></svg>'
    )
