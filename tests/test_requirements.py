"""The requirements: everything that is imported is asked for, and everything that is asked for is used."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import ROOT

OURS = {path.stem for path in ROOT.iterdir()}
APP = [ROOT / "app.py", ROOT / "parameters.py"]
APP += [
    file
    for folder in ("exports", "lecture", "optimizers", "scenes", "server", "surfaces", "tracing", "views")
    for file in ROOT.glob(f"{folder}/**/*.py")
]
REST = [file for folder in ("benchmarks", "tests") for file in ROOT.glob(f"{folder}/**/*.py")]

BROUGHT = {"starlette", "websockets", "protobuf", "pandas", "mpmath"}
"""What comes with Streamlit or SymPy, in the version that they ask for."""

PROGRAMS = {"pytest-xdist", "ruff", "import-linter", "deno", "pyright", "scipy-stubs", "antlr4-python3-runtime"}
"""What is run, or read by what is run, and never imported."""

FOUND = {"plotly", "uvloop", "httptools"}
"""What is found by its name: for the file in it, or by Streamlit."""


def normal(name: str) -> str:
    """The one form that PyPI gives a name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def required(file: str) -> set[str]:
    """The packages that a file of requirements names."""
    return {normal(name) for name in re.findall(r"^([A-Za-z][\w.-]*)(?:\[\w+\])?==", (ROOT / file).read_text(), re.M)}


def imported(files: list[Path]) -> set[str]:
    """The packages out of which files import."""
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    tops = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - OURS
    found = packages_distributions()
    return {normal(found[top][0]) for top in tops if top in found}


@pytest.mark.parametrize(
    ("files", "requirements"), [(APP, ["requirements.txt"]), (REST, ["requirements.txt", "requirements-dev.txt"])]
)
def test_everything_that_is_imported_is_asked_for(files: list[Path], requirements: list[str]) -> None:
    assert imported(files) - BROUGHT <= set().union(*map(required, requirements))


def test_everything_that_is_asked_for_is_used() -> None:
    assert required("requirements.txt") - FOUND <= imported(APP)
    assert required("requirements-dev.txt") - PROGRAMS <= imported(REST)
