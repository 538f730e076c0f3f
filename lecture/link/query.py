"""Splitting a query string into names and values, with limits on its length and their number."""

from urllib.parse import unquote

from lecture.link import aliases
from lecture.link.values import quoted

MAX_CHARACTERS = 8000
"""Four times the length of the longest link there is, percent signs included."""
MAX_PAIRS = 100


def pairs(text: str, notes: list[str]) -> dict[str, str]:
    """Value by name, under the names of today; of a name that is repeated the last value counts."""
    found: dict[str, str] = {}
    for pair in _pieces(text, notes):
        name, _, value = pair.partition("=")
        # A messenger may have written & as &amp;.
        name = unquote(name).strip().removeprefix("amp;")
        name = aliases.QUERY.get(name, name)
        if not name or _is_for_others(name):
            continue
        if name in found:
            notes.append(f"{quoted(name)} is given more than once; the last value counts")
        found[name] = unquote(value).strip()
    return found


def _pieces(text: str, notes: list[str]) -> list[str]:
    query = text[:MAX_CHARACTERS]
    if len(text) > MAX_CHARACTERS:
        notes.append(f"The link is longer than {MAX_CHARACTERS:,} characters; the rest is ignored")
        query = query.rpartition("&")[0]
    before, mark, after = query.partition("?")
    query = after if mark and "=" not in before else query
    pieces = query.partition("#")[0].split("&", MAX_PAIRS)
    if len(pieces) > MAX_PAIRS:
        notes.append(f"The link has more than {MAX_PAIRS} parts; the rest are ignored")
    return pieces[:MAX_PAIRS]


def _is_for_others(name: str) -> bool:
    """Streamlit's own parameters, and what mail and messengers add to count clicks."""
    return name in {"embed", "embed_options", "fbclid", "gclid", "msclkid"} or name.startswith("utm_")
