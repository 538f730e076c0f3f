"""A hand on the page: hold, drag, and count the pictures that follow."""

from collections.abc import Generator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from tests.browser.player import drawn
from tests.browser.race_page import script_ended

NEXT_FRAME = "() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
HANDLE = '[data-handle="start"]'


def at_rest(page: Page, address: str = "/?step=end") -> Locator:
    """The player when its picture, the controls and the kernels are there."""
    page.goto(address)
    player = drawn(page)
    script_ended(page)
    expect(player).to_have_attribute("data-live", "true")
    return player


def center(place: Locator) -> tuple[float, float]:
    """The middle of an element, px on the page."""
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def thumb(page: Page, slider: str) -> tuple[float, float]:
    """The middle of a slider's thumb, px on the page, once it is at rest there."""
    place = page.locator(f"{slider} input[type=range]").locator("xpath=../..")
    place.hover()
    return center(place)


@contextmanager
def pressed(page: Page, x: float, y: float) -> Generator[None]:
    """Hold the mouse down from a place on."""
    page.mouse.move(x, y)
    page.mouse.down()
    try:
        yield
    finally:
        page.mouse.up()


def pictures(player: Locator) -> int:
    """How many pictures with other paths have been drawn."""
    return int(player.get_attribute("data-pictures") or 0)
