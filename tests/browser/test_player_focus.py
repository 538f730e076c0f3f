"""The contender in focus, and the keys: who is in the middle of the picture and how a lecturer's hands move it."""

from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import watched_page
from tests.browser.player import drawn, on_map, player_of
from tests.conftest import Server


@pytest.fixture(scope="module")
def page(browser: Browser, server: Server) -> Generator[Page]:
    """The opening page, shared by the tests of this file: opening it is what takes time."""
    with watched_page(browser, server, viewport={"width": 1600, "height": 1000}) as page:
        page.goto("/?step=end")
        yield page


@pytest.fixture
def player(page: Page) -> Locator:
    """The player at rest, with the first contender in focus and the keyboard with nobody."""
    drawn(page)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("1")
    page.keyboard.press("End")
    return drawn(page)


def test_the_first_contender_is_in_focus_and_a_click_on_a_name_moves_it(player: Locator):
    expect(player).to_have_attribute("data-focus", "0")
    name = player.get_by_role("button", name="Focus Adam")
    expect(name).to_have_attribute("aria-pressed", "false")
    name.click()
    expect(player).to_have_attribute("data-focus", "3")
    expect(name).to_have_attribute("aria-pressed", "true")
    expect(player.get_by_role("button", name="Focus SGD")).to_have_attribute("aria-pressed", "false")


def test_a_swatch_hides_and_a_double_click_isolates(player: Locator):
    swatches = player.locator("button[data-does=show]")
    swatches.nth(1).click()
    expect(swatches.nth(1)).to_have_attribute("aria-pressed", "false")
    swatches.nth(2).dblclick()
    expect_pressed(swatches, "false", "false", "true", "false")
    player.get_by_role("button", name="Focus RMSprop").dblclick()
    expect_pressed(swatches, *["true"] * 4)


def expect_pressed(buttons: Locator, *states: str) -> None:
    """Expect each button to be pressed ("true") or not."""
    for button, state in zip(buttons.all(), states, strict=True):
        expect(button).to_have_attribute("aria-pressed", state)


def test_a_click_on_a_path_focuses_it_and_one_beside_it_picks_the_start(player: Locator, page: Page):
    page.keyboard.press("4")
    expect(player).to_have_attribute("data-focus", "3")
    graph = player.locator(".downhill-panel-map .downhill-overlay")
    # The second point of SGD at α = 0.09 on ½(x² + 20 y²) from (−4, 1.5).
    page.mouse.move(*on_map(player, -3.64, -1.2))
    expect(graph).to_have_class("downhill-graph downhill-overlay js-plotly-plot downhill-on-path")
    page.mouse.click(*on_map(player, -3.64, -1.2))
    expect(player).to_have_attribute("data-focus", "0")
    revision = player.get_attribute("data-revision")
    page.mouse.click(*on_map(player, 3.0, -2.0))
    expect(player).not_to_have_attribute("data-revision", revision or "")
    expect(page.get_by_role("spinbutton", name="Start x")).not_to_have_value("-4")


def test_the_keys_play_move_and_focus(player: Locator, page: Page):
    steps = player.get_attribute("data-steps") or ""
    page.keyboard.press("Home")
    expect(player).to_have_attribute("data-step", "0")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(player).to_have_attribute("data-step", "1")
    page.keyboard.press("End")
    expect(player).to_have_attribute("data-step", steps)
    page.keyboard.press("3")
    expect(player).to_have_attribute("data-focus", "2")
    page.keyboard.press("9")
    expect(player).to_have_attribute("data-focus", "2")
    page.keyboard.press(" ")
    expect(player).to_have_attribute("data-playing", "true")
    page.keyboard.press(" ")
    expect(player).to_have_attribute("data-playing", "false")


def test_no_key_is_taken_from_someone_who_types(player: Locator, page: Page):
    player.get_by_label("Step", exact=True).fill("7")
    entry = page.get_by_label("T · Steps, exact value")
    steps = entry.input_value()
    entry.click()
    for key in ("Home", "ArrowLeft", "2", " "):
        page.keyboard.press(key)
    expect(player).to_have_attribute("data-focus", "0")
    expect(player).to_have_attribute("data-playing", "false")
    expect(player).to_have_attribute("data-step", "7")
    entry.fill(steps)


def test_the_scrubber_and_the_buttons_keep_their_own_keys(player: Locator, page: Page):
    player.get_by_role("slider", name="Step").focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(player).to_have_attribute("data-step", "1")
    player.get_by_role("button", name="One step forward").focus()
    page.keyboard.press(" ")
    expect(player).to_have_attribute("data-step", "2")
    expect(player).to_have_attribute("data-playing", "false")


def test_a_choice_leaves_the_keys_that_it_has_no_use_for(player: Locator, page: Page):
    player.get_by_role("radio", name="Map + loss").focus()
    page.keyboard.press("Home")
    expect(player).to_have_attribute("data-step", "0")
    page.locator(".downhill-menu-button").click()
    player.get_by_label("Arrows", exact=True).focus()
    page.keyboard.press("End")
    expect(player).to_have_attribute("data-step", player.get_attribute("data-steps") or "")


def test_the_keys_are_told_in_a_dialog_that_gives_the_focus_back(player: Locator, page: Page):
    button = player.get_by_role("button", name="Keys", exact=True)
    button.focus()
    page.keyboard.press("?")
    dialog = player.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("play or pause")
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_a_key_that_comes_at_once_after_a_dialog_is_taken(player: Locator, page: Page):
    page.keyboard.press("?")
    expect(player.get_by_role("dialog")).to_be_visible()
    step = int(player.get_attribute("data-step") or 0)
    player.get_by_role("dialog").evaluate(
        """(dialog) => { // before anything is painted: the browser leaves the keyboard in the dialog until then
            dialog.close();
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
        }"""
    )
    expect(player).to_have_attribute("data-step", str(step - 1))


def test_focus_survives_a_change_of_the_surface(player: Locator, page: Page):
    page.keyboard.press("2")
    revision = player.get_attribute("data-revision") or ""
    page.get_by_label("κ · Condition number, exact value").fill("50")
    page.keyboard.press("Enter")
    expect(player_of(page)).not_to_have_attribute("data-revision", revision)
    expect(player).to_have_attribute("data-focus", "1")
