"""The picture alone, as large as the screen: into it by a key, and out of it again."""

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lecture import Camera, Lecture, View, decode, encode, opening
from lecture.lessons import LESSONS
from surfaces import SURFACES
from tests.browser.player import drawn, seen_view

VIEW = View(step=37, camera=Camera((1.0, -1.5, 0.75), (0.0, 0.0, -0.25)), speed=2.0, focus=1)
LECTURE = replace(opening(SURFACES["bowl"]()), view=VIEW)
LEAVE = "Leave the presentation"


def at(page: Page, lecture: Lecture) -> None:
    page.goto(f"/?{encode(lecture)}")
    drawn(page)


def viewed(lecture: Lecture, **view: Any) -> Lecture:
    return replace(lecture, view=replace(lecture.view, **view))


def pressed(page: Page, key: str) -> list[Any]:
    """Press a key that opens the page anew; return what is seen then, but for the zoom, which fits the screen."""
    with page.expect_navigation():
        page.keyboard.press(key)
    player = drawn(page)
    step, layout, focus, speed, _, eye = seen_view(player)
    return [step, layout, focus, speed, eye]


@pytest.mark.parametrize(
    ("back", "layout", "eye"), [("p", "map-relief", [1.0, -1.5, 0.75]), ("Escape", "map-loss", None)]
)
def test_a_key_shows_only_the_picture_and_brings_everything_back(
    page: Page, back: str, layout: str, eye: list[float] | None
) -> None:
    lecture = viewed(LECTURE, layout=layout)
    at(page, lecture)
    assert pressed(page, "p") == ["37", layout, "1", "2", eye]
    expect(page.get_by_role("heading", name="Downhill")).to_have_count(0)
    assert decode(page.url)[0] == viewed(lecture, presentation=True)
    page.keyboard.press("ArrowRight")
    assert pressed(page, back) == ["38", layout, "1", "2", eye]
    expect(page.get_by_role("heading", name="Downhill")).to_be_visible()
    assert decode(page.url)[0] == viewed(lecture, step=38)


def test_a_presentation_has_a_button_that_leaves_it(page: Page) -> None:
    at(page, viewed(LECTURE, presentation=True))
    page.get_by_role("button", name="One step back").click()
    with page.expect_navigation():
        page.get_by_role("button", name=LEAVE).click()
    expect(drawn(page)).to_have_attribute("data-step", "36")
    expect(page.get_by_role("button", name="Share")).to_be_visible()
    expect(page.get_by_role("button", name=LEAVE)).to_have_count(0)


def test_a_lesson_and_its_picture_fit_on_the_screen_together(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    at(page, viewed(LESSONS["ravine"].lecture, presentation=True))
    expect(page.get_by_text(LESSONS["ravine"].question.words)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="Show the answer")).to_be_in_viewport(ratio=1)
    at(page, viewed(LESSONS["ravine"].answered, presentation=True))
    expect(page.get_by_role("button", name=LEAVE)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_a_presentation_has_the_largest_map(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    sizes = []
    for presentation in (False, True):
        at(page, viewed(LECTURE, presentation=presentation))
        plot = page.locator(".downhill-panel-map .nsewdrag").bounding_box()
        assert plot is not None
        sizes.append((plot["width"], plot["height"]))
    (small, _), (large, high) = sizes
    assert large > 1.3 * small
    assert high > 0.55 * height
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollHeight <= main.clientHeight")


@pytest.mark.parametrize("width", [390, 600])
def test_on_a_phone_what_plays_it_is_below_the_picture(phone: Page, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 844})
    at(phone, viewed(LECTURE, presentation=True))
    picture, playback = (phone.locator(f".downhill-{part}").bounding_box() for part in ("panels", "transport"))
    assert picture is not None
    assert playback is not None
    assert picture["height"] > 300
    assert playback["y"] >= picture["y"] + picture["height"]


def test_escape_closes_the_keys_first(page: Page) -> None:
    at(page, viewed(LECTURE, presentation=True))
    address = page.url
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text(LEAVE.lower())
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    assert page.url == address


@pytest.mark.parametrize(
    "query", [encode(viewed(LECTURE, hidden=frozenset({"values"}))), f"{encode(LECTURE)}&embed=true"]
)
def test_a_locked_page_and_a_frame_have_no_such_key(page: Page, query: str) -> None:
    page.goto(f"/?{query}")
    drawn(page)
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("play or pause")
    expect(keys).not_to_contain_text("only the picture")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press("p")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=38**", wait_until="commit")
    assert "presentation=0" in page.url


def test_a_locked_presentation_is_not_left(page: Page) -> None:
    at(page, viewed(LECTURE, presentation=True, hidden=frozenset({"controls"})))
    expect(page.get_by_role("button", name=LEAVE)).to_have_count(0)
