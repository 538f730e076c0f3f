"""A loss of one's own: typed, broken, mended, and sent to somebody else."""

import re

from playwright.sync_api import Browser, Page, expect

from lecture import encode, opening
from surfaces import SURFACES
from tests.browser.axe import violations
from tests.browser.conftest import watched_page
from tests.browser.player import drawn, drawn_paths
from tests.browser.race_page import after_a_new_picture, assert_shows_its_race, script_ended
from tests.conftest import Server


def typed(page: Page, text: str) -> None:
    """Type a formula in place of the one there is."""
    field = page.get_by_role("textbox", name="Formula")
    field.fill(text)
    field.press("Enter")


def test_a_formula_is_typed_broken_mended_and_sent(page: Page, browser: Browser, server: Server) -> None:
    page.goto("/?" + encode(opening(SURFACES["formula"]())))
    drawn(page)
    script_ended(page)
    after_a_new_picture(page, lambda: typed(page, "x^2/2 + a y² + sin(x)"))
    page.wait_for_url(re.compile("sin"))
    expect(page.get_by_role("slider", name="a · Constant")).to_be_visible()
    assert_shows_its_race(page)
    whole = page.url

    typed(page, "x^2/2 + * y")
    fault = page.locator(".st-key-formula-fault")
    expect(fault).to_contain_text("The picture is still that of the last formula.")
    expect(fault.locator("code")).to_have_text(re.compile(r"x\^2/2 \+ \* y\s+\^"))
    assert violations(page, ".st-key-formula-fault") == []
    assert page.url == whole
    assert_shows_its_race(page)

    after_a_new_picture(page, lambda: typed(page, "x^2/2 + 3y^2"))
    expect(fault).to_have_count(0)
    page.wait_for_function("(whole) => location.href !== whole", arg=whole)
    assert_shows_its_race(page)

    with watched_page(browser, server, viewport={"width": 1280, "height": 720}) as other:
        other.goto(page.url)
        expect(other.get_by_role("textbox", name="Formula")).to_have_value("x^2/2 + 3*y^2")
        assert drawn_paths(other) == drawn_paths(page)
