"""A phone in the hand: fingers turn the relief, scroll the page and zoom the map; thumbs reach play, steps and map."""

from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from surfaces import SURFACES
from tests.browser.conftest import watched_page
from tests.browser.player import drawn, on_data
from tests.browser.race_page import script_ended
from tests.conftest import Server


@pytest.fixture
def phone(browser: Browser, server: Server) -> Generator[Page]:
    """A phone, held upright, with a touch screen."""
    size = {"width": 390, "height": 844}
    with watched_page(browser, server, viewport=size, has_touch=True, is_mobile=True) as page:  # type: ignore[arg-type]
        yield page


def drag(hand: CDPSession, *ways: list[tuple[float, float]]) -> None:
    """Move a finger along each way, all at once: the k-th points together."""
    for number, places in enumerate(zip(*ways, strict=True)):
        points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(places)]
        hand.send("Input.dispatchTouchEvent", {"type": "touchMove" if number else "touchStart", "touchPoints": points})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def line(begin: tuple[float, float], end: tuple[float, float], count: int = 6) -> list[tuple[float, float]]:
    """Places on the way of a finger."""
    return [
        (begin[0] + (end[0] - begin[0]) * k / count, begin[1] + (end[1] - begin[1]) * k / count)
        for k in range(count + 1)
    ]


def middle(node: Locator) -> tuple[float, float]:
    """The middle of an element on the screen."""
    node.scroll_into_view_if_needed()
    box = node.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def scrolled(page: Page) -> float:
    return page.get_by_test_id("stMain").evaluate("(main) => main.scrollTop")


def test_a_finger_turns_the_relief_and_the_link_knows(phone: Page) -> None:
    phone.goto("/?layout=relief")
    player = drawn(phone)
    script_ended(phone)
    hand = phone.context.new_cdp_session(phone)
    x, y = middle(player.locator(".downhill-panel-relief .downhill-stack"))
    drag(hand, line((x - 60, y), (x + 60, y)))
    expect(player.get_by_role("button", name="Reset view")).to_be_visible()
    phone.wait_for_url(lambda url: "camera=auto" not in url)
    turned = phone.url
    player.get_by_role("button", name="One step back").tap()
    drawn(phone)
    phone.wait_for_url("**step=119**")
    assert turned.partition("camera=")[2].partition("&")[0] in phone.url, "the next step has not turned it back"


def test_a_swipe_on_the_relief_scrolls_the_page(phone: Page) -> None:
    phone.goto("/?layout=relief")
    player = drawn(phone)
    script_ended(phone)
    hand = phone.context.new_cdp_session(phone)
    x, y = middle(player.locator(".downhill-panel-relief .downhill-stack"))
    before = scrolled(phone)
    drag(hand, line((x, y + 90), (x, y - 110), 10))
    phone.wait_for_function(
        "(before) => document.querySelector('[data-testid=stMain]').scrollTop > before + 40", arg=before
    )
    assert "camera=auto" in phone.url


def test_a_pinch_zooms_the_map_and_sets_no_start(phone: Page) -> None:
    phone.goto("/?layout=map-loss&step=5")
    player = drawn(phone)
    script_ended(phone)
    hand = phone.context.new_cdp_session(phone)
    x, y = middle(player.locator(".downhill-panel-map .downhill-overlay .nsewdrag"))
    start = phone.url.partition("start=")[2].partition("&")[0]
    drag(hand, line((x - 25, y), (x - 80, y)), line((x + 25, y), (x + 80, y)))
    expect(player.get_by_role("button", name="Whole map")).to_be_visible()
    phone.wait_for_url(lambda url: "zoom=auto" not in url)
    assert phone.url.partition("start=")[2].partition("&")[0] == start
    drag(hand, line((x - 80, y), (x - 15, y)), line((x + 80, y), (x + 15, y)))
    expect(player.get_by_role("button", name="Whole map")).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (844, 390)], ids=["upright", "on its side"])
def test_one_thumb_reaches_play_steps_and_map_at_once(phone: Page, width: int, height: int) -> None:
    phone.set_viewport_size({"width": width, "height": height})
    phone.goto("/")
    player = drawn(phone)
    script_ended(phone)
    player.locator(".downhill-panel-map").scroll_into_view_if_needed()
    expect(player.get_by_role("button", name="Play")).to_be_in_viewport(ratio=1)
    expect(player.get_by_label("Step", exact=True)).to_be_in_viewport(ratio=1)
    expect(player.locator(".downhill-panel-map .downhill-stack")).to_be_in_viewport(ratio=0.6)
    for target in player.locator(".downhill-transport :is(button, input):visible, .downhill-choice:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 43.9, "as large as a thumb"
    names = (".downhill-views", ".st-key-turned", ".results")
    tops = [box["y"] for name in names if (box := phone.locator(name).bounding_box())]
    assert tops == sorted(tops), "what changes the picture comes right after it"
    phone.get_by_role("button", name="Results ↓").tap()
    expect(phone.get_by_role("table", name="Results")).to_be_in_viewport()
    phone.get_by_role("button", name="Picture ↑").tap()
    expect(player.locator(".downhill-panel-map .downhill-stack")).to_be_in_viewport(ratio=0.6)


def test_eight_contenders_leave_the_map_where_it_is_seen_first(phone: Page) -> None:
    contenders = "&".join(f"c{slot}=sgd~lr_0.0{slot + 1}" for slot in range(8))
    phone.goto(f"/?surface=himmelblau&{contenders}")
    player = drawn(phone)
    script_ended(phone)
    expect(player.locator(".downhill-legend > li")).to_have_count(8)
    expect(player.locator(".downhill-panel-map .downhill-stack")).to_be_in_viewport(ratio=1)


def test_a_finger_drags_an_example_and_not_the_page(phone: Page) -> None:
    phone.goto("/?surface=regression&step=40")
    player = drawn(phone)
    expect(player).to_have_attribute("data-live", "true")
    script_ended(phone)
    player.locator(".downhill-panel-data .downhill-graph").scroll_into_view_if_needed()
    features, targets = SURFACES["regression"]().data  # type: ignore[attr-defined]
    x, y = on_data(player, features[0], targets[0])
    before = scrolled(phone)
    drag(phone.context.new_cdp_session(phone), line((x, y), (x + 20, y - 40)))
    phone.wait_for_url("**moved_0_**")
    assert scrolled(phone) == before
