"""Firefox and WebKit: the race opens, plays, follows a slider and a click; a lesson and a handout open."""

from collections.abc import Generator
from pathlib import Path

import pytest

from exports.handout.handout import handout
from lecture import encode, opening
from lecture.lessons import LESSONS
from surfaces import SURFACES
from tests.conftest import Server
from tests.other_browsers.drivers import Driver, missing, started

PLAYER = "document.querySelector('[data-testid=player]')"


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def driver(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Generator[Driver]:
    """Each of the two browsers, where it is installed."""
    if package := missing(request.param):
        pytest.skip(f"{request.param} is not tried: install {package}")
    with started(request.param, tmp_path_factory.mktemp(request.param)) as running:
        yield running


def drawn(driver: Driver) -> None:
    """Wait until the picture stands."""
    driver.until(f"{PLAYER}?.dataset.settled === 'true' && Number({PLAYER}.dataset.revision) > 0")


def plays(driver: Driver) -> None:
    """Press Play, and wait until some steps have gone by."""
    begun = driver.run(f"Number({PLAYER}.dataset.step)")
    driver.press(*driver.middle(".downhill-play"))
    driver.until(f"Number({PLAYER}.dataset.step) >= {begun} + 5")
    driver.press(*driver.middle(".downhill-play"))
    driver.until(f"{PLAYER}.dataset.playing === 'false'")


def test_a_race_plays_and_follows_a_slider_and_a_click(driver: Driver, server: Server) -> None:
    driver.open(server.url)
    drawn(driver)
    driver.until("document.querySelector('[data-testid=stSlider]') !== null")
    driver.until("document.querySelector('[data-test-script-state=notRunning]') !== null")
    plays(driver)

    before = driver.run(f"{PLAYER}.dataset.revision")
    x, y = driver.middle("[data-testid=stSlider] [role=group] > div > [data-rac]")
    driver.drag((x, y), (x + 50, y))
    driver.until(f"{PLAYER}.dataset.revision !== '{before}'")
    driver.until("/condition_(?!20~)/.test(location.search)")
    driver.until("document.querySelector('[data-test-script-state=notRunning]') !== null")
    drawn(driver)

    x, _ = driver.middle(".downhill-panel-map .nsewdrag")
    top = driver.run("Math.round(document.querySelector('.downhill-panel-map .nsewdrag').getBoundingClientRect().top)")
    started_elsewhere = "!location.search.includes('start=-4_1.5')"
    for _ in range(6):  # as a person would who sees that a busy browser has not heard him
        driver.press(x + 60, top + 8)  # where no path leads: a click on a path is another
        if driver.comes_true(started_elsewhere, 15.0):
            break
    driver.until(started_elsewhere)
    drawn(driver)
    driver.run("document.querySelector('input[value=relief]').click() ?? 0")
    driver.until(f"{PLAYER}.dataset.layout === 'relief' && {PLAYER}.dataset.settled === 'true'")
    words = "[...document.querySelectorAll('.st-key-toolbar :is(button, a)')]"
    assert driver.run(f"{words}.every((word) => word.scrollWidth <= word.clientWidth + 1)"), "a word is cut"
    assert driver.run("window.faults") == []


def test_a_lesson_opens(driver: Driver, server: Server) -> None:
    lesson = LESSONS["largest-rate"]
    driver.open(f"{server.url}/?{encode(lesson.lecture)}")
    drawn(driver)
    driver.until(f"document.body.textContent.includes({lesson.question.words!r})")
    assert driver.run("window.faults") == []


def test_a_handout_opens_and_plays(driver: Driver, tmp_path: Path) -> None:
    file = tmp_path / "race.html"
    lecture = opening(SURFACES["bowl"]())
    file.write_text(
        handout(lecture, f"https://downhill.example/?{encode(lecture)}", plotly_inside=True), encoding="utf-8"
    )
    driver.open(file.as_uri())
    drawn(driver)
    driver.press(*driver.middle(".downhill-buttons .downhill-button"))
    driver.until(f"{PLAYER}.dataset.step === '0'")
    plays(driver)
    assert driver.run("window.faults") == []
