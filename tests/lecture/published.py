"""Links that are out in the world, and what each of them shows.

published_links.txt has one link a line; published_settings.json has the settings of each, written out. Both only ever
grow: a link that was printed on a slide cannot be called back.
"""

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from lecture import Camera, Contender

HERE = Path(__file__).parent
LINKS = [
    line
    for line in (HERE / "published_links.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
SETTINGS: dict[str, Any] = json.loads((HERE / "published_settings.json").read_text(encoding="utf-8"))


def written_out(value: Any) -> Any:
    """A setting as JSON has it: an object with its key and every field, a list, or a plain value."""
    if is_dataclass(value):
        key = getattr(value, "key", None) if not isinstance(value, Contender) else None
        return ({"key": key} if key else {}) | {f.name: written_out(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Camera):
        return {name: list(row) for name, row in value._asdict().items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [written_out(item) for item in value]
    return value
