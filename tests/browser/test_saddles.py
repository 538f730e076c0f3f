"""The page of critical points in many dimensions, on a telephone and in the dark."""

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.paper import sheets


def test_it_fits_on_a_telephone(phone: Page) -> None:
    phone.goto("/?page=saddles")
    expect(phone.get_by_role("row")).to_have_count(11)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    chart, names = phone.get_by_role("img"), phone.locator(".saddles-name")
    box = chart.bounding_box()
    assert box
    for name in names.all():
        place = name.bounding_box()
        assert place
        assert box["x"] <= place["x"]
        assert place["x"] + place["width"] <= box["x"] + box["width"]


def test_it_has_no_barriers_and_is_printed_on_one_sheet(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/?page=saddles~draws_10000")
    expect(page.get_by_role("row")).to_have_count(11)
    assert violations(page) == []
    assert sheets(page) == 1
