"""What cannot be taken away says why."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lecture.export.plain_rules import PLAIN_RULES

PAGE = Path(__file__).resolve().parents[2] / "views" / "race.py"


def buttons() -> dict[str, tuple[bool, str]]:
    """Every button of the panel: whether it is disabled, and its help."""
    page = AppTest.from_file(PAGE, default_timeout=60)
    page.session_state["share"] = True
    page = page.run()
    assert not page.exception
    return {button.proto.label: (button.proto.disabled, button.proto.help) for button in page.get("download_button")}


def test_there_is_a_button_for_every_file() -> None:
    assert [*buttons().values()] == [(False, "")] * 4


def test_a_rule_without_a_plain_version_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(PLAIN_RULES, "momentum")  # type: ignore[arg-type]
    (disabled,) = [help for off, help in buttons().values() if off]
    assert disabled.startswith("There is no rule in plain NumPy called 'momentum'")
