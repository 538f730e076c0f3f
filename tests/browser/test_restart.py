"""The server may go and come back: the picture is in the address, not in the server."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from lecture import Lecture, decode
from tests.browser.test_race import BETA1, PLAYER, after_a_new_picture, drawn_paths, enter, legend_losses, opened
from tests.conftest import free_port, serving


def shown(page: Page) -> tuple[Lecture, list[list[float]], list[str]]:
    """The lecture of the address, what is drawn of it, and what the legend says."""
    expect(page.locator(f"{PLAYER}[data-settled=true]")).to_be_attached(timeout=60_000)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=60_000)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator(PLAYER)).to_have_attribute("data-step", "37")
    return decode(page.url)[0], drawn_paths(page), legend_losses(page)


def test_the_picture_outlives_its_server(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    with browser.new_context(viewport={"width": 1600, "height": 1000}, base_url=f"http://127.0.0.1:{port}") as context:
        page = context.new_page()
        with serving(tmp_path, port):
            opened(page)
            after_a_new_picture(page, lambda: enter(page, BETA1, 0.5))
            page.get_by_label("Step", exact=True).fill("37")
            page.wait_for_url("**step=37**")
            before = shown(page)
        expect(page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        with serving(tmp_path, port):
            assert shown(page) == before
            expect(page.get_by_label(f"{BETA1}, exact value").last).to_have_value("0.5")
            page.reload()
            assert shown(page) == before
