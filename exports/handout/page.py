"""What all pages that show a picture without a server have in common: elements in body.html, and style in page.css."""

import re
from collections.abc import Mapping
from pathlib import Path

_HERE = Path(__file__).parent
_PLACE = re.compile(r"\{\{(\w+)\}\}")


def filled(template: Path, parts: Mapping[str, str]) -> str:
    """Fill a page in a single pass, so that placeholders in the parts themselves stay text."""
    return _PLACE.sub(lambda place: parts[place[1]], template.read_text(encoding="utf-8"))


def body(words: Mapping[str, str], above: str = "") -> str:
    """Return the elements of the page, with the words of its module in exports/pages/, and what is above its title."""
    return filled(_HERE / "body.html", {**words, "above": above})


def page_style() -> str:
    """Return the style sheet of the page around the player."""
    return (_HERE / "page.css").read_text(encoding="utf-8")
