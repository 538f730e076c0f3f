"""A module of tests lends nothing to another: what they share stands in a module that is named for it."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted(file.relative_to(ROOT).as_posix() for file in ROOT.glob("tests/**/*.py"))


def imported(source: str) -> set[str]:
    """Return the dotted names of all modules, and of all names out of modules, that Python code imports."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    out_of = {
        f"{'.' * node.level}{node.module or ''}.{alias.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    return plain | out_of


def lenders(source: str) -> list[str]:
    """Return what Python code imports from modules of tests."""
    return sorted(name for name in imported(source) if any(part.startswith("test_") for part in name.split(".")))


@pytest.mark.parametrize("module", MODULES)
def test_no_module_imports_from_a_module_of_tests(module: str) -> None:
    assert lenders(Path(ROOT / module).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "import tests.browser.test_race",
        "from tests.browser import test_race",
        "from tests.browser.test_race import opened as begin",
        "from .test_race import opened",
        "def inside():\n    from tests.browser.test_race import opened",
    ],
)
def test_every_way_to_import_one_is_found(line: str) -> None:
    assert lenders(line)
    assert not lenders(line.replace("test_race", "race_page"))
