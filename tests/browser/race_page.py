"""The race's page in Streamlit: open it, change something on it, and wait until it has followed."""

from collections.abc import Callable

import numpy as np
from playwright.sync_api import Locator, Page, expect

from lecture import decode, race
from optimizers import OPTIMIZERS
from parameters import declared
from scenes.sliders import title
from tests.browser.player import drawn, drawn_paths, player_of

BETA1, EPSILON = (title(declared(OPTIMIZERS["adam"])[name]) for name in ("beta1", "epsilon"))  # type: ignore[arg-type]


def opened(page: Page) -> Locator:
    """Open the page; return the player once its first picture stands, and the controls are there."""
    page.goto("/?step=end")
    player = player_of(page)
    expect(player).not_to_have_attribute("data-revision", "0")
    script_ended(page)
    page.locator(".st-key-controls button").first.wait_for()
    return player


def script_ended(page: Page) -> None:
    """Wait until Streamlit's script is at its end: the picture stands long before."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


RUN = """() => {
    const { send } = WebSocket.prototype;
    const finished = 6 << 3, early = 2; // of a ForwardMsg of Streamlit: its last field, and one of the values
    window.hasRun = false;
    WebSocket.prototype.send = function (data) {
        WebSocket.prototype.send = send;
        this.addEventListener("message", (event) => {
            const [field, value] = new Uint8Array(event.data).slice(-2);
            if (event.data.byteLength < 100 && field === finished && value !== early) window.hasRun = true;
        });
        send.call(this, data);
    };
}"""
"""JavaScript: note the end of the run that is asked for next. On the page, a short one may begin and end unseen."""


def after_a_run(page: Page, act: Callable[[], object]) -> None:
    """Do something that has the script run, and wait until that run has ended."""
    page.evaluate(RUN)
    act()
    page.wait_for_function("() => window.hasRun")
    script_ended(page)


def after_a_new_picture(page: Page, act: Callable[[], object]) -> None:
    """Do something that changes the picture, and wait until the changed one stands, with its step at rest."""
    before = player_of(page).get_attribute("data-revision")
    act()
    expect(player_of(page)).not_to_have_attribute("data-revision", str(before))
    drawn(page)
    script_ended(page)


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of the last list with that label."""
    # Scrolling closes the list again: it has to be over before the list opens, which hovering waits for.
    box = page.get_by_role("combobox", name=label).last
    box.scroll_into_view_if_needed()
    box.hover()
    box.press("ArrowDown")
    page.get_by_role("option", name=option, exact=True).click()


def enter(page: Page, label: str, value: float) -> None:
    """Type the exact value of a number."""
    entry = page.get_by_label(f"{label}, exact value")
    entry.fill(str(value))
    entry.press("Enter")


def start_entry(page: Page, axis: str) -> Locator:
    """Find the number of the start, of "x" or of "y"."""
    return page.get_by_role("spinbutton", name=f"Start {axis}", exact=True)


def assert_shows_its_race(page: Page) -> None:
    """Check that the paths, as far as they are shown, are those of the lecture that the address holds."""
    lecture = decode(page.url.partition("?")[2])[0]
    paths = drawn_paths(page)
    step = int(drawn(page).get_attribute("data-step") or 0)
    for entry in race(lecture):
        ends = entry.trajectory.points[0, [0, min(step, entry.trajectory.steps)]]
        assert any(np.allclose([path[0], path[-1]], ends, rtol=1e-3, atol=1e-3) for path in paths), entry.label
