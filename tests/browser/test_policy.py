"""The content security policy in a real browser: no page does what it forbids, and it does forbid."""

from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Page

from lecture import encode, opening
from lecture.pages import PAGES
from surfaces import SURFACES
from tests.browser.conftest import DESKTOP, PATIENCE
from tests.browser.player import drawn
from tests.conftest import Server

NOTE = """window.violations = [];
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    window.violations.push(`${effectiveDirective}: ${blockedURI}`));"""

ADDRESSES = {
    **{key: f"/?page={key}" for key in PAGES},
    "data": "/?surface=regression",
    "formula": "/?surface=formula",
    "presentation": "/?presentation=1",
    "embedded": "/?embed=true",
    "audience": f"/view?{encode(opening(SURFACES['bowl']()))}",
}


@pytest.fixture(scope="module")
def noted(browser: Browser, server: Server) -> Generator[Page]:
    """A tab that notes violations, and requests to other hosts."""
    with browser.new_context(base_url=server.url, viewport=DESKTOP) as context:
        context.set_default_timeout(PATIENCE)
        context.add_init_script(NOTE)
        yield context.new_page()


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_page_does_what_its_policy_forbids_or_asks_another_host(noted: Page, server: Server, name: str) -> None:
    asked: list[str] = []
    noted.on("request", lambda request: asked.append(request.url))
    noted.goto(ADDRESSES[name])
    if name != "audience":
        noted.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    if name not in PAGES or PAGES[name].picture:
        drawn(noted)
    assert noted.evaluate("violations") == []
    assert [url for url in asked if not url.startswith((server.url + "/", "data:", "blob:"))] == []


def test_the_policy_forbids_what_is_injected(noted: Page) -> None:
    noted.goto("/_stcore/health")
    noted.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.injected = true";
        document.head.append(script);
        new Image().src = "https://elsewhere.example/spy.png";
    }""")
    noted.wait_for_function("() => violations.length >= 2")
    assert noted.evaluate("window.injected") is None
    assert {said.partition(":")[0] for said in noted.evaluate("violations")} == {"script-src-elem", "img-src"}
