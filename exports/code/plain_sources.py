"""The source of every plain NumPy program, read from the modules in plain/."""

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from lecture.openings import RULES
from optimizers import SCHEDULES
from surfaces import SURFACES

FOLDER = Path(__file__).with_name("plain")


class Source(NamedTuple):
    """A module in two parts: the names that it imports from math, and the text below its imports."""

    path: Path
    imports: tuple[str, ...]
    text: str


def read(path: Path) -> Source:
    """Read a module that starts with its docstring and its imports."""
    text = path.read_text(encoding="utf-8")
    docstring, *statements = ast.parse(text).body
    imports = [node for node in statements if isinstance(node, ast.Import | ast.ImportFrom)]
    from_math = [alias.name for node in imports if isinstance(node, ast.ImportFrom) for alias in node.names]
    head = max(node.end_lineno or 0 for node in (docstring, *imports))
    return Source(path, tuple(from_math), "\n".join(text.splitlines()[head:]).strip() + "\n")


def _sources(folder: str, keys: Iterable[str]) -> dict[str, Source]:
    """Read the module of each key that has one."""
    files = {key: FOLDER / folder / f"{key.replace('-', '_')}.py" for key in keys}
    return {key: read(path) for key, path in files.items() if path.exists()}


PLAIN_SURFACES: Mapping[str, Source] = _sources("surfaces", SURFACES)
PLAIN_RULES: Mapping[str, Source] = _sources("rules", RULES)
PLAIN_SCHEDULES: Mapping[str, Source] = _sources("schedules", SCHEDULES)
WALKS: Mapping[str, Source] = {
    name: read(FOLDER / f"{name}.py") for name in ("walk", "noisy_walk", "mini_batches", "batch_walk", "branched")
}
AVERAGE = read(FOLDER / "weighted_average.py")
