"""The README says what the code says."""

import re
from pathlib import Path

import pytest

from lecture.wording import values_in_words
from optimizers import OPTIMIZERS, SCHEDULES
from surfaces import SURFACES

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def table_rows(first_column: str) -> list[str]:
    """The rows below the head `| key | <first_column> | …`, as they stand."""
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


def test_the_table_of_rules_is_the_registry() -> None:
    assert table_rows("rule") == [
        f"| `{key}` | {rule.title} | {', '.join(values_in_words(rule()).values())} | {rule.source} |"
        for key, rule in OPTIMIZERS.items()
    ]


def test_every_schedule_is_named() -> None:
    line = next(line for line in README.splitlines() if line.startswith("Learning-rate schedules:"))
    assert re.findall(r"`([\w-]+)`", line) == list(SCHEDULES)


def test_the_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert "after 120 steps" in capsys.readouterr().out


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md"])
def test_every_file_that_is_pointed_to_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#:]+)\)", prose):
        assert (ROOT / target).exists(), target


def test_its_commands_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in set(re.findall(r"make (run|test|bench|format)\b", README)):
        assert re.search(rf"^{command}:", makefile, flags=re.MULTILINE), command
