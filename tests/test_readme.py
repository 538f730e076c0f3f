"""README.md and ARCHITECTURE.md say what the code says."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from lecture.pages import PAGES
from lecture.wording import values_in_words
from optimizers import BASELINES, OPTIMIZERS, SCHEDULES, Optimizer
from surfaces import SURFACES
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SUFFIXES = {".py", ".js", ".css", ".html", ".json", ".toml", ".md", ".txt"}


def table_rows(first_column: str) -> list[str]:
    """Return the rows below the head `| key | <first_column> | …`, as they stand."""
    lines = README.splitlines()
    head = next(i for i, line in enumerate(lines) if line.startswith(f"| key | {first_column} |"))
    rows = []
    for line in lines[head + 2 :]:
        if not line.startswith("|"):
            break
        rows.append(line)
    return rows


def test_the_table_of_surfaces_is_the_registry() -> None:
    assert table_rows("surface") == [f"| `{key}` | {s.title} | {s.teaches} |" for key, s in SURFACES.items()]


@pytest.mark.parametrize(("column", "registry"), [("optimizer", OPTIMIZERS), ("classical baseline", BASELINES)])
def test_the_table_of_rules_is_the_registry(column: str, registry: Mapping[str, type[Optimizer]]) -> None:
    assert table_rows(column) == [
        f"| `{key}` | {rule.title} | {', '.join(values_in_words(rule()).values())} | {rule.source} |"
        for key, rule in registry.items()
    ]


def test_the_table_of_pages_is_the_registry() -> None:
    assert table_rows("page") == [f"| `{key}` | {page.title} | {page.summary} |" for key, page in PAGES.items()]


def test_every_schedule_is_named() -> None:
    line = next(line for line in README.splitlines() if line.startswith("Learning-rate schedules:"))
    assert re.findall(r"`([\w-]+)`", line) == list(SCHEDULES)


def test_the_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert "after 120 steps" in capsys.readouterr().out


def links(text: str) -> list[str]:
    """Return the targets of all links and pictures in Markdown that lead to a file of this project."""
    return re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)


def paths(text: str) -> list[str]:
    """Return what stands in backticks and is a folder or a file: it ends with a slash or with a suffix that we have."""
    quoted = re.findall(r"`([\w.-]+(?:/[\w.-]*)*)`", text)
    return [path for path in quoted if "/" in path or PurePosixPath(path).suffix in SUFFIXES]


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md"])
def test_every_file_that_is_named_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    named = [*links(prose), *paths(prose)]
    assert len(named) > 3
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_links_and_paths_are_found() -> None:
    text = "[a](docs/a.md), [part](b.md#part), ![c](c.png), [web](https://x/y.md), `d/`, `d/e.js`, `f.py`, `g.h`, `a b`"
    assert links(text) == ["docs/a.md", "b.md", "c.png"]
    assert paths(text) == ["d/", "d/e.js", "f.py"]


def test_its_commands_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = re.findall(r"^    make (\w+)|`make (\w+)`", README, flags=re.MULTILINE)
    names = {indented or quoted for indented, quoted in commands}
    assert {"run", "check", "bench"} <= names
    assert [name for name in names if not re.search(rf"^{name}:", makefile, flags=re.MULTILINE)] == []
