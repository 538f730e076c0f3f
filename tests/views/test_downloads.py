"""What cannot be taken away says why."""

from collections.abc import Generator

import pytest

from exports import plain_code
from exports.code.plain_sources import PLAIN_RULES
from lecture import Lecture
from tests.views.opened import opened
from views import downloads


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> Generator[None]:
    downloads.fault_of_plain_code.cache_clear()
    yield
    downloads.fault_of_plain_code.cache_clear()


def buttons() -> dict[str, tuple[bool, str]]:
    """Every button of the panel: whether it is disabled, and its help."""
    page = opened("", {"share": True})
    return {button.proto.label: (button.proto.disabled, button.proto.help) for button in page.get("download_button")}


def test_there_is_a_button_for_every_file() -> None:
    assert [*buttons().values()] == [(False, "")] * 4


def test_a_rule_without_a_plain_version_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(PLAIN_RULES, "momentum")  # type: ignore[arg-type]
    (disabled,) = [help for off, help in buttons().values() if off]
    assert disabled.startswith("There is no rule in plain NumPy called 'momentum'")


def test_the_script_is_made_once_for_a_race(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Lecture] = []

    def counted(lecture: Lecture, link: str) -> str:
        made.append(lecture)
        return plain_code(lecture, link)

    monkeypatch.setattr(downloads, "plain_code", counted)
    page = opened("", {"share": True})
    page = page.radio(key="share step").set_value("step 0").run()
    page = page.selectbox(key="share lock").set_value("results").run()
    assert len(made) == 1
    steps = next(entry for entry in page.number_input if entry.label.startswith("T · Steps"))
    steps.set_value(77).run()
    assert [lecture.steps for lecture in made] == [120, 77]
