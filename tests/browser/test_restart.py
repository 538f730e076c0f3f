"""The server may go and come back: the picture is in the address, not in the server."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from lecture import Lecture, decode
from tests.browser.conftest import DESKTOP, PATIENCE
from tests.browser.player import drawn, drawn_paths, legend_losses, player_of
from tests.browser.race_page import BETA1, after_a_new_picture, enter, opened, script_ended
from tests.conftest import Server, free_port, serving

CONNECTED = """() => new Promise((done) => {
    const app = document.querySelector("[data-testid=stApp]");
    const look = () => app.dataset.testConnectionState === "CONNECTED" ? done() : setTimeout(look);
    look();
})"""
"""JavaScript: promise that the server is there, before its script has run."""


def shown(page: Page) -> tuple[Lecture, list[list[float]], list[str]]:
    """Read the lecture of the address, what is drawn of it, and what the legend says."""
    player = drawn(page)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")
    script_ended(page)
    expect(player).to_have_attribute("data-step", "37")
    return decode(page.url)[0], drawn_paths(page), legend_losses(page)


def test_the_picture_outlives_its_server(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    with browser.new_context(viewport=DESKTOP, base_url=f"http://127.0.0.1:{port}") as context:
        context.set_default_timeout(PATIENCE)
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


def test_who_went_back_and_plays_plays_on_when_the_server_comes_back(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    with browser.new_context(viewport=DESKTOP, base_url=f"http://127.0.0.1:{port}") as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        with serving(tmp_path, port):
            page.goto("/?steps=2000")
            expect(player_of(page)).to_have_attribute("data-steps", "2000")
            after_a_new_picture(page, lambda: enter(page, BETA1, 0.5))
            page.wait_for_url("**beta1_0.5**")
            after_a_new_picture(page, page.go_back)
            page.get_by_label("Speed").select_option(label="Slow")
            page.get_by_role("button", name="Play").click()
            expect(player_of(page)).to_have_attribute("data-playing", "true")
        expect(page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        with serving(tmp_path, port):
            expect(player_of(page)).to_have_attribute("data-playing", "true")
            expect(page.get_by_label("Speed")).to_have_value("0.25")
            revision = player_of(page).get_attribute("data-revision")
            enter(page, BETA1, 0.7)
            expect(player_of(page)).not_to_have_attribute("data-revision", str(revision))
            expect(player_of(page)).to_have_attribute("data-playing", "true")
            page.wait_for_url("**beta1_0.7**")


def test_what_is_asked_of_a_server_before_it_knows_the_page_is_heard_all_the_same(
    browser: Browser, tmp_path: Path
) -> None:
    port = free_port()
    with browser.new_context(viewport=DESKTOP, base_url=f"http://127.0.0.1:{port}") as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        app = page.get_by_test_id("stApp")
        for ask, link in (
            (lambda: enter(page, BETA1, 0.7), "**c3=adam**beta1_0.7**"),
            (lambda: page.get_by_role("button", name="Branch here").click(), "**c4=sgd**of_0**"),
        ):
            with serving(tmp_path, port):
                opened(page)
            expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
            with serving(tmp_path, port):
                page.evaluate(CONNECTED)
                ask()
                page.wait_for_url(link)


def test_a_page_that_could_not_fetch_its_controls_is_loaded_again(browser: Browser, server: Server) -> None:
    with browser.new_context(viewport=DESKTOP, base_url=server.url) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.route("**/static/js/Slider.*", lambda route: route.abort())
        page.goto("/?steps=90")
        page.get_by_text("Failed to fetch").first.wait_for()
        page.unroute_all()
        expect(page.get_by_role("slider", name=BETA1)).to_be_visible()
        expect(player_of(page)).to_have_attribute("data-steps", "90")
