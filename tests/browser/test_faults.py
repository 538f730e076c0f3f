"""The way to the server may be cut, a proxy may answer in its place, the browser may sleep: the picture stays."""

import os
import signal
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from lecture import Lecture, View, decode, encode, opening
from optimizers import Adam
from surfaces import SURFACES
from tests.browser.cable import BAD_GATEWAY, Cable, cable
from tests.browser.conftest import DESKTOP, PATIENCE
from tests.browser.hand import HANDLE, at_rest, center, pressed, thumb
from tests.browser.player import drawn, drawn_paths, legend_losses, on_map
from tests.browser.race_page import BETA1, after_a_new_picture, after_a_run, assert_shows_its_race, enter, script_ended
from tests.conftest import Server

BOWL = opening(SURFACES["bowl"]())
LINK = encode(
    replace(
        BOWL,
        contenders=(*BOWL.contenders[:3], replace(BOWL.contenders[3], rule=Adam(0.2, beta1=0.5))),
        view=View(step=37),
    )
)
SLIDER = ".st-key-widget-contender-3-adam-beta1-slider"
ENTRY = f"{SLIDER.replace('slider', 'entry')} input"


@pytest.fixture(scope="module")
def line(server: Server) -> Generator[Cable]:
    """The cable of all tests in this file."""
    with cable(server.url) as made:
        yield made


@pytest.fixture(scope="module")
def tab(browser: Browser, line: Cable) -> Generator[Page]:
    """A tab at the end of the cable."""
    with browser.new_context(viewport=DESKTOP, base_url=line.url) as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


@pytest.fixture
def page(tab: Page, line: Cable) -> Page:
    """The race at step 37, with a β₁ of its own."""
    line.mend()
    at_rest(tab, f"/?{LINK}")
    return tab


def shown(page: Page) -> tuple[Lecture, list[list[float]], list[str], str]:
    """Read the lecture of the address, what is drawn of it, what the legend says, and the entry of β₁."""
    player = drawn(page)
    connected(page)
    script_ended(page)
    expect(player).to_have_attribute("data-step", "37")
    expect(player).to_have_attribute("data-source", "server")
    return decode(page.url)[0], drawn_paths(page), legend_losses(page), page.locator(ENTRY).input_value()


def connected(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")


def lost(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")


def beta1(url: str) -> float:
    """Read β₁ of Adam out of a link."""
    rule = decode(url)[0].contenders[3].rule
    assert isinstance(rule, Adam)
    return rule.beta1


@pytest.mark.parametrize("answer", [b"", BAD_GATEWAY], ids=["no answer", "502"])
def test_the_picture_outlives_a_connection(page: Page, line: Cable, answer: bytes) -> None:
    before = shown(page)
    line.cut(answer)
    lost(page)
    line.mend()
    assert shown(page) == before
    after_a_new_picture(page, lambda: enter(page, BETA1, 0.7))
    page.wait_for_url("**beta1_0.7**")


@pytest.mark.parametrize("let_go", ["without a connection", "afterwards"])
def test_a_drag_outlives_the_connection_under_it(page: Page, line: Cable, let_go: str) -> None:
    x, y = thumb(page, SLIDER)
    with pressed(page, x, y):
        page.mouse.move(x + 10, y)
        line.cut()
        lost(page)
        page.mouse.move(x + 20, y)
        if let_go == "afterwards":
            line.mend()
            connected(page)
            page.mouse.move(x + 30, y)
    line.mend()
    page.wait_for_url(lambda url: beta1(url) != 0.5)
    entry = shown(page)[3]
    assert float(entry) == beta1(page.url)
    assert_shows_its_race(page)


def test_a_start_that_is_moved_without_a_connection_is_heard_when_there_is_one(page: Page, line: Cable) -> None:
    line.cut()
    lost(page)
    with pressed(page, *center(page.locator(HANDLE))):
        page.mouse.move(*on_map(drawn(page), -2.0, 1.0))
    line.mend()
    page.wait_for_url(lambda url: decode(url)[0].start != (-4.0, 1.5))
    shown(page)
    assert_shows_its_race(page)


def test_a_browser_that_was_asleep_shows_the_same_when_it_wakes(page: Page, line: Cable) -> None:
    before = shown(page)

    def sleep() -> None:
        with asleep(page):
            line.cut()
            line.mend()

    after_a_run(page, sleep)
    assert shown(page) == before
    after_a_new_picture(page, lambda: enter(page, BETA1, 0.7))
    page.wait_for_url("**beta1_0.7**")


@contextmanager
def asleep(page: Page) -> Generator[None]:
    """Stop the processes that show pages, as when a lid is closed."""
    browser = page.context.browser
    assert browser
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    showing = [process["id"] for process in processes if process["type"] == "renderer"]
    assert showing
    for process in showing:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in showing:
            os.kill(process, signal.SIGCONT)
        session.detach()
