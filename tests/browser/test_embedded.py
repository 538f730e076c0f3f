"""The app in a frame of another page: `?embed=true` leaves the picture."""

import pytest
from playwright.sync_api import Page, expect

from lecture import encode, opening
from surfaces import SURFACES
from tests.browser.player import drawn, on_map
from tests.browser.race_page import after_a_new_picture

BOWL = opening(SURFACES["bowl"]())
CONTROLS = "button, input, select, textarea, a, summary, table, h1, h2"


def seen_beside_the_player(page: Page) -> list[str]:
    """List what can be turned, followed or read as a heading and is none of the player's."""
    return page.evaluate(
        """(controls) => [...document.querySelectorAll(controls)]
            .filter((node) => !node.closest("[data-testid=player], [data-testid=stSkipToContent]"))
            .filter((node) => node.checkVisibility({ checkOpacity: true }))
            .map((node) => node.outerHTML)""",
        CONTROLS,
    )


def test_a_frame_has_picture_legend_and_transport_and_keeps_to_them(page: Page) -> None:
    page.goto(f"/?{encode(BOWL)}&embed=true")
    player = drawn(page)
    for part in ("legend", "panel-map", "panel-loss", "transport"):
        expect(page.locator(f".downhill-{part}")).to_be_visible()
    for part in ("views", "worked"):
        expect(page.locator(f".downhill-{part}").first).to_be_hidden()
    assert seen_beside_the_player(page) == []
    page.get_by_test_id("stMain").focus()  # where a frame's keyboard is, so that it can be scrolled
    page.keyboard.press("ArrowLeft")
    expect(player).to_have_attribute("data-step", str(BOWL.steps - 1))

    after_a_new_picture(page, lambda: page.mouse.click(*on_map(player, 2.0, 1.0)))
    page.wait_for_url(lambda url: "start=-4_1.5" not in url and url.endswith("&embed=true"))
    assert seen_beside_the_player(page) == []
    page.reload()
    drawn(page)
    assert seen_beside_the_player(page) == []


@pytest.mark.parametrize("size", [(1280, 720), (800, 450)], ids=str)
def test_the_picture_ends_with_the_frame(page: Page, size: tuple[int, int]) -> None:
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.goto("/?embed=true")
    drawn(page)
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollHeight <= main.clientHeight")
    play = page.get_by_role("button", name="Play").bounding_box()
    assert play is not None
    assert play["y"] + play["height"] <= height
