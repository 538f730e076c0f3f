"""The sheet that a preview is drawn on: a picture with a title, and a legend beside it, as PNG."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from exports.ascii_text import ascii_text
from exports.audience.dashes import dashes

WIDTH, HEIGHT = 1200, 630
"""What messengers take a picture for that is as wide as the message."""

PLACE = (40, 40, 760, 550)
"""Left, top, width and height of the place for the picture, in px."""

FINE = 2
"""As many times as large is it drawn, for smooth lines."""

_WORDS = 840  # where the words begin, in px from the left
_ROW = 62

BACKGROUND, TEXT, QUIET, LEVEL, CASING = "#fdfdfc", "#17191c", "#4d555e", "#9fb4c6", "#ffffff"


class Row(NamedTuple):
    """An entry of the legend: a piece of its line, its name, and what is said of it."""

    color: str
    dash: str
    name: str
    words: str = ""


class Sheet(NamedTuple):
    """What is on it. The picture is `FINE` times as large as its place, or smaller."""

    title: str
    line: str
    picture: Image.Image
    rows: Sequence[Row]

    def png(self) -> bytes:
        """Draw it, `WIDTH` × `HEIGHT`."""
        image = Image.new("RGB", (FINE * WIDTH, FINE * HEIGHT), BACKGROUND)
        drawing = ImageDraw.Draw(image)
        image.paste(self.picture, (FINE * PLACE[0], FINE * PLACE[1]))
        _write(drawing, (_WORDS, 40), self.title, 34, TEXT)
        _write(drawing, (_WORDS, 86), self.line, 22, QUIET)
        for number, row in enumerate(self.rows):
            _legend(drawing, _WORDS, 136 + number * _ROW, row)
        file = BytesIO()
        image.resize((WIDTH, HEIGHT), Image.Resampling.BOX).save(file, "PNG")
        return file.getvalue()


def stroke_line(drawing: ImageDraw.ImageDraw, points: np.ndarray, color: str, dash: str = "solid") -> None:
    """Draw a line (2, n), in fine px, with a pale one under it; a dash is "solid" or its lengths in px (palette.py)."""
    drawing.line(pairs(points), CASING, FINE * 6, joint="curve")
    lengths = [] if dash == "solid" else [FINE * float(part) for part in dash.replace("px", "").split(",")]
    for piece in dashes(points, lengths):
        drawing.line(pairs(piece), color, FINE * 3, joint="curve")


def dot(drawing: ImageDraw.ImageDraw, at: np.ndarray, radius: float, fill: str, outline: str) -> None:
    """Draw a dot at a place (2,) in fine px; its radius is in px."""
    size = FINE * radius
    box = (*(at - size).tolist(), *(at + size).tolist())
    drawing.ellipse(box, fill, outline, FINE * 2)


def pairs(points: np.ndarray) -> list[tuple[float, float]]:
    """Return the places (2, n) of a line as pairs."""
    return [(float(x), float(y)) for x, y in points.T]


def _legend(drawing: ImageDraw.ImageDraw, left: int, top: int, row: Row) -> None:
    piece = FINE * np.array([[left, left + 46.0], [top + 14.0, top + 14.0]])
    stroke_line(drawing, piece, row.color, row.dash)
    _write(drawing, (left + 60, top), row.name, 25, TEXT)
    _write(drawing, (left + 60, top + 30), row.words, 20, QUIET)


def _write(drawing: ImageDraw.ImageDraw, at: tuple[int, int], words: str, size: int, color: str) -> None:
    """Write a line, smaller where it would not fit between its place and the edge of the picture."""
    words = ascii_text(words)
    room = WIDTH - 20 - at[0]
    length = drawing.textlength(words, ImageFont.load_default(size))
    font = ImageFont.load_default(FINE * min(size, size * room / length) if length else size)
    drawing.text((FINE * at[0], FINE * at[1]), words, color, font)
