"""The preview of averages: the series, and every curve of its averages, as the page draws them."""

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageDraw

from exports.audience.sheet import BACKGROUND, FINE, LEVEL, PLACE, Row, Sheet, dot, pairs, stroke_line
from lecture.pages.averages import SERIES, Average, Averages
from lecture.series import series
from optimizers import weighted_average
from parameters import format_number
from scenes.palette import stroke

UNCORRECTED, MISPRINTED = "5px,4px", "2px,4px"
"""How an average without bias correction is dashed, and one with the misprint (frontend/averages/paint.js)."""

SERIES_COLOR = "#7e8081"

_EDGE = 12  # px between the lines and the edges of their place
_DOTS = 2.2  # px of a day, from which days are drawn as dots


def averages_sheet(page: Averages, *, concealed: bool) -> Sheet:
    """Draw it; concealed, without the averages."""
    values = series(page).values
    curves = [] if concealed else list(_curves(page, values))
    rows = [_row(slot, average) for slot, average in page.drawn]
    days = f"{values.size} day{'' if values.size == 1 else 's'}"
    return Sheet(SERIES[page.series], days, _chart(values, curves), rows)


Curve = tuple[np.ndarray, str, str]
"""Its values (T,), its colour and its dash."""


def _curves(page: Averages, values: np.ndarray) -> Iterator[Curve]:
    for slot, average in page.drawn:
        color, plain = stroke(slot).color, weighted_average(values, average.beta)
        if page.misprint:
            yield plain / (1.0 - average.beta), color, MISPRINTED
        if average.curves != "corrected":
            yield plain, color, UNCORRECTED
        if average.curves != "uncorrected":
            yield weighted_average(values, average.beta, bias_correction=True), color, "solid"


def _row(slot: int, average: Average) -> Row:
    dash = UNCORRECTED if average.curves == "uncorrected" else "solid"
    return Row(stroke(slot).color, dash, f"β {format_number(average.beta)}", average.in_words)


def _chart(values: np.ndarray, curves: list[Curve]) -> Image.Image:
    """Draw lines over the days, and one for 0 where it is in sight."""
    width, height = FINE * PLACE[2], FINE * PLACE[3]
    image = Image.new("RGB", (width, height), BACKGROUND)
    if values.size == 0:
        return image
    drawing = ImageDraw.Draw(image)
    everything = np.concatenate([values, *(curve for curve, _, _ in curves)])
    low, high = everything.min(), everything.max()
    edge = FINE * _EDGE
    across = np.linspace(edge, width - edge, values.size)

    def placed(line: np.ndarray) -> np.ndarray:
        down = height - edge - (height - 2 * edge) * ((line - low) / max(high - low, np.finfo(float).tiny))
        return np.stack([across, down])

    if low <= 0.0 <= high:
        drawing.line(pairs(placed(np.zeros(values.size))), LEVEL, FINE)
    drawing.line(pairs(placed(values)), SERIES_COLOR, FINE)
    if (width - 2 * edge) / values.size >= FINE * _DOTS:
        for day in placed(values).T:
            dot(drawing, day, 2, SERIES_COLOR, SERIES_COLOR)
    for curve, color, dash in curves:
        stroke_line(drawing, placed(curve), color, dash)
    return image
