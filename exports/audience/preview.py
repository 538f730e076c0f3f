"""What a link tells before it is opened, where it is sent in a message: a line of words and a picture, drawn without a
browser. Nothing that is to be predicted first is in either.
"""

from io import BytesIO

import numpy as np
from contourpy import LineType, contour_generator
from PIL import Image, ImageDraw, ImageFont

from exports.ascii_text import ascii_text
from exports.audience.dashes import dashes
from exports.pages.race import conceals
from exports.pages.race import description as race_description
from lecture.lecture import Lecture
from lecture.lessons import asks, lesson_of
from lecture.race import Entry, race
from scenes.blobs import unpack
from scenes.palette import stroke
from scenes.race import grid_blob
from scenes.small_map import SmallMap
from surfaces import Surface

WIDTH, HEIGHT = 1200, 630
"""What messengers take a picture for that is as wide as the message."""

_FINE = 2  # times as large is it drawn, for smooth lines
_MAP = (40, 40, 760, 550)  # left, top, width and height of the place for the map, in px
_WORDS = 840  # where the words begin, in px from the left
_ROW = 62

HEIGHTS = ("#8fb5d3", "#b9d1e3", "#dce8ef", "#f8f8f4")
"""The colours of the surface from low to high, those of the page (frontend/host/theme.js)."""

BACKGROUND, TEXT, QUIET, LEVEL, CASING = "#fdfdfc", "#17191c", "#4d555e", "#9fb4c6", "#ffffff"


def description(lecture: Lecture) -> str:
    """Say in a line what a link opens: the question of a lesson, how the race ends, or the page."""
    lesson = lesson_of(lecture)
    if lesson and asks(lecture):
        return lesson.question.words
    return lecture.page.summary if lecture.page.own_exports else race_description(lecture)


def has_picture(lecture: Lecture) -> bool:
    """Whether there is one: of a race."""
    return not lecture.page.own_exports


def picture(lecture: Lecture) -> bytes:
    """Draw the race on its surface as PNG, `WIDTH` × `HEIGHT`: every path to its end, beside the names and outcomes."""
    concealed = conceals(lecture)
    image = Image.new("RGB", (_FINE * WIDTH, _FINE * HEIGHT), BACKGROUND)
    drawing = ImageDraw.Draw(image)
    image.paste(_map(lecture, race(lecture), concealed=concealed), (_FINE * _MAP[0], _FINE * _MAP[1]))
    _write(drawing, (_WORDS, 40), ascii_text(lecture.surface.title), 34, TEXT)
    _write(drawing, (_WORDS, 86), f"{lecture.steps} steps", 22, QUIET)
    for row, entry in enumerate(race(lecture)):
        _entry(drawing, _WORDS, 136 + row * _ROW, entry, concealed=concealed)
    file = BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.BOX).save(file, "PNG")
    return file.getvalue()


def _map(lecture: Lecture, entries: tuple[Entry, ...], *, concealed: bool) -> Image.Image:
    placed = SmallMap(lecture.surface, _FINE * _MAP[2], _FINE * _MAP[3])
    low, high = placed.pixels(np.array(lecture.surface.window, dtype=float)).T
    left, top, right, bottom = (round(edge) for edge in (low[0], high[1], high[0], low[1]))
    image = Image.new("RGB", (round(placed.width), round(placed.height)), BACKGROUND)
    inner = _surface(lecture.surface, right - left, bottom - top)
    drawing = ImageDraw.Draw(inner)
    corner = np.array([[left], [top]])
    paths = [placed.pixels(entry.trajectory.points) - corner for entry in entries]
    for entry, path in zip(entries, paths, strict=True):
        if not concealed:
            _path(drawing, path, entry)
    for entry, path in zip(entries, paths, strict=True):
        _dot(drawing, path[:, 0], 8, CASING, TEXT)
        if not concealed:
            _dot(drawing, path[:, -1], 9, stroke(entry.contender.slot).color, CASING)
    image.paste(inner, (left, top))
    return image


def _surface(surface: Surface, width: int, height: int) -> Image.Image:
    """Draw the surface in so many px: an even colour between two levels, and the level lines."""
    header, arrays = unpack(grid_blob(surface))
    levels, x, y = np.array(header["levels"]), arrays["x"], arrays["y"]
    heights = arrays["height"][::-1]  # rows from the top
    known = Image.fromarray(np.where(np.isfinite(heights), heights, -1.0).astype(np.float32))
    fine = np.asarray(known.resize((width, height), Image.Resampling.BICUBIC))
    interval = np.clip(np.floor(fine), -1, levels.size - 2).astype(int) + 1
    image = Image.fromarray(_colors(levels.size - 1)[interval])
    drawing = ImageDraw.Draw(image)
    generator = contour_generator(
        np.linspace(0, width, x.size), np.linspace(0, height, y.size), heights, line_type=LineType.Separate
    )
    for level in range(1, levels.size):
        for line in generator.lines(float(level)):
            drawing.line([tuple(point) for point in np.asarray(line)], LEVEL, _FINE)
    return image


def _colors(intervals: int) -> np.ndarray:
    """Compute the colour of every interval, (intervals + 1, 3): the first is that of holes."""
    known = np.array([_rgb(color) for color in HEIGHTS], dtype=float)
    at = np.linspace(0.0, len(HEIGHTS) - 1.0, intervals)
    mixed = np.stack([np.interp(at, np.arange(len(HEIGHTS)), channel) for channel in known.T], axis=-1)
    return np.concatenate([[_rgb(BACKGROUND)], mixed]).round().astype(np.uint8)


def _rgb(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color[1:]))


def _path(drawing: ImageDraw.ImageDraw, path: np.ndarray, entry: Entry) -> None:
    drawn = stroke(entry.contender.slot)
    points = [tuple(point) for point in path.T]
    drawing.line(points, CASING, _FINE * 6, joint="curve")
    lengths = [] if drawn.dash == "solid" else [_FINE * float(part) for part in drawn.dasharray.split(",")]
    for piece in dashes(path, lengths):
        drawing.line([tuple(point) for point in piece.T], drawn.color, _FINE * 3, joint="curve")


def _entry(drawing: ImageDraw.ImageDraw, left: int, top: int, entry: Entry, *, concealed: bool) -> None:
    """Write who it is, beside a piece of the path, and how it ended."""
    _path(drawing, _FINE * np.array([[left, left + 46.0], [top + 14.0, top + 14.0]]), entry)
    _write(drawing, (left + 60, top), ascii_text(entry.label), 25, TEXT)
    if not concealed:
        _write(drawing, (left + 60, top + 30), entry.trajectory.outcome.kind.value, 20, QUIET)


def _dot(drawing: ImageDraw.ImageDraw, at: np.ndarray, radius: float, fill: str, outline: str) -> None:
    size = _FINE * radius
    box = (*(at - size).tolist(), *(at + size).tolist())
    drawing.ellipse(box, fill, outline, _FINE * 2)


def _write(drawing: ImageDraw.ImageDraw, at: tuple[int, int], words: str, size: int, color: str) -> None:
    """Write a line, smaller where it would not fit between its place and the edge of the picture."""
    room = WIDTH - 20 - at[0]
    length = drawing.textlength(words, ImageFont.load_default(size))
    font = ImageFont.load_default(_FINE * min(size, size * room / length) if length else size)
    drawing.text((_FINE * at[0], _FINE * at[1]), words, color, font)
