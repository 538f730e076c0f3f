"""Under the hand: while a slider or an entry moves, the paths follow with nothing asked of the server."""

import re
from collections.abc import Generator
from contextlib import contextmanager

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from lecture import Contender, Lecture, encode, opening
from lecture.openings import with_suggested_rate
from optimizers import OPTIMIZERS, SCHEDULES, run
from parameters import format_number
from surfaces import SURFACES
from tests.browser.conftest import DESKTOP, watched_page
from tests.browser.hand import NEXT_FRAME, at_rest, pictures, pressed, thumb
from tests.browser.player import drawn, drawn_paths, legend_losses
from tests.browser.race_page import after_a_new_picture, opened, script_ended
from tests.conftest import Server

ALPHA = ".st-key-widget-contender-3-adam-learning_rate-slider"


def test_a_dragged_slider_takes_the_paths_with_it_and_sends_nothing(page: Page, sent: list[str | bytes]) -> None:
    player = at_rest(page)
    x, y = thumb(page, ALPHA)
    before, quiet = pictures(player), len(sent)
    losses = {tuple(legend_losses(page))}
    with pressed(page, x, y):
        for k in range(1, 26):
            shown = pictures(player)
            page.mouse.move(x - 4 * k, y)  # farther than from stop to stop
            expect(player).not_to_have_attribute("data-pictures", str(shown))
            losses.add(tuple(legend_losses(page)))
        assert pictures(player) - before >= 20
        assert len(losses) >= 20
        expect(player).to_have_attribute("data-source", "browser")
        expect(page.locator(".results caption")).to_contain_text("not yet")
        entered = format_number(float(page.locator(ALPHA.replace("slider", "entry")).locator("input").input_value()))
        assert page.locator(f"{ALPHA} input").get_attribute("aria-valuetext") == entered
        expect(page.locator(".downhill-legend-summary").last).to_contain_text(f"α {entered},")
        assert len(sent) == quiet
    expect(player).to_have_attribute("data-source", "server")
    expect(page.locator(".results caption")).to_have_text("Results")
    drawn(page)
    assert len(sent) > quiet


@contextmanager
def deaf(page: Page) -> Generator[None]:
    """Keep what the page sends from the server, until the end."""
    page.evaluate(
        """() => {
            window.held = [];
            window.realSend = WebSocket.prototype.send;
            WebSocket.prototype.send = function (data) { window.held.push([this, data]); };
        }"""
    )
    try:
        yield
    finally:
        page.evaluate(
            """() => {
                WebSocket.prototype.send = window.realSend;
                for (const [socket, data] of window.held) socket.send(data);
            }"""
        )


CASES = [
    ("bowl", "sgd"),
    ("himmelblau", "adam"),
    ("rosenbrock", "momentum"),
    ("plateau", "rmsprop"),
    ("beale", "adagrad"),
]


@pytest.mark.parametrize(("surface", "rule"), CASES)
def test_the_server_confirms_what_was_shown(page: Page, surface: str, rule: str) -> None:
    ground = SURFACES[surface]()
    start = opening(ground).start
    chosen = with_suggested_rate(OPTIMIZERS[rule](), ground)
    lecture = Lecture(ground, start, (Contender(chosen, SCHEDULES["cosine"]()),), steps=60, noise=0.1)
    player = at_rest(page, f"/?{encode(lecture)}")
    slider = f".st-key-widget-contender-0-{rule}-learning_rate-slider"
    x, y = thumb(page, slider)
    with deaf(page):
        with pressed(page, x, y):
            page.mouse.move(x - 6, y)
            expect(player).to_have_attribute("data-source", "browser")
        shown = np.array(drawn_paths(page)[0])
        assert player.get_attribute("data-source") == "browser"
    expect(player).to_have_attribute("data-source", "server")
    confirmed = np.array(drawn_paths(page)[0])
    assert shown.shape == confirmed.shape
    nearby = run(ground, chosen, np.nextafter(start, np.inf), 60, SCHEDULES["cosine"](), noise=0.1).points[0]
    exact = run(ground, chosen, start, 60, SCHEDULES["cosine"](), noise=0.1).points[0]
    sensitivity = np.maximum.accumulate(np.abs(nearby - exact))
    assert np.all(np.abs(shown - confirmed) <= 1e-9 * np.abs(confirmed) + 1e3 * sensitivity[: len(shown)] + 1e-12)


def test_steps_noise_and_the_shape_of_the_ground_follow(page: Page) -> None:
    player = at_rest(page)
    for control, by in (
        ("surface-bowl-condition", 20),
        ("surface-bowl-rotation", -20),
        ("lecture-steps", 20),
        ("lecture-noise", 20),
    ):
        x, y = thumb(page, f".st-key-widget-{control}-slider")
        before = pictures(player)
        with pressed(page, x, y):
            page.mouse.move(x + by, y)
            expect(player).to_have_attribute("data-source", "browser")
            assert pictures(player) > before
        expect(player).to_have_attribute("data-source", "server")
        drawn(page)
        script_ended(page)


