"""Nothing is left behind by going from the race to the lessons and back.

Each of these ways is a link that the browser follows to a new document in the same tab. So what is measured is whether
the old ones are let go: a document that anything still holds stays in the renderer with its nodes, its listeners, its
heap of some 20 MB and its WebGL contexts, and the counters of the DevTools protocol count it.
"""

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.devtools import Held, devtools_of, held, webgl_contexts
from tests.browser.player import drawn, player_of
from tests.browser.race_page import script_ended

SWITCHES = 50
HEAP_PER_SWITCH = 20_000
"""Bytes that each may add to the heap. What is measured is within 5,000 of nothing, as equal pages differ by that."""


@pytest.fixture
def devtools(page: Page) -> CDPSession:
    """The counters of the tab, whatever document it shows."""
    page.set_viewport_size({"width": 700, "height": 500})  # where no time goes into painting
    return devtools_of(page)


def to_the_lessons(page: Page) -> None:
    """Follow the link to the lessons, and wait until they are there."""
    page.get_by_role("link", name="Lessons", exact=True).click()
    expect(page.locator(".card").first).to_be_visible()


def there_and_back(page: Page, times: int) -> None:
    """Go to the lessons and to the race again, by the links that the pages have."""
    for _ in range(times):
        to_the_lessons(page)
        page.get_by_role("link", name="Race", exact=True).click()
        expect(player_of(page)).not_to_have_attribute("data-revision", "0")


def at_rest(page: Page, session: CDPSession) -> Held:
    """Count what the race holds once its page is complete and nothing on it moves any more."""
    drawn(page)
    script_ended(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)  # a control whose code is still on its way
    return held(page, session)


def test_many_switches_of_the_page_leave_nothing(page: Page, devtools: CDPSession):
    page.goto("/?layout=map&c0=sgd")
    there_and_back(page, 2)
    before = at_rest(page, devtools)
    there_and_back(page, SWITCHES // 2)
    after = at_rest(page, devtools)
    assert after.heap - before.heap < HEAP_PER_SWITCH * SWITCHES
    assert after.nodes < before.nodes * 1.25, "one page more is twice as many"
    assert after.listeners < before.listeners * 1.1


def test_who_leaves_a_relief_leaves_no_context(page: Page, devtools: CDPSession):
    page.goto("/?layout=relief&c0=sgd")
    drawn(page)
    to_the_lessons(page)
    held(page, devtools)
    assert webgl_contexts(devtools) == 0
    page.evaluate("() => { window.kept = document.createElement('canvas').getContext('webgl'); }")
    assert webgl_contexts(devtools) == 1
