"""What a tab holds, counted over the DevTools protocol once it has come to rest."""

import json
from typing import NamedTuple

import pytest
from playwright.sync_api import CDPSession, Page

ATTEMPTS = 100
IDLE = "() => new Promise((resolve) => requestIdleCallback(() => resolve()))"


class Held(NamedTuple):
    """Bytes of heap, and nodes and listeners, of all documents that the tab has not let go."""

    heap: int
    nodes: int
    listeners: int


def devtools_of(page: Page) -> CDPSession:
    """Open a session that can count what the tab holds, whatever document it shows."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    return session


def held(page: Page, session: CDPSession) -> Held:
    """Count what the tab holds, once it has nothing to do and two counts in a row find as many nodes and listeners."""
    last = None
    for _ in range(ATTEMPTS):
        page.evaluate(IDLE)
        now = _count(session)
        if last and now[1:] == last[1:]:
            return now
        last = now
    pytest.fail(f"The page does not come to rest: it holds {last}, and each time something else.")


def _count(session: CDPSession) -> Held:
    for _ in range(3):  # what one collection lets go can be what held something else
        session.send("HeapProfiler.collectGarbage")
    counters = session.send("Memory.getDOMCounters")
    heap = session.send("Runtime.getHeapUsage")["usedSize"]
    return Held(heap, counters["nodes"], counters["jsEventListeners"])


def webgl_contexts(session: CDPSession) -> int:
    """Count the WebGL contexts that are alive in the heap, also those of documents that are no longer shown."""
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
