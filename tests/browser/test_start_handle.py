"""The starts are handles: dragged over the map, or moved by keys, they take the paths with them."""

import re
from collections.abc import Callable, Generator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from lecture import Contender, Lecture, encode, opening
from surfaces import SURFACES
from tests.browser.hand import HANDLE, at_rest, center, pressed
from tests.browser.player import drawn, drawn_paths, legend_losses, on_map
from tests.browser.race_page import after_a_new_picture

START_IS_NEAR = """([x, y]) => {
    const [left, top] = document.querySelector("[data-testid=player]").dataset.start.split(",").map(Number);
    return Math.hypot(left - x, top - y) < 0.05;
}"""


def test_a_start_is_dragged_and_paths_change_their_minimum(page: Page, sent: list[str | bytes]) -> None:
    himmelblau = opening(SURFACES["himmelblau"]())
    player = at_rest(page, f"/?{encode(himmelblau)}")
    x, y = center(page.locator(HANDLE))
    quiet = len(sent)
    ends = set()
    with pressed(page, x, y):
        for target in [(-3.0, 3.0), (3.5, -2.5), (3.0, 3.0), (-4.0, -3.5)]:
            page.mouse.move(*on_map(player, *target), steps=4)
            page.wait_for_function(START_IS_NEAR, arg=target)
            ends.add(tuple(round(path[-1]) for path in drawn_paths(page)))
        assert len(ends) > 1
        assert len(sent) == quiet
    expect(player).to_have_attribute("data-source", "server")
    expect(player).to_have_attribute("data-start", re.compile(r"^-4(\.\d+)?,-3\.5"))
    expect(page).to_have_url(re.compile(r"start=-4(\.\d+)?_-3\.5"))


def drag_by_pen(page: Page, x: float, y: float, across: float) -> None:
    """Press a pen at a place, and drag it to another."""
    pen = page.context.new_cdp_session(page)
    for kind, by in (("mousePressed", 0.0), ("mouseMoved", across), ("mouseReleased", across)):
        event = {
            "type": kind,
            "x": x + by,
            "y": y,
            "button": "left",
            "buttons": 1,
            "clickCount": 1,
            "pointerType": "pen",
        }
        pen.send("Input.dispatchMouseEvent", event)


@contextmanager
def under_a_finger(page: Page, x: float, y: float, across: float) -> Generator[None]:
    """Put a finger on a place, move it to another, and lift it in the end."""
    finger = page.context.new_cdp_session(page)
    for kind, by in (("touchStart", 0.0), ("touchMove", across / 2), ("touchMove", across)):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x + by, "y": y}]})
    yield
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def drag_by_finger(page: Page, x: float, y: float, across: float) -> None:
    """Put a finger on a place, and drag it to another."""
    with under_a_finger(page, x, y, across):
        pass


@pytest.mark.parametrize("drag", [drag_by_pen, drag_by_finger])
def test_a_pen_and_a_finger_drag_the_start(page: Page, drag: Callable[[Page, float, float, float], None]) -> None:
    player = at_rest(page)
    start, step = player.get_attribute("data-start"), player.get_attribute("data-step")
    drag(page, *center(page.locator(HANDLE)), 60.0)
    expect(player).not_to_have_attribute("data-start", str(start))
    expect(page).to_have_url(re.compile(f"start={str(player.get_attribute('data-start')).replace(',', '_')}&"))
    expect(player).to_have_attribute("data-source", "server")
    assert player.get_attribute("data-step") == step


def test_a_start_moves_by_keys_and_escape_puts_it_back(page: Page) -> None:
    player = at_rest(page)
    step, start = player.get_attribute("data-step"), player.get_attribute("data-start")
    page.locator(HANDLE).focus()
    page.keyboard.down("ArrowRight")
    expect(player).not_to_have_attribute("data-start", str(start))
    large = float(str(player.get_attribute("data-start")).split(",")[0])
    page.keyboard.press("Escape")
    expect(player).to_have_attribute("data-start", str(start))
    page.keyboard.up("ArrowRight")
    expect(player).to_have_attribute("data-source", "server")
    assert player.get_attribute("data-step") == step, "the keys are the start's, not the player's"
    after_a_new_picture(page, lambda: page.locator(HANDLE).press("Shift+ArrowRight"))
    x0, x1 = float(str(start).split(",")[0]), float(str(player.get_attribute("data-start")).split(",")[0])
    assert 0 < x1 - x0 < (large - x0) / 4
    before = str(player.get_attribute("data-start"))
    with under_a_finger(page, *center(page.locator(HANDLE)), 60.0):
        expect(player).not_to_have_attribute("data-start", before)
        page.keyboard.press("Escape")
        expect(player).to_have_attribute("data-start", before)


def test_a_start_of_its_own_is_a_handle_too(page: Page) -> None:
    bowl = opening(SURFACES["bowl"]())
    first, *others = bowl.contenders
    own = Contender(first.rule, first.schedule, start=(3.0, -1.0), slot=first.slot)
    player = at_rest(page, f"/?{encode(Lecture(bowl.surface, bowl.start, (own, *others), steps=60))}")
    handle = page.locator(f'[data-handle="start {own.slot}"]')
    after_a_new_picture(page, lambda: handle.press("ArrowLeft"))
    expect(player).to_have_attribute("data-start", ",".join(f"{c:g}" for c in bowl.start))
    expect(page).to_have_url(re.compile(r"at_(2\.\d+)_-1"))


def test_a_move_by_keys_is_undone_at_once_and_alone(page: Page) -> None:
    player = at_rest(page)
    after_a_new_picture(page, lambda: page.locator(HANDLE).press("ArrowRight"))
    once = player.get_attribute("data-start")
    page.locator(HANDLE).press("ArrowRight")
    page.keyboard.press("Control+z")  # before the server has answered
    expect(page).to_have_url(re.compile(f"start={str(once).replace(',', '_')}"))
    expect(player).to_have_attribute("data-start", str(once))
    expect(player).to_have_attribute("data-source", "server")


def test_a_drag_is_undone_and_redone(page: Page) -> None:
    player = at_rest(page)
    page.evaluate("() => document.activeElement?.blur()")
    start, original = player.get_attribute("data-start"), legend_losses(page)
    page.locator(HANDLE).hover()
    with pressed(page, *center(page.locator(HANDLE))):
        page.mouse.move(*on_map(player, 2.0, 1.0), steps=6)
    expect(player).to_have_attribute("data-source", "server")
    expect(page).to_have_url(re.compile(r"start=2_1"))
    moved = drawn(page).get_attribute("data-start")

    page.keyboard.press("Control+z")
    expect(player).to_have_attribute("data-start", str(start))
    expect(player).to_have_attribute("data-source", "server")
    drawn(page)
    assert legend_losses(page) == original

    page.keyboard.press("Control+y")
    expect(player).to_have_attribute("data-start", str(moved))
