"""A real browser for the tests in this folder.

`page` is a desktop and `phone` a telephone. Each is one tab for all tests, as clean as a new one and not yet at any
address: begin with `page.goto("/")`. Wait for what should become true (`expect`, `wait_for_function`), never for a
time.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    WebError,
    WebSocket,
    expect,
    sync_playwright,
)

from tests.browser.find_chromium import find_or_install
from tests.browser.harness import open_harness
from tests.conftest import Server

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--no-first-run",
    # No name but the server's is resolved: a page that needs the internet fails here.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
DESKTOP: ViewportSize = {"width": 1600, "height": 1000}
TELEPHONE: ViewportSize = {"width": 390, "height": 844}
PATIENCE = 60_000
"""Milliseconds for what should become true: two browsers that paint reliefs on two processors are slow."""


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's executable; where none can be had, a failure that says what to install."""
    try:
        return find_or_install()
    except RuntimeError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Generator[Browser]:
    """One Chromium for all tests."""
    expect.set_options(timeout=PATIENCE)
    # Chromium refuses to sandbox itself when it runs as root, as in most containers.
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*ARGUMENTS, *(["--no-sandbox"] if as_root else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def desktop(browser: Browser, server: Server) -> Generator[BrowserContext]:
    """A profile for all tests on a laptop: what one of them has fetched, the others find in its cache."""
    with browser.new_context(base_url=server.url, viewport=DESKTOP) as context:
        yield context


@pytest.fixture(scope="session")
def telephone(browser: Browser, server: Server) -> Generator[BrowserContext]:
    """A profile for all tests on a telephone."""
    with browser.new_context(
        base_url=server.url,
        viewport=TELEPHONE,
        device_scale_factor=2,
        has_touch=True,
        is_mobile=True,
    ) as context:
        yield context


@pytest.fixture
def page(desktop: BrowserContext, server: Server) -> Generator[Page]:
    """A laptop or a projector, 1600 × 1000."""
    with watched(desktop, server) as page:
        page.set_viewport_size(DESKTOP)
        page.emulate_media(media="null", color_scheme="light", forced_colors="none")
        yield page


@pytest.fixture
def phone(telephone: BrowserContext, server: Server) -> Generator[Page]:
    """A telephone held upright, 390 × 844, with touch."""
    with watched(telephone, server) as page:
        page.set_viewport_size(TELEPHONE)
        yield page


@pytest.fixture(scope="module")
def alone(browser: Browser, server: Server) -> Generator[Page]:
    """The player alone, shared by the tests of a file."""
    with watched_page(browser, server, viewport={"width": 1200, "height": 1000}) as page:
        open_harness(page)
        page.evaluate("mount()")
        yield page


@contextmanager
def watched_page(browser: Browser, server: Server, **options: Any) -> Generator[Page]:
    """Open a watched page in a profile of its own."""
    with browser.new_context(base_url=server.url, **options) as context, watched(context, server) as page:
        yield page


@contextmanager
def watched(context: BrowserContext, server: Server) -> Generator[Page]:
    """Give the tab of a profile, and fail at the end if anything went wrong unseen.

    That is: an error on the console, an exception nobody caught, or a request to any other server. Whatever the test
    has left is thrown away, but for the cache and the tab itself: a new one would take longer than the page it shows.
    """
    problems: list[str] = []

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            problems.append(f"console: {message.text} ({message.location['url']})")

    def note_error(error: WebError) -> None:
        problems.append(f"uncaught: {error.error}")

    def note_request(request: Request) -> None:
        if not request.url.startswith((server.url + "/", "data:", "blob:")):
            problems.append(f"request to another server: {request.url}")

    context.on("console", note_console)
    context.on("weberror", note_error)
    context.on("request", note_request)
    context.set_default_timeout(PATIENCE)
    yield context.pages[0] if context.pages else context.new_page()
    tab, *others = context.pages
    for other in others:
        other.close()
    if tab.url.startswith(server.url):
        tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    tab.goto("about:blank")
    context.clear_permissions()
    context.remove_listener("console", note_console)
    context.remove_listener("weberror", note_error)
    context.remove_listener("request", note_request)
    if problems:
        pytest.fail("The page was not clean:\n" + "\n".join(problems), pytrace=False)


@pytest.fixture
def sent(page: Page) -> Generator[list[str | bytes]]:
    """What the page sends on its websocket, from now on."""
    frames: list[str | bytes] = []

    def note(frame: str | bytes) -> None:  # Playwright takes no built-in function
        frames.append(frame)

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", note)

    page.on("websocket", listen)
    yield frames
    page.remove_listener("websocket", listen)
