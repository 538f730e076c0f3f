"""Parts of the text of a handout as HTML."""

import re
from collections.abc import Iterable
from html import escape

from scenes.worked_step import mathml


def citation(title: str, source: str) -> str:
    """Say where the picture is from, for slides and papers."""
    return f"{title}. Made with Downhill, a page that teaches optimization. {source}"


def formula(equations: Iterable[str]) -> str:
    """Write formulas in MathML, a paragraph per equation."""
    return "\n".join(f"<p>{mathml(part)}</p>" for part in equations)


def anchor(link: str) -> str:
    """Write the link as an anchor if it is the address of a page, else as text."""
    shown = escape(link)
    if not is_address(link):
        return f"<code>{shown}</code>"
    return f'<a href="{shown}" target="_blank" rel="noopener noreferrer">{shown}</a>'


def is_address(link: str) -> bool:
    """Whether a link is the address of a page, and not only its query, or some other address."""
    return re.match(r"https?://", link, re.IGNORECASE) is not None
