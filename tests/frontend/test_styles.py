"""The style sheet: every file of it is sent, and none says what a browser would have to ask again and again."""

import re

from exports.handout.bundle import FRONTEND
from exports.handout.style_sheet import PARTS, style_sheet

FILES = sorted((FRONTEND / "styles").iterdir())


def test_every_file_is_a_part_of_it_once() -> None:
    assert sorted(f"{part}.css" for part in PARTS) == [file.name for file in FILES]
    sheet = style_sheet()
    assert all(sheet.count(file.read_text(encoding="utf-8")) == 1 for file in FILES)


def test_no_style_names_a_layout() -> None:
    """A new layout is a new line in player/layouts.js: styles count its panels."""
    assert "data-layout" not in style_sheet()


def test_every_class_in_it_is_in_use() -> None:
    modules = "\n".join(file.read_text(encoding="utf-8") for file in FRONTEND.rglob("*.js"))
    ours = set(re.findall(r"\.(downhill-[\w-]+)", style_sheet()))
    panels = {
        f"downhill-panel-{name}" for name in ("map", "relief", "data", "loss", "numbers", "rate", "sweep")
    }  # player/skeleton.js
    assert {name for name in ours - panels if not re.search(rf"\b{name}\b(?!-)", modules)} == set()
