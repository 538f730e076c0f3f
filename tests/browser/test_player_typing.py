"""A number typed on the page, and then a press on the picture, where no focus moves by itself."""

from playwright.sync_api import Page, expect

from optimizers import OPTIMIZERS, run
from surfaces import SURFACES
from tests.browser.harness import open_harness, show
from tests.browser.player import drawn, on_map


def test_a_typed_number_is_finished_when_the_map_is_pressed_next(page: Page):
    open_harness(page)
    page.evaluate(
        """mount(), document.body.prepend(Object.assign(document.createElement("input"), {
            onchange: ({ target }) => said.push(["typed", target.value]),
        }))"""
    )
    bowl, rule = SURFACES["bowl"](), OPTIMIZERS["sgd"]()
    show(page, bowl, [(rule, run(bowl, rule, (-4.0, 1.5), 20))], 20)
    player = drawn(page)
    entry = page.locator("body > input")
    entry.press_sequentially("35")
    page.mouse.click(*on_map(player, 3.0, -2.0))
    expect(entry).not_to_be_focused()
    assert [name for name, _ in page.evaluate("said")] == ["typed", "start"]