def test_a_slider_that_a_held_key_moves_takes_the_paths_with_it(page: Page) -> None:
    player = at_rest(page)
    with deaf(page):
        for field in ("beta1", "beta2", "epsilon"):
            slider = page.locator(f"{ALPHA.replace('learning_rate', field)} input[type=range]")
            slider.focus()
            for _ in range(3):
                shown = pictures(player)
                page.keyboard.down("ArrowLeft")
                expect(player).not_to_have_attribute("data-pictures", str(shown))
            page.keyboard.up("ArrowLeft")
            expect(player).to_have_attribute("data-source", "browser")
        losses = legend_losses(page)
    expect(player).to_have_attribute("data-source", "server")
    drawn(page)
    assert legend_losses(page) == losses


def test_an_entry_is_followed_while_it_is_typed(page: Page) -> None:
    player = at_rest(page)
    entry = page.locator(".st-key-widget-contender-3-adam-learning_rate-entry input")
    before = pictures(player)
    with deaf(page):
        entry.fill("0.05")
        expect(player).to_have_attribute("data-source", "browser")
        assert pictures(player) > before
    after_a_new_picture(page, lambda: entry.press("Enter"))
    expect(player).to_have_attribute("data-source", "server")


def test_an_entry_undoes_letters_while_it_is_typed_and_its_value_once_it_is_entered(page: Page) -> None:
    player = at_rest(page)
    losses = legend_losses(page)
    entry = page.locator(".st-key-widget-contender-3-adam-learning_rate-entry input")
    expect(entry).not_to_have_value("")
    before = entry.input_value()
    entry.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("0.05")
    page.keyboard.press("Control+z")
    assert entry.input_value() != "0.05", "letters are the browser's"
    expect(page).to_have_url(re.compile("step=end"))
    after_a_new_picture(page, lambda: enter_and_wait(page, "0.05"))
    page.keyboard.press("Control+z")
    expect(entry).to_have_value(before)
    expect(player).to_have_attribute("data-source", "server")
    drawn(page)
    assert legend_losses(page) == losses


def enter_and_wait(page: Page, value: str) -> None:
    """Type a value over what is in the entry that has the focus, and enter it."""
    page.keyboard.press("Control+a")
    page.keyboard.type(value)
    page.keyboard.press("Enter")


def test_a_refused_entry_puts_back_what_was_shown_while_it_was_typed(page: Page) -> None:
    player = at_rest(page)
    paths = drawn_paths(page)
    entry = page.locator(".st-key-widget-contender-3-adam-learning_rate-entry input")
    entry.click()
    page.keyboard.press("Control+a")
    for digit in "5000":  # the first three of which are accepted on the way
        before = pictures(player)
        page.keyboard.type(digit)
        page.wait_for_function(
            "(count) => Number(document.querySelector('[data-pictures]').dataset.pictures) > count", arg=before
        )
    expect(player).to_have_attribute("data-source", "server")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert drawn_paths(page) == paths


def assert_follows_after_the_release(page: Page) -> None:
    """Drag a slider: nothing moves before the release, and then the server's picture comes."""
    player = opened(page)
    expect(page.locator(ALPHA)).to_be_visible()
    script_ended(page)
    x, y = thumb(page, ALPHA)
    before = pictures(player)

    def drag() -> None:
        with pressed(page, x, y):
            page.mouse.move(x - 40, y, steps=5)
            page.evaluate(NEXT_FRAME)
            assert pictures(player) == before

    after_a_new_picture(page, drag)
    assert pictures(player) == before + 1
    expect(player).to_have_attribute("data-source", "server")


def test_without_kernels_the_page_waits_for_the_server(browser: Browser, server: Server) -> None:
    with watched_page(browser, server, viewport=DESKTOP) as page:
        answer = {"status": 200, "content_type": "text/javascript", "body": "not a module("}
        page.route("**/kernels.js", lambda route: route.fulfill(**answer))  # type: ignore[arg-type]
        assert_follows_after_the_release(page)


def test_where_sliders_say_nothing_the_picture_follows_after_the_release(browser: Browser, server: Server) -> None:
    with watched_page(browser, server, viewport=DESKTOP) as page:
        page.add_init_script(
            """
            const real = Element.prototype.setAttribute;
            Element.prototype.setAttribute = function (name, value) {
              if (!/^aria-value/.test(name) || this.closest(".downhill-player")) real.call(this, name, value);
            };
            """
        )
        assert_follows_after_the_release(page)


def test_a_slider_that_the_server_moves_changes_nothing(page: Page) -> None:
    player = at_rest(page)
    entry = page.locator(".st-key-widget-contender-3-adam-learning_rate-entry input")
    entry.fill("0.1234")  # between two stops, to the nearer of which the slider goes
    after_a_new_picture(page, lambda: entry.press("Enter"))
    expect(page.locator(f"{ALPHA} input[type=range]")).to_have_attribute("aria-valuetext", "0.12")
    drawn(page)
    expect(player).to_have_attribute("data-source", "server")
    expect(page).to_have_url(re.compile("lr_0.1234"))
