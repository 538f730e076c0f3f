"""The link in the Share panel, copied and scanned as a person would."""

import io

import numpy as np
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from lecture import decode, encode, opening
from surfaces import SURFACES
from tests.browser.player import drawn
from tests.browser.race_page import BETA1, after_a_new_picture, enter, opened, script_ended


def link_in_panel(page: Page) -> Locator:
    opened(page)
    page.get_by_role("button", name="Share").click()
    return page.get_by_test_id("stPopoverBody").get_by_test_id("stCode").first


def test_the_copy_button_copies_the_link(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown = link_in_panel(page)
    shown.hover()
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Copy to clipboard").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == shown.inner_text().strip()
    assert decode(copied)[0] == opening(SURFACES["bowl"]())
    page.goto(copied)
    expect(page).to_have_url(copied)


def test_the_code_on_the_page_scans_to_the_link(page: Page) -> None:
    link = link_in_panel(page).inner_text().strip()
    page.get_by_role("tab", name="QR code").click()
    picture = page.get_by_test_id("stPopoverBody").locator("img")
    expect(picture).to_be_visible()
    pixels = np.asarray(Image.open(io.BytesIO(picture.screenshot())).convert("L"))
    (found,) = zxingcpp.read_barcodes(pixels)
    assert found.text == link


def test_a_page_that_was_opened_by_a_link_shares_the_step_it_shows(page: Page) -> None:
    page.goto(f"/?{encode(opening(SURFACES['bowl']()))}")
    player = drawn(page)
    script_ended(page)
    player.get_by_label("Step", exact=True).fill("37")
    page.get_by_role("button", name="Share").click()
    shared = page.get_by_test_id("stCode").first
    expect(shared).to_contain_text("step=37")


def test_who_has_gone_back_shares_the_step_that_is_shown(page: Page) -> None:
    page.goto(f"/?{encode(opening(SURFACES['bowl']()))}")
    player = drawn(page)
    script_ended(page)
    after_a_new_picture(page, lambda: enter(page, BETA1, 0.5))
    page.wait_for_url("**beta1_0.5**")
    after_a_new_picture(page, page.go_back)
    player.get_by_label("Step", exact=True).fill("37")
    page.get_by_role("button", name="Share").click()
    shared = page.get_by_test_id("stCode").first
    expect(shared).to_contain_text("step=37")
    expect(shared).not_to_contain_text("beta1_0.5")
