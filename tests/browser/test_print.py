"""On paper: the page and a handout are a page or two with the whole picture, and all of it can be read."""

import io
import re
from collections.abc import Generator
from dataclasses import replace
from typing import Literal

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from exports.handout.handout import handout
from lecture import View, encode, opening
from surfaces import SURFACES
from tests.browser.conftest import watched_page
from tests.browser.paper import sheets
from tests.browser.player import covered, drawn
from tests.browser.race_page import script_ended
from tests.conftest import Server

LECTURE = opening(SURFACES["bowl"]())
LINK = f"?{encode(LECTURE)}"


@pytest.fixture(params=["light", "dark"])
def colors(request: pytest.FixtureRequest) -> Literal["light", "dark"]:
    """Either theme."""
    return request.param


@pytest.fixture
def printed(browser: Browser, server: Server, colors: Literal["light", "dark"]) -> Generator[Page]:
    """A page of a profile in that theme."""
    with watched_page(browser, server, viewport={"width": 1400, "height": 900}, color_scheme=colors) as page:
        yield page


@pytest.mark.parametrize("landscape", [False, True], ids=["upright", "landscape"])
@pytest.mark.parametrize("kind", ["app", "handout"])
def test_it_is_a_page_or_two_and_leaves_the_screen_as_it_was(printed: Page, kind: str, landscape: bool) -> None:
    open_one(printed, kind)
    before = printed.locator(".downhill-stack").evaluate_all("(stacks) => stacks.map((stack) => stack.clientHeight)")
    assert 1 <= sheets(printed, landscape=landscape) <= 2
    after = printed.locator(".downhill-stack").evaluate_all("(stacks) => stacks.map((stack) => stack.clientHeight)")
    assert after == before


def test_the_averages_are_scaled_too(page: Page) -> None:
    page.goto("/?page=averages")
    player = drawn(page)
    script_ended(page)
    drawing = player.locator(".downhill-stack canvas").first
    before = drawing.evaluate("(canvas) => [canvas.clientWidth, canvas.clientHeight]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    box = player.locator(".downhill-stack").bounding_box()
    after = drawing.evaluate("(canvas) => [canvas.clientWidth, canvas.clientHeight]")
    assert after == pytest.approx(before, abs=1), "scaled, not drawn again"
    assert box is not None
    assert box["x"] + box["width"] <= 718
    assert covered(page) == []


@pytest.mark.parametrize("kind", ["app", "handout"])
def test_the_whole_picture_is_on_it_and_its_words_are_dark(printed: Page, kind: str) -> None:
    open_one(printed, kind)
    printed.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed.emulate_media(media="print")
    printed.set_viewport_size({"width": 718, "height": 1000})  # of a sheet of A4 with its margins
    player = printed.get_by_test_id("player")
    box = player.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 718
    assert covered(printed) == []
    for panel in player.locator(".downhill-panel:visible").all():
        inner = panel.bounding_box()
        assert inner is not None
        assert inner["x"] + inner["width"] <= box["x"] + box["width"] + 1
        graph = panel.locator(".js-plotly-plot .main-svg").first.bounding_box()
        assert graph is not None
        assert graph["x"] + graph["width"] <= inner["x"] + inner["width"] + 1, "a curve ends where its axis does"
    for name in (".downhill-panel-title", ".js-plotly-plot text", ".results td", ".downhill-legend-label"):
        color = printed.locator(name).first.evaluate(
            "(node) => [getComputedStyle(node).fill, getComputedStyle(node).color]"
        )
        shade = color[0] if "text" in name else color[1]
        assert np.mean([int(part) for part in re.findall(r"\d+", shade)[:3]]) < 90, f"{name} is pale on paper"
    picture = Image.open(io.BytesIO(player.screenshot())).convert("RGB")
    assert len(np.unique(np.asarray(picture.resize((60, 60))).reshape(-1, 3), axis=0)) > 20, "the picture is there"
    expect_controls_gone(printed)


PRINTED = """(relief) => {
    const canvas = () => relief.querySelector(".js-plotly-plot canvas");
    const drawn = canvas();
    dispatchEvent(new Event("beforeprint"));
    const { width, height } = canvas();
    const pixels = canvas().getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
    dispatchEvent(new Event("afterprint"));
    return { colors: new Set(new Uint32Array(pixels.buffer)).size, isBack: canvas() === drawn };
}"""
"""JavaScript: how many colours the printed copy of a relief has, and whether the relief is there again afterwards."""


def test_a_relief_is_printed_as_a_copy(page: Page) -> None:
    page.goto(f"/?{encode(replace(LECTURE, view=View(layout='relief')))}")
    copy = drawn(page).locator(".downhill-panel-relief").evaluate(PRINTED)
    assert copy["colors"] > 100
    assert copy["isBack"]


def expect_controls_gone(page: Page) -> None:
    """What is pressed is not printed."""
    for name in (".downhill-transport", ".downhill-views"):
        assert not page.locator(name).is_visible()


def open_one(page: Page, kind: str) -> None:
    """Open the app, or a handout of the same race."""
    if kind == "app":
        page.goto(f"/{LINK}")
    else:
        made = handout(LECTURE, f"https://downhill.example/{LINK}", plotly_inside=True)
        page.route("**/race.html", lambda route: route.fulfill(body=made, content_type="text/html; charset=utf-8"))
        page.goto("/race.html")
    drawn(page)
    if kind == "app":
        script_ended(page)


def test_a_handout_draws_under_a_strict_policy(browser: Browser) -> None:
    """Inline scripts and nothing else: no data: addresses, no eval, no other server."""
    policy = "default-src 'self' 'unsafe-inline'"
    page_text = handout(LECTURE, f"https://downhill.example/{LINK}", plotly_inside=True)
    with browser.new_context(viewport={"width": 1200, "height": 900}) as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.route(
            "https://lecture.example/race.html",
            lambda route: route.fulfill(
                body=page_text, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": policy}
            ),
        )
        page.goto("https://lecture.example/race.html")
        player = drawn(page)
        assert player.locator(".downhill-head-place:not([hidden])").count() >= 4
        assert not [fault for fault in faults if "script" in fault.lower()], faults
