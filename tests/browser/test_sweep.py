"""The sweep of α and another number: its cross takes the race with it."""

import re
from dataclasses import replace

from playwright.sync_api import Page, expect

from lecture import encode, opening
from surfaces import SURFACES
from tests.browser.hand import at_rest, center, pressed
from tests.browser.player import drawn_paths

CROSS = '[data-handle="sweep"]'


def test_the_cross_takes_the_race_with_it_and_the_link_holds_it(page: Page, sent: list[str | bytes]) -> None:
    player = at_rest(page, f"/?{encode(opening(SURFACES['bowl']()))}&curve=sweep&focus=1&sweep-shows=steps")
    panel, cross = page.locator(".downhill-panel-sweep"), page.locator(CROSS)
    expect(panel).to_have_attribute("data-done", "true")
    expect(cross).to_have_attribute("aria-label", re.compile("^Momentum, its values at α 0.3, β₁ 0.9"))
    before, quiet, (x, y) = drawn_paths(page)[1], len(sent), center(cross)
    with pressed(page, x, y):
        page.mouse.move(x - 30, y + 20, steps=4)
        expect(player).to_have_attribute("data-source", "browser")
        assert drawn_paths(page)[1] != before
        assert len(sent) == quiet
    expect(player).to_have_attribute("data-source", "server")
    values = re.search(r"α ([\d.]*\d), β₁ ([\d.]*\d)", cross.get_attribute("aria-label") or "")
    assert values
    rate, beta = values.groups()
    assert float(rate) < 0.3
    assert float(beta) < 0.9
    expect(page).to_have_url(re.compile(rf"c1=momentum~on_1~at_common~lr_{rate}\d*~beta1_{beta}"))
    page.get_by_label("Vertical axis of the sweep").select_option("condition")
    page.get_by_role("button", name="Zoom in at the cross").click()
    expect(page).to_have_url(re.compile(r"sweep-shows=steps.*sweep-up=condition&sweep-zoom=[\d.e-]+(_[\d.]+){3}"))
    expect(panel).to_have_attribute("data-done", "true")


def test_the_cross_sets_a_batch_size_and_what_is_not_known_is_left_out(page: Page) -> None:
    lecture = replace(opening(SURFACES["regression"]()), steps=300)
    player = at_rest(page, f"/?{encode(lecture)}&curve=sweep&focus=0&sweep-up=batch_size")
    panel, cross = page.locator(".downhill-panel-sweep"), page.locator(CROSS)
    expect(panel).to_have_attribute("data-done", "true")
    expect(panel.locator("figcaption")).to_have_text(re.compile("^In 300 steps the largest batches use more examples"))
    expect(panel.locator("dt", has_text="not known here")).to_be_visible()
    expect(cross).to_have_attribute("aria-label", re.compile("^SGD, B 32, its values at α 0.05, B 32"))
    cross.press("ArrowDown")
    expect(cross).not_to_have_attribute("aria-label", re.compile(r", B 32\."))
    values = re.search(r", B (\d+)\.", cross.get_attribute("aria-label") or "")
    assert values
    assert 1 < int(values[1]) < 32
    expect(player.get_by_role("button", name=f"Focus SGD, B {values[1]}", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(rf"c0=sgd~on_1~at_common~batch_{values[1]}~lr_0\.05~"))
