"""Critical points: their eigenvectors on the map, their table below it, and the way from there to the map."""

import re

import pytest
from playwright.sync_api import Page, expect

from lecture import decode, encode, opening
from surfaces import SURFACES
from tests.browser.axe import violations
from tests.browser.player import drawn, press_switch
from tests.browser.race_page import script_ended

HIMMELBLAU = SURFACES["himmelblau"]()


def with_layout(layout: str) -> str:
    return encode(opening(HIMMELBLAU)) + f"&layout={layout}&eigenvectors=1"


def test_eigenvectors_are_switched_on_and_off_and_in_the_link(page: Page) -> None:
    page.goto("/?" + encode(opening(HIMMELBLAU)))
    player = drawn(page)
    script_ended(page)
    arrows = player.locator(".downhill-eigenvectors path").last
    expect(arrows).not_to_have_attribute("d", re.compile("M"))
    press_switch(page, "Eigenvectors")
    # Two for each of two eigenvectors at nine points, each a stem and a head.
    expect(arrows).to_have_attribute("d", re.compile("^(M[^M]+){72}$"))
    page.wait_for_url("**eigenvectors=1**")
    assert decode(page.url.partition("?")[2])[0].view.eigenvectors
    expect(player.locator(".downhill-map-notes")).to_contain_text("Eigenvectors: in, curved upwards")
    press_switch(page, "Eigenvectors")
    expect(arrows).to_have_attribute("d", "")


@pytest.mark.parametrize("layout", ["map-loss", "relief-loss"])
def test_a_click_in_the_table_centres_the_map_on_the_point(page: Page, layout: str) -> None:
    page.goto("/?" + with_layout(layout))
    player = drawn(page)
    script_ended(page)
    page.get_by_text("Critical points: 4 minima, 4 saddles, 1 maximum").click()
    row = page.get_by_role("row", name="maximum (−0.2708, −0.923) 181.6 −45.61, −16.07")
    assert violations(page, ".critical-points") == []
    row.get_by_role("button").click()
    expect(player.locator(".downhill-panel-map")).to_be_visible()
    page.wait_for_url(re.compile("zoom=(?!auto)"))
    zoom = decode(page.url.partition("?")[2])[0].view.zoom
    assert zoom is not None
    middle = [sum(side) / 2.0 for side in zoom]
    assert middle == pytest.approx(next(c.point for c in HIMMELBLAU.critical_points if c.kind == "maximum"), abs=1e-6)
    player.get_by_role("button", name="Whole map").click()
    page.wait_for_url("**zoom=auto**")
