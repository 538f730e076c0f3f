"""How the picture is looked at: taken from the page that shows it, and told to it."""

from collections.abc import Generator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from lecture import Camera, View
from optimizers import OPTIMIZERS, run
from scenes.scene import describe_view
from surfaces import SURFACES
from tests.browser.conftest import watched_page
from tests.browser.harness import open_harness, send
from tests.browser.player import drawn, seen_view
from tests.conftest import Server

BOWL = SURFACES["bowl"]()


CAMERA = Camera((1.0, -1.5, 0.75), (0.0, 0.0, -0.25), (0.0, 0.0, 1.0))
ZOOM = ((-4.5, -2.5), (0.25, 1.45))
ASKED = View(
    step=7, speed=2.0, layout="map-relief", curve="rate", unseen=frozenset("0"), camera=CAMERA, zoom=ZOOM, focus=1
)
TOLD = {
    "step": 7,
    "speed": 2,
    "layout": "map-relief",
    "curve": "rate",
    "cloud": False,
    "layer": "heights",
    "gauges": False,
    "eigenvectors": False,
    "sweep_up": None,
    "sweep_shows": "outcome",
    "sweep_zoom": None,
    "axis": "updates",
    "arrows": False,
    "fan": None,
    "unseen": ["0"],
    "camera": [list(place) for place in CAMERA],
    "zoom": [list(side) for side in ZOOM],
    "focus": 1,
}
USUAL = {
    "step": None,
    "speed": None,
    "layout": "map-loss",
    "curve": "auto",
    "cloud": False,
    "layer": "heights",
    "gauges": False,
    "eigenvectors": False,
    "sweep_up": None,
    "sweep_shows": "outcome",
    "sweep_zoom": None,
    "axis": "updates",
    "arrows": False,
    "fan": None,
    "ask": False,
    "unseen": None,
    "camera": None,
    "zoom": None,
    "focus": None,
}


@pytest.fixture(scope="module")
def alone(browser: Browser, server: Server) -> Generator[Page]:
    """The player alone, shared by the tests of this file."""
    with watched_page(browser, server, viewport={"width": 1200, "height": 1000}) as page:
        page.add_init_script(COUNT_TIMERS)
        open_harness(page)
        yield page


@pytest.fixture(scope="module")
def race(alone: Page) -> dict[str, Any]:
    """The scene of two contenders, its blobs sent."""
    rules = [OPTIMIZERS["sgd"](learning_rate=rate) for rate in (0.05, 0.09)]
    return send(alone, BOWL, [(rule, run(BOWL, rule, (-4.0, 1.5), 40)) for rule in rules], 40)


@pytest.fixture
def player(alone: Page) -> Generator[Page]:
    """A player on the page that has shown nothing yet."""
    alone.evaluate("mount(); views.length = 0")
    yield alone
    alone.evaluate("destroy()")


def show(page: Page, race: dict[str, Any], view: View, token: str = "a", **content: Any) -> Locator:
    """The player with that view asked for, and perhaps other content."""
    asked = race | {"view": describe_view(view, token), "content": race["content"] | content}
    page.evaluate("(scene) => update(scene)", asked)
    return drawn(page)


COUNT_TIMERS = """
const pending = new Set();
const { setTimeout, clearTimeout } = window;
window.setTimeout = (act, delay, ...rest) => {
  const timer = setTimeout(() => { pending.delete(timer); act(...rest); }, delay);
  pending.add(timer);
  return timer;
};
window.clearTimeout = (timer) => { pending.delete(timer); clearTimeout(timer); };
window.pendingTimers = () => pending.size;
"""

SEEN = ["7", "map-relief", "1", "2", [list(side) for side in ZOOM], list(CAMERA.eye)]


def test_a_view_is_there_at_the_first_picture_and_nobody_is_told_of_it(player: Page, race: dict[str, Any]):
    assert seen_view(show(player, race, ASKED)) == SEEN
    player.wait_for_function("() => pendingTimers() === 0")  # a timer comes before the page is told
    assert player.evaluate("views") == []


def test_a_view_is_taken_again_with_another_token_only(player: Page, race: dict[str, Any]):
    at_first = show(player, race, View(), token="")
    default = seen_view(at_first)
    assert seen_view(show(player, race, ASKED)) == SEEN
    other = replace(ASKED, camera=Camera((-1.0, 1.25, 0.5), *CAMERA[1:]))
    assert seen_view(show(player, race, other, token="turned")) == [*SEEN[:-1], [-1.0, 1.25, 0.5]]
    assert seen_view(show(player, race, ASKED)) == SEEN
    player.keyboard.press("Home")
    expect(at_first).to_have_attribute("data-step", "0")
    show(player, race, ASKED, steps=41)
    expect(at_first).to_have_attribute("data-step", "0")
    show(player, race, ASKED, token="", steps=42)  # as a server that has just begun says it
    expect(at_first).to_have_attribute("data-step", "0")
    assert seen_view(show(player, race, View(), token="b"))[:5] == default[:5]


def test_the_page_is_told_of_every_change_once_it_rests(player: Page, race: dict[str, Any]):
    at_rest = show(player, race, View(), token="")
    changes = {
        "Home": {"step": 0},
        "ArrowRight": {"step": 1},
        "2": {"focus": 1},
        "End": {"step": None},
    }
    expected = dict(USUAL)
    player.evaluate("document.activeElement.blur()")
    for count, (key, change) in enumerate(changes.items(), start=1):
        expected |= change
        player.keyboard.press(key)
        player.wait_for_function("(count) => views.length === count", arg=count)
        assert player.evaluate("views.at(-1)") == expected
    at_rest.get_by_label("Speed").select_option("0.25")
    player.wait_for_function("() => views.at(-1).speed === 0.25")
    at_rest.locator("input[value=map]").check(force=True)
    player.wait_for_function("() => views.at(-1).layout === 'map'")
    at_rest.get_by_label("Speed").select_option("0.0625")
    at_rest.get_by_role("button", name="To the start").click()
    player.wait_for_function("() => views.at(-1).speed === 0.0625 && views.at(-1).step === 0")
    player.evaluate("views.length = 0")
    at_rest.get_by_role("button", name="Play").click()
    player.wait_for_function("() => Number(document.querySelector('[data-testid=player]').dataset.step) >= 5")
    assert player.evaluate("[document.querySelector('[data-testid=player]').dataset.playing, views]") == ["true", []]
