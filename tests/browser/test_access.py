"""The page for those who see, press or hear it in another way: forced colours, twice the size, keyboard and speech."""

import io
import re
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from exports.handout.handout import handout
from lecture import encode, opening
from lecture.lessons import LESSONS
from lecture.pages import PAGES as PAGE_TYPES
from surfaces import SURFACES
from tests.browser.axe import violations
from tests.browser.conftest import watched_page
from tests.browser.hand import NEXT_FRAME
from tests.browser.player import drawn
from tests.browser.race_page import after_a_new_picture, opened, script_ended
from tests.conftest import Server

PAGES = {"race": "/", "lesson": f"/?{encode(next(iter(LESSONS.values())).lecture)}", "gallery": "/?page=lessons"}


def whole(page: Page, name: str) -> None:
    """Open one of the pages, and wait until all of it stands."""
    page.goto(PAGES[name])
    if name == "gallery":
        expect(page.locator("a.card")).to_have_count(len(LESSONS))
    else:
        drawn(page)
    script_ended(page)


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_where_colours_are_forced(
    browser: Browser, server: Server, name: str, colors: Literal["light", "dark"]
) -> None:
    size = {"width": 1400, "height": 900}
    with watched_page(browser, server, viewport=size, forced_colors="active", color_scheme=colors) as page:  # type: ignore[arg-type]
        whole(page, name)
        # The colours are the person's own: axe-core reads those that a style sheet asked for.
        assert [found for found in violations(page) if found[0] != "color-contrast"] == []


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_forced_colours_keep_light_and_dark_the_choice_and_the_tracks(
    browser: Browser, server: Server, colors: Literal["light", "dark"]
) -> None:
    size = {"width": 1400, "height": 900}
    with watched_page(browser, server, viewport=size, forced_colors="active", color_scheme=colors) as page:  # type: ignore[arg-type]
        player = opened(page)
        drawn(page)

        def brightness(selector: str) -> float:
            picture = Image.open(io.BytesIO(page.locator(selector).first.screenshot())).convert("L")
            return float(np.median(np.asarray(picture)))

        assert (brightness(".downhill-panel-map .downhill-stack") > 128) is (colors == "light")
        chosen, other = (
            player.locator(".downhill-choice span").nth(k).evaluate("(span) => getComputedStyle(span).backgroundColor")
            for k in (0, 1)
        )
        assert chosen != other
        track = page.get_by_test_id("stSlider").first.locator("[role=group] > div")
        picture = np.asarray(Image.open(io.BytesIO(track.screenshot())).convert("L")).astype(int)
        assert np.ptp(picture.max(axis=0)) + np.ptp(picture.min(axis=0)) > 40, "a track and a knob are seen"


