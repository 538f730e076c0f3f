"""The pages in a browser: every one opens, leads to the others, and a new one needs its files and an entry alone."""

import re
import subprocess
import sys
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lecture import View, decode, encode, opening
from lecture.pages import PAGES
from surfaces import SURFACES
from tests.browser.axe import violations
from tests.browser.conftest import watched_page
from tests.browser.new_page import add_page
from tests.browser.player import drawn
from tests.browser.race_page import script_ended
from tests.conftest import Server, free_port, serving

LECTURE = opening(SURFACES["saddle"]())
NAVIGATION = "nav[aria-label=Pages]"
every_page = pytest.mark.parametrize("key", PAGES)


def link(key: str, **view: object) -> str:
    """The address of a page."""
    return "/?" + encode(replace(LECTURE, page=PAGES[key](), view=View(**view)))  # type: ignore[arg-type]


def open_page(page: Page, key: str, address: str) -> None:
    """Open a page and wait until it rests."""
    page.goto(address)
    rest(page, key)


def rest(page: Page, key: str) -> None:
    """Wait until the script of a page has run, and its picture is there if it has one."""
    if PAGES[key].picture:
        drawn(page)
    script_ended(page)


@every_page
def test_a_page_restores_its_link_after_another(page: Page, key: str) -> None:
    open_page(page, key, link(key))
    here = page.locator(f"{NAVIGATION} [aria-current=page]")
    expect(here).to_have_text(PAGES[key].title)
    for other in [name for name in PAGES if name != key]:
        follow(page, other)
        follow(page, key)
        lecture, notes = decode(page.url.partition("?")[2])
        assert (lecture, notes) == (replace(LECTURE, page=PAGES[key]()), ())


def follow(page: Page, key: str) -> None:
    """Go to a page by the navigation."""
    with page.expect_navigation(url=f"**page={key}*"):
        page.locator(NAVIGATION).get_by_role("link", name=PAGES[key].title, exact=True).click()
    rest(page, key)


@every_page
def test_a_page_fits_on_a_telephone(phone: Page, key: str) -> None:
    open_page(phone, key, link(key))
    expect(phone.locator(NAVIGATION)).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(phone.get_by_test_id("stMainMenu")).to_be_hidden()  # it would lie over what is scrolled below it


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_no_barriers(page: Page, key: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_page(page, key, link(key))
    if PAGES[key].picture:
        page.locator(".st-key-controls button").first.wait_for()
    assert violations(page) == []


def test_the_navigation_works_by_keyboard_and_keeps_the_step(page: Page) -> None:
    open_page(page, "race", link("race"))
    page.get_by_label("Step", exact=True).fill("37")
    drawn(page)
    page.wait_for_url("**step=37**")
    page.locator(f"{NAVIGATION} a").first.focus()
    for _ in range(len(PAGES) - 1):
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Lessons")).to_be_focused()
    with page.expect_navigation(url="**page=lessons**"):
        page.keyboard.press("Enter")
    with page.expect_navigation(url="**page=race**"):
        page.get_by_role("link", name="Race", exact=True).click()
    expect(drawn(page)).to_have_attribute("data-step", "37")


@pytest.mark.parametrize("address", [link("race", presentation=True), link("race", hidden=frozenset({"noise"}))])
def test_nobody_is_led_away_from_a_presentation_or_a_locked_page(page: Page, address: str) -> None:
    open_page(page, "race", address)
    expect(page.locator(NAVIGATION)).to_have_count(0)


def test_nobody_is_led_away_from_a_frame(page: Page) -> None:
    open_page(page, "race", link("race") + "&embed=true")
    expect(page.locator(NAVIGATION)).to_have_count(0)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one more page."""
    return add_page(tmp_path_factory.mktemp("extended"))


@pytest.fixture(scope="module")
def extended(project: Path) -> Generator[Server]:
    """The app with one more page."""
    with serving(project.parent, free_port(), str(project / "app.py")) as running:
        yield running


def test_a_new_page_opens_from_its_link(browser: Browser, extended: Server) -> None:
    with watched_page(browser, extended, viewport={"width": 1200, "height": 900}) as page:
        page.goto("/?page=powers~beta_0.25")
        expect(page.locator("#sum")).to_have_text(f"8 powers, sum {sum(0.25**k for k in range(8))}")
        assert page.locator(f"{NAVIGATION} a").all_inner_texts() == [
            "Race",
            "Powers",
            *[page.title for page in PAGES.values()][1:],
        ]
        expect(page.locator(f"{NAVIGATION} [aria-current=page]")).to_have_text("Powers")
        page.get_by_label("b · Base, exact value").fill("0.5")
        page.keyboard.press("Enter")
        expect(page.locator("#sum")).to_have_text(f"8 powers, sum {sum(0.5**k for k in range(8))}")
        page.wait_for_url(re.compile(r"page=powers~beta_0\.5&"))
        page.reload()
        expect(page.locator("#sum")).to_have_text(f"8 powers, sum {sum(0.5**k for k in range(8))}")


def test_a_new_page_can_be_locked(browser: Browser, extended: Server) -> None:
    with watched_page(browser, extended, viewport={"width": 1200, "height": 900}) as page:
        page.goto("/?page=powers~beta_0.25&hide=base")
        expect(page.locator("#sum")).to_have_text(re.compile("8 powers"))
        page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
        expect(page.get_by_label("b · Base, exact value")).to_have_count(0)
        expect(page.locator(NAVIGATION)).to_have_count(0)
        page.get_by_role("link", name="Open the full app").click()
        expect(page.get_by_label("b · Base, exact value")).to_have_value("0.25")


def test_a_new_page_has_a_handout(browser: Browser, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "powers.html"
    command = [sys.executable, "-m", "lecture", "v=1&page=powers~beta_0.25&surface=bowl", "--html", str(file)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        expect(page.locator("#sum")).to_have_text(f"8 powers, sum {sum(0.25**k for k in range(8))}")
