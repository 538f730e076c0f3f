"""Nothing is left behind by going from the race to the lessons and back.

Each of these ways is a link that the browser follows to a new document in the same tab. So what is measured is whether
the old ones are let go: a document that anything still holds stays in the renderer with its nodes, its listeners, its
heap of some 20 MB and its WebGL contexts, and the counters of the DevTools protocol count it.
"""

import json

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.player import drawn
from tests.browser.test_player_leaks import usage

SWITCHES = 50
HEAP_PER_SWITCH = 20_000
"""Bytes that each may add to the heap. What is measured is within 5,000 of nothing, as equal pages differ by that."""


@pytest.fixture
def devtools(page: Page) -> CDPSession:
    """The counters of the tab, whatever document it shows."""
    page.set_viewport_size({"width": 700, "height": 500})  # where no time goes into painting
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    return session


def there_and_back(page: Page, times: int) -> None:
    """To the lessons and to the race again, by the links that the pages have."""
    for _ in range(times):
        page.get_by_role("link", name="Lessons").click()
        page.get_by_role("link", name="Back to the race").click()
        expect(page.get_by_test_id("player")).not_to_have_attribute("data-revision", "0")


def at_rest(page: Page, session: CDPSession) -> dict[str, float]:
    """What the race holds once nothing on its page moves any more."""
    drawn(page)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    return usage(session)


def webgl_contexts(session: CDPSession) -> int:
    """How many are alive in the heap, also those of documents that are no longer shown."""
    chunks: list[str] = []
    session.on("HeapProfiler.addHeapSnapshotChunk", lambda event: chunks.append(event["chunk"]))
    session.send("HeapProfiler.takeHeapSnapshot")
    snapshot = json.loads("".join(chunks))
    kinds = ("WebGLRenderingContext", "WebGL2RenderingContext")
    names = {index for index, text in enumerate(snapshot["strings"]) if text in kinds}
    fields = snapshot["snapshot"]["meta"]["node_fields"]
    native = snapshot["snapshot"]["meta"]["node_types"][0].index("native")
    values, width = snapshot["nodes"], len(fields)
    kind_at, name_at = fields.index("type"), fields.index("name")
    nodes = zip(values[kind_at::width], values[name_at::width], strict=True)
    return sum(kind == native and name in names for kind, name in nodes)


def test_many_switches_of_the_page_leave_nothing(page: Page, devtools: CDPSession):
    page.goto("/?layout=map&c0=sgd")
    there_and_back(page, 2)
    before = at_rest(page, devtools)
    there_and_back(page, SWITCHES // 2)
    after = at_rest(page, devtools)
    assert after["heap"] - before["heap"] < HEAP_PER_SWITCH * SWITCHES
    assert after["nodes"] < before["nodes"] * 1.25, "one page more is twice as many"
    assert after["jsEventListeners"] < before["jsEventListeners"] * 1.1


def test_who_leaves_a_relief_leaves_no_context(page: Page, devtools: CDPSession):
    page.goto("/?layout=relief&c0=sgd")
    drawn(page)
    page.get_by_role("link", name="Lessons").click()
    expect(page.get_by_role("link", name="Back to the race")).to_be_visible()
    usage(devtools)
    assert webgl_contexts(devtools) == 0
    page.evaluate("() => { window.kept = document.createElement('canvas').getContext('webgl'); }")
    assert webgl_contexts(devtools) == 1