@pytest.mark.parametrize("name", PAGES)
def test_nothing_has_to_be_scrolled_sideways_at_twice_the_size(browser: Browser, server: Server, name: str) -> None:
    """A window of 1280 × 720 at 200 % is 640 × 360 px of CSS."""
    size = {"width": 640, "height": 360}
    with watched_page(browser, server, viewport=size, device_scale_factor=2) as page:  # type: ignore[arg-type]
        whole(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
        assert page.get_by_test_id("stMain").evaluate("(main) => main.scrollWidth - main.clientWidth") <= 0
        assert violations(page) == []
        if name == "lesson":
            expect(page.get_by_role("button", name="Show the answer")).to_be_in_viewport(ratio=1)
        if name == "race":
            play = page.get_by_role("button", name="Play")
            expect(play).to_be_in_viewport(ratio=1)
            expect(page.locator(".downhill-panel-map .nsewdrag")).to_be_in_viewport(ratio=1)
            above = page.locator(".downhill-panel-map .nsewdrag").bounding_box()
            below = page.locator(".downhill-transport").bounding_box()
            assert above is not None
            assert below is not None
            assert above["width"] > 320, "it is what the window is for"
            assert above["height"] > 190
            assert above["y"] + above["height"] <= below["y"], "the whole map can be seen"


def test_no_entry_is_called_invalid_and_a_wrong_one_says_why(page: Page) -> None:
    opened(page)
    script_ended(page)
    faults = page.locator("input[type=number]").evaluate_all(
        "(all) => all.filter((one) => !one.checkValidity()).length"
    )
    assert faults == 0
    entry = page.get_by_label("κ · Condition number, exact value")
    entry.fill("99999999")
    entry.press("Tab")
    reason = page.get_by_role("alert").filter(has_text=re.compile("between 1 and 10000"))
    expect(reason).to_be_visible()
    assert (reason.bounding_box() or {"height": 0})["height"] > 15
    expect(entry).to_have_attribute("aria-describedby", str(reason.get_attribute("id")))


def test_why_an_entry_refuses_a_number_is_written_as_on_the_page(page: Page) -> None:
    opened(page)
    script_ended(page)
    entry = page.get_by_label("α · Learning rate, exact value").last
    entry.fill("99999999")
    entry.press("Tab")
    expect(page.get_by_role("alert").filter(has_text="between 10⁻⁸ and 1000")).to_be_visible()


@pytest.mark.parametrize("way", ["type", "paste"])
def test_a_decimal_comma_is_understood(page: Page, way: str) -> None:
    opened(page)
    script_ended(page)
    entry = page.get_by_label("α · Learning rate, exact value").last
    entry.click()
    entry.press("Control+a")
    if way == "type":
        entry.press_sequentially("0,05")
    else:
        entry.evaluate(
            """(entry) => {
                const clipboardData = new DataTransfer();
                clipboardData.setData("text", "0,05");
                entry.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
            }"""
        )
    after_a_new_picture(page, lambda: entry.press("Enter"))
    expect(entry).to_have_value("0.05")


def test_share_takes_the_keyboard_and_gives_it_back(page: Page) -> None:
    opened(page)
    script_ended(page)
    share = page.get_by_role("button", name="Share")
    share.press("Enter")
    page.wait_for_function("() => document.activeElement.closest('[data-testid=stPopoverBody]') !== null")
    expect(page.get_by_role("button", name="Copy to clipboard")).to_be_visible()
    page.keyboard.press("Escape")
    expect(share).to_be_focused()


def test_a_step_is_announced_with_its_losses_once_it_rests(page: Page) -> None:
    page.goto("/")
    player = drawn(page)
    page.keyboard.press("ArrowRight")
    said = player.get_by_role("status").filter(has_text=re.compile(r"^Step 11: loss SGD [\d.]+, Momentum "))
    expect(said).to_have_count(1)


SEEN = {
    **{key: f"/?page={key}" for key in ("rules", "saddles", "averages")},
    "audience": f"/view?{encode(opening(SURFACES['bowl']()))}",
    "layer and sweep": "/view?surface=himmelblau&step=end&layer=curvature&curve=sweep&focus=1",
}


STATES: list[tuple[tuple[int, int], Literal["light", "dark"], Literal["active", "none"]]] = [
    ((390, 844), "dark", "none"),
    ((640, 360), "light", "none"),
    ((1400, 900), "dark", "active"),
]
"""The size in px, the colours, and whether they are forced."""


def assert_seen_by_all(page: Page) -> None:
    """Check a page that stands: on a telephone in the dark, at twice the size, and with forced colours."""
    for size, colors, forced in STATES:
        page.emulate_media(color_scheme=colors, forced_colors=forced)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.evaluate(NEXT_FRAME)
        # Forced colours are the person's own: axe-core reads those that a style sheet asked for.
        ignored = "color-contrast" if forced == "active" else None
        assert [found for found in violations(page) if found[0] != ignored] == [], (size, colors, forced)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], (size, colors, forced)
    page.emulate_media(forced_colors="none")


@pytest.mark.parametrize("name", SEEN)
def test_a_page_is_seen_by_all(page: Page, name: str) -> None:
    page.goto(SEEN[name])
    if name in PAGE_TYPES:
        script_ended(page)
    if name not in PAGE_TYPES or PAGE_TYPES[name].picture:
        drawn(page)
    if name == "layer and sweep":
        expect(page.locator(".downhill-survey")).to_have_attribute("data-done", "1")
        expect(page.locator(".downhill-panel-sweep")).to_have_attribute("data-done", "true")
    assert_seen_by_all(page)


def test_a_handout_is_seen_by_all(browser: Browser, tmp_path: Path) -> None:
    lecture = opening(SURFACES["bowl"]())
    file = tmp_path / "handout.html"
    file.write_text(handout(lecture, f"https://downhill.example/?{encode(lecture)}"), encoding="utf-8")
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        drawn(page)
        assert_seen_by_all(page)
