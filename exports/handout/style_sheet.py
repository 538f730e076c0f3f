"""The style sheet of the player: one file per part in frontend/styles/, sent as one text."""

import re

from exports.handout.bundle import FRONTEND

NAME = "styles/player.css"
"""What the whole is called where a browser fetches it."""

PARTS = (
    "frame",
    "legend",
    "layout_picker",
    "panels",
    "cells",
    "map",
    "sweep",
    "curves",
    "question",
    "transport",
    "worked_step",
    "averages",
    "dialogs",
    "fill",
    "forced_colors",
    "print",
)
"""The parts in their order: of two rules that are equally specific, the later one counts."""


def compact_style_sheet() -> str:
    """Return the same without comments and indentation, for a file that has to stay small."""
    return compact(style_sheet())


def compact(style: str) -> str:
    """Leave comments and indentation out of a style sheet."""
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))


def style_sheet() -> str:
    """Return all parts, one after another."""
    return "\n".join((FRONTEND / "styles" / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
