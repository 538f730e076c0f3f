"""The preview of a race: every path to its end on its surface, beside the names and outcomes."""

import numpy as np
from contourpy import LineType, contour_generator
from PIL import Image, ImageDraw

from exports.audience.sheet import (
    BACKGROUND,
    CASING,
    FINE,
    LEVEL,
    PLACE,
    TEXT,
    Row,
    Sheet,
    dot,
    pairs,
    stroke_line,
)
from lecture.lecture import Lecture
from lecture.race import Entry, race
from scenes.blobs import unpack
from scenes.palette import stroke
from scenes.race import grid_blob
from scenes.small_map import SmallMap
from surfaces import Surface

HEIGHTS = ("#8fb5d3", "#b9d1e3", "#dce8ef", "#f8f8f4")
"""The colours of the surface from low to high, those of the page (frontend/host/theme.js)."""


def race_sheet(lecture: Lecture, *, concealed: bool) -> Sheet:
    """Draw it; concealed, without paths and outcomes."""
    entries = race(lecture)
    rows = [_row(entry, concealed=concealed) for entry in entries]
    return Sheet(
        lecture.surface.title, f"{lecture.steps} steps", _map(lecture.surface, entries, concealed=concealed), rows
    )


def _row(entry: Entry, *, concealed: bool) -> Row:
    drawn = stroke(entry.contender.slot)
    return Row(drawn.color, drawn.dash, entry.label, "" if concealed else entry.trajectory.outcome.kind.value)


def _map(shown: Surface, entries: tuple[Entry, ...], *, concealed: bool) -> Image.Image:
    placed = SmallMap(shown, FINE * PLACE[2], FINE * PLACE[3])
    low, high = placed.pixels(np.array(shown.window, dtype=float)).T
    left, top, right, bottom = (round(edge) for edge in (low[0], high[1], high[0], low[1]))
    image = Image.new("RGB", (round(placed.width), round(placed.height)), BACKGROUND)
    inner = _surface(shown, right - left, bottom - top)
    drawing = ImageDraw.Draw(inner)
    corner = np.array([[left], [top]])
    paths = [placed.pixels(entry.trajectory.points) - corner for entry in entries]
    for entry, path in zip(entries, paths, strict=True):
        if not concealed:
            drawn = stroke(entry.contender.slot)
            stroke_line(drawing, path, drawn.color, drawn.dash)
    for entry, path in zip(entries, paths, strict=True):
        dot(drawing, path[:, 0], 8, CASING, TEXT)
        if not concealed:
            dot(drawing, path[:, -1], 9, stroke(entry.contender.slot).color, CASING)
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
            drawing.line(pairs(np.asarray(line).T), LEVEL, FINE)
    return image


def _colors(intervals: int) -> np.ndarray:
    """Compute the colour of every interval, (intervals + 1, 3): the first is that of holes."""
    known = np.array([_rgb(color) for color in HEIGHTS], dtype=float)
    at = np.linspace(0.0, len(HEIGHTS) - 1.0, intervals)
    mixed = np.stack([np.interp(at, np.arange(len(HEIGHTS)), channel) for channel in known.T], axis=-1)
    return np.concatenate([[_rgb(BACKGROUND)], mixed]).round().astype(np.uint8)


def _rgb(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color[1:]))
