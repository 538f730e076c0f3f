"""The page of the averages in a browser: β and days under the hand, right numbers, and the way to the race."""

import re

import numpy as np
from playwright.sync_api import Browser, Locator, Page, expect

from lecture import decode
from lecture.pages.averages import Averages
from lecture.series import series
from optimizers import weighted_average
from parameters import declared
from scenes.sliders import title
from tests.browser.conftest import watched_page
from tests.browser.hand import NEXT_FRAME, center, pictures, pressed, thumb
from tests.browser.player import drawn
from tests.browser.race_page import enter, script_ended
from tests.conftest import Server
from tests.written_numbers import read_number

FIRST = title(declared(Averages)["beta_1"])
HANDLE = "[data-handle=day]"


def opened(page: Page, settings: str = "", view: str = "") -> Locator:
    """Open the page; return its player once its picture stands, and the controls are there."""
    page.goto(f"/?page=averages{settings}&{view}")
    player = drawn(page)
    script_ended(page)
    return player


def settings(page: Page) -> Averages:
    """The settings in the address."""
    shown = decode(page.url.partition("?")[2])[0].page
    assert isinstance(shown, Averages)
    return shown


def test_the_day_in_numbers_is_numpys(page: Page) -> None:
    player = opened(page, "~curves-2_none", "step=40")
    values = series(Averages()).values
    shown = player.locator(".downhill-averages-lines tr").all_inner_texts()
    plain, corrected = (read_number(line.rpartition("= ")[2].strip()) for line in shown)
    assert plain == float(f"{weighted_average(values, 0.9)[39]:.5g}")
    assert corrected == float(f"{weighted_average(values, 0.9, bias_correction=True)[39]:.5g}")
    last = player.locator(".downhill-averages-terms tr").last.locator("td").last
    assert read_number(last.inner_text()) == plain, "the terms add up to it"


def test_the_three_numbers_are_measured_on_the_series(page: Page) -> None:
    player = opened(page, "~series_ramp~beta-1_0.9")
    measured = {key: player.locator(f"[data-measured={key}]") for key in ("window", "delay", "noise")}
    expect(measured["window"]).to_have_text("10")
    expect(measured["delay"]).to_have_text("9")
    expect(measured["noise"]).to_have_text("the series has no noise")
    enter(page, FIRST, 0.98)
    expect(measured["window"]).to_have_text("50")
    expect(measured["delay"]).to_have_text("49")


def test_averages_follow_a_slider_and_nothing_is_sent(page: Page, sent: list[str | bytes]) -> None:
    player = opened(page)
    label = player.locator(".downhill-legend-label").first
    x, y = thumb(page, "[class*=beta_1-slider]")
    with pressed(page, x, y):
        before, begun = len(sent), pictures(player)
        for step in range(1, 6):
            page.mouse.move(x + 6 * step, y)
            page.evaluate(NEXT_FRAME)
        expect(label).not_to_have_text("β 0.9")
        expect(player).to_have_attribute("data-source", "browser")
        assert pictures(player) > begun
        assert len(sent) == before
    expect(player).to_have_attribute("data-source", "server")
    expect(label).to_have_text(re.compile(r"β 0\.9\d"))


def test_a_day_is_dragged_and_the_link_holds_it(page: Page) -> None:
    player = opened(page, "~series_step~curves-2_none", "step=100")
    handle = player.locator(HANDLE)
    value = player.locator(".downhill-legend-loss").first
    before = read_number(value.inner_text())
    x, y = center(handle)
    with pressed(page, x, y):
        for down in (20, 40):
            page.mouse.move(x, y + down)
            page.evaluate(NEXT_FRAME)
            corrected = player.locator(".downhill-averages-lines td").last.inner_text()
            shown = read_number(value.inner_text())
            assert float(f"{read_number(corrected.removeprefix('= ')):.4g}") == shown != before, "in the same frame"
    page.wait_for_url(re.compile("moved_99_"))
    ((day, moved),) = settings(page).moved
    assert day == 99
    expect(player).to_have_attribute("data-source", "server")
    averages = weighted_average(series(settings(page)).values, 0.9, bias_correction=True)
    np.testing.assert_allclose(read_number(value.inner_text()), averages[99], rtol=1e-3)
    handle.press("ArrowUp")
    page.wait_for_function("(old) => !location.search.includes(old)", arg=f"moved_99_{moved:g}~")
    assert settings(page).moved[0][1] > moved
    enter(page, title(declared(Averages)["days"]), 110)
    page.wait_for_url("**~days_110~**")
    expect(player).to_have_attribute("data-steps", "110")


def test_it_leads_to_a_gradient_and_its_average(page: Page) -> None:
    opened(page)
    page.get_by_role("link", name="The same average on a gradient").click()
    page.wait_for_url("**page=race**curve=average-y**")
    player = drawn(page)
    title_of_curve = player.locator(".downhill-panel-numbers .downhill-panel-title")
    expect(title_of_curve).to_have_text("Momentum along y: g and its average v")
    player.get_by_role("button", name="Focus Adam").click()
    expect(title_of_curve).to_have_text("Adam along y: g and its average m̂")
    player.get_by_role("button", name="Focus RMSprop").click()
    expect(title_of_curve).to_have_text("RMSprop along y: g² and its average s")


FLAT = """() => {
    window.flat = true;
    const { get } = Object.getOwnPropertyDescriptor(Element.prototype, "clientHeight");
    const measured = function () {
        return window.flat && this.classList.contains("downhill-stack") ? 0 : get.call(this);
    };
    Object.defineProperty(Element.prototype, "clientHeight", { get: measured });
}"""
"""JavaScript: have a picture no height, as before its page is laid out."""


def test_a_chart_that_has_no_height_so_far_is_drawn_when_it_has_one(browser: Browser, server: Server) -> None:
    with watched_page(browser, server) as page:
        page.add_init_script(f"({FLAT})()")
        player = opened(page)
        canvas = player.locator("canvas").first
        expect(canvas).to_be_hidden()
        page.evaluate("() => { window.flat = false; }")
        page.set_viewport_size({"width": 1100, "height": 700})
        expect(canvas).to_be_visible()
