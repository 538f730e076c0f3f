"""The page of the rules in a browser: one rule on a telephone and in the dark, the way to the next, and to its race."""

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.paper import sheets
from tests.browser.player import drawn

ADAM = "/?page=rules~rule_adam"


def rest(page: Page) -> None:
    """Wait until the script of the page has run."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def set_in_type(page: Page) -> None:
    """Wait until formulas and code are there, whose programs and typefaces Streamlit fetches when it meets one."""
    rest(page)
    page.locator(".katex-display").first.wait_for(state="attached")
    page.get_by_test_id("stCode").locator("span").first.wait_for(state="attached")
    page.evaluate("() => document.fonts.ready.then(() => true)")


def test_a_rule_fits_on_a_telephone(phone: Page) -> None:
    phone.goto(ADAM)
    rest(phone)
    expect(phone.get_by_role("heading", name="Code")).to_be_attached()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert phone.locator("[data-testid=stMain]").evaluate("node => node.scrollWidth <= node.clientWidth")


def test_a_rule_has_no_barriers_and_is_printed_on_two_sheets_without_its_links(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(ADAM)
    set_in_type(page)
    assert violations(page) == []
    assert sheets(page) == 2
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Optimizers")).to_be_hidden()
    expect(page.get_by_test_id("stCode").locator("span").first).to_have_css("color", "rgb(23, 25, 28)")


def test_it_leads_to_other_rules_and_to_the_race(page: Page) -> None:
    page.goto("/?surface=himmelblau&page=rules")
    rest(page)
    with page.expect_navigation(url="**page=rules~rule_lion**"):
        page.get_by_role("navigation", name="Optimizers").get_by_role("link", name="Lion").click()
    expect(page.get_by_role("heading", name="Lion", exact=True)).to_be_visible()
    assert "surface=himmelblau" in page.url, "the race waits as it was"
    figure = page.locator("figure").filter(has_text="β₂ · Memory")
    figure.get_by_role("link", name="Open in the race").click()
    drawn(page)
    expect(page.locator(".downhill-fan-scale")).to_contain_text("every β₂")
    page.get_by_role("link", name="About Lion").click()
    expect(page.get_by_role("heading", name="Lion", exact=True)).to_be_visible()
