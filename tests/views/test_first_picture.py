"""The controls wait for the first picture of a browser, and for nobody else."""

import gc
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from views import first_picture

BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64)"}


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Make the module see a new session of a client that sends these headers."""

    def begin(headers: dict[str, str]) -> None:
        st = SimpleNamespace(session_state={}, context=SimpleNamespace(headers=headers))
        monkeypatch.setattr(first_picture, "st", st)
        monkeypatch.setattr(first_picture.session, "session", lambda: "abcd")

    return begin


def test_a_browser_says_when_it_has_drawn(visit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_picture, "PATIENCE", 60.0)
    visit(BROWSER)
    assert first_picture.name() == "abcd"
    script = Thread(target=first_picture.wait)
    script.start()
    first_picture.drawn("another")
    assert script.is_alive()
    first_picture.drawn("abcd")
    script.join()
    assert first_picture.name() is None, "the second run waits for nothing"
    first_picture.wait()


def test_a_browser_may_be_quicker_than_the_script(visit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_picture, "PATIENCE", 60.0)
    visit(BROWSER)
    assert first_picture.name() == "abcd"
    first_picture.drawn("abcd")
    first_picture.wait()


def test_a_browser_that_says_nothing_gets_its_controls_later(visit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_picture, "PATIENCE", 0.01)
    visit(BROWSER)
    assert first_picture.name() == "abcd"
    first_picture.wait()
    assert first_picture.name() is None
    first_picture.drawn("abcd")  # too late, and no fault


@pytest.mark.parametrize("headers", [{}, {"User-Agent": "Python/3.11 websockets/15.0"}])
def test_nobody_waits_for_what_is_no_browser(
    visit: Any, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]
) -> None:
    monkeypatch.setattr(first_picture, "PATIENCE", 60.0)
    visit(headers)
    assert first_picture.name() is None
    first_picture.wait()


def test_a_session_that_is_gone_is_forgotten(visit: Any) -> None:
    visit(BROWSER)
    assert first_picture.name() == "abcd"
    first_picture.st.session_state.clear()
    gc.collect()
    assert "abcd" not in first_picture._awaited
