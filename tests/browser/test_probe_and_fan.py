"""What could be: the paths from under the pointer, and every path that a slider can make."""

import re
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from lecture import encode, opening
from surfaces import SURFACES
from tests.browser.hand import HANDLE, NEXT_FRAME, at_rest, center, pictures, pressed, thumb
from tests.browser.player import drawn, legend_losses, on_map, press_switch
from tests.browser.race_page import after_a_new_picture, script_ended
from tests.browser.stills import save

BETA = ".st-key-widget-contender-3-adam-beta1-slider"
INKED = """(selector) => {
    const canvas = document.querySelector(selector);
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, k) => k % 4 === 3 && value > 0);
}"""
"""JavaScript: whether anything is drawn on a canvas."""
PROBED = ".downhill-probe canvas"


def test_a_held_key_shows_the_paths_from_under_the_pointer_and_a_click_starts_there(
    page: Page, sent: list[str | bytes]
) -> None:
    player = at_rest(page, f"/?{encode(opening(SURFACES['himmelblau']()))}")
    page.evaluate("() => document.activeElement?.blur()")
    before, start, quiet = pictures(player), player.get_attribute("data-start"), len(sent)
    page.mouse.move(*on_map(player, -3.5, 1.5))
    page.keyboard.down("x")
    expect(player).to_have_attribute("data-probe", re.compile(r"^-3\.5\d*,1\.5"))
    assert page.evaluate(INKED, PROBED)
    page.mouse.move(*on_map(player, 3.0, 1.0))
    expect(player).to_have_attribute("data-probe", re.compile(r"^(3|2\.99)"))
    page.keyboard.up("x")
    expect(player).to_have_attribute("data-probe", "")
    assert not page.evaluate(INKED, PROBED)
    assert (pictures(player), player.get_attribute("data-start"), len(sent)) == (before, start, quiet)

    page.keyboard.down("x")
    expect(player).to_have_attribute("data-probe", re.compile(r"^(3|2\.99)"))
    after_a_new_picture(page, lambda: page.mouse.click(*on_map(player, 2.0, -3.0)))
    page.keyboard.up("x")
    expect(player).to_have_attribute("data-start", re.compile(r"^(2|1\.99|2\.0\d*),-(3|2\.99)"))


def test_a_finger_probes_by_a_switch(phone: Page) -> None:
    player = at_rest(phone)
    press_switch(phone, "Probe")
    phone.locator(HANDLE).scroll_into_view_if_needed()
    start = player.get_attribute("data-start")
    x, y = on_map(player, 2.0, 1.0)
    touch = phone.context.new_cdp_session(phone)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + 30, "y": y - 20}]})
    expect(player).not_to_have_attribute("data-probe", "")
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(player).to_have_attribute("data-probe", "")
    assert player.get_attribute("data-start") == start
    after_a_new_picture(phone, lambda: phone.touchscreen.tap(x, y))
    expect(player).not_to_have_attribute("data-start", str(start))


def test_the_fan_is_of_the_slider_that_is_touched_and_of_whom_it_belongs_to(page: Page) -> None:
    player = at_rest(page)
    scale = page.locator(".downhill-fan-scale")
    expect(scale).to_be_hidden()
    press_switch(page, "Fan")
    expect(scale).to_contain_text("Momentum: every β₁")
    expect(page).to_have_url(re.compile("fan=beta1"))
    assert player.get_attribute("data-focus") != "3"
    x, y = thumb(page, BETA)
    with pressed(page, x, y):
        page.mouse.move(x - 20, y)
        expect(player).to_have_attribute("data-fan", "beta1")
        expect(player).to_have_attribute("data-focus", "3")
        said = re.compile(r"Paths of Adam for β₁ from 0 to 0\.999; it is 0\.\d+")
        expect(scale).to_have_attribute("aria-label", said)
    expect(player).to_have_attribute("data-source", "server")
    expect(page).to_have_url(re.compile("focus=3"))
    drawn(page)
    script_ended(page)
    page.reload()
    expect(page.locator(".downhill-fan-scale")).to_contain_text("β₁")
    expect(player).to_have_attribute("data-fan", "beta1")


def test_a_fan_is_in_the_still_with_its_scale(page: Page, tmp_path: Path) -> None:
    lecture = opening(SURFACES["himmelblau"]())
    found = []
    for fan in (None, "beta1"):
        shown = replace(lecture, view=replace(lecture.view, layout="map", fan=fan, focus=3))
        player = at_rest(page, f"/?{encode(shown)}")
        expect(player).to_have_attribute("data-fan", fan or "")
        found.append(save(page, tmp_path, "svg").read_text(encoding="utf-8"))
    without, still = found
    assert still.count("<path") - without.count("<path") >= 55
    for words in ("Adam: β₁ 0", "Adam: β₁ 0.999"):
        assert words in still
        assert words not in without


def test_two_drags_within_a_moment_are_two_changes(page: Page) -> None:
    player = at_rest(page)
    starts = [player.get_attribute("data-start")]
    page.evaluate("() => document.activeElement?.blur()")
    for target in ((2.0, 1.0), (-1.0, 1.5)):
        page.locator(HANDLE).hover()
        with pressed(page, *center(page.locator(HANDLE))):
            page.mouse.move(*on_map(player, *target), steps=4)
            page.evaluate(NEXT_FRAME)
        expect(player).to_have_attribute("data-source", "server")
        starts.append(player.get_attribute("data-start"))
    expect(page).to_have_url(re.compile(r"start=-(1|0\.99|1\.0)"))
    losses = legend_losses(page)
    for start in (starts[1], starts[0]):
        page.keyboard.press("Control+z")
        expect(player).to_have_attribute("data-start", str(start))
        expect(player).to_have_attribute("data-source", "server")
    assert legend_losses(page) != losses
