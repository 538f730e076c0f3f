"""Nothing is left behind: heap, nodes, listeners, timers and WebGL contexts after many changes and many unmounts."""

from collections.abc import Generator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from optimizers import OPTIMIZERS, run
from surfaces import SURFACES
from tests.browser.conftest import watched_page
from tests.browser.devtools import devtools_of, held
from tests.browser.harness import open_harness, send
from tests.browser.player import drawn
from tests.conftest import Server

CHANGES, UNMOUNTS = 200, 50
HEAP_PER_CHANGE = 16_000
"""Bytes that each may add to the heap, after the first hundred. What is measured lies between 1,000 and 12,000, more on
a busy machine, while one picture is more than a megabyte: no picture is kept."""
HEAP_PER_UNMOUNT = 20_000
"""The same for an unmount in the second half of them. What is measured falls from 28,000 each in the first 25, by
way of 7,000 in the next, to 1,000 each from the 200th to the 250th."""

WATCH = """
window.alive = { listeners: 0, contexts: [] };
const { addEventListener, removeEventListener } = EventTarget.prototype;
const lasting = (target) => target === window || target === document || target === document.body;
EventTarget.prototype.addEventListener = function (...rest) {
  if (lasting(this)) {
    window.alive.listeners += 1;
    rest[2]?.signal?.addEventListener("abort", () => window.alive.listeners -= 1, { once: true });
  }
  return addEventListener.apply(this, rest);
};
EventTarget.prototype.removeEventListener = function (...rest) {
  if (lasting(this)) window.alive.listeners -= 1;
  return removeEventListener.apply(this, rest);
};
const { getContext } = HTMLCanvasElement.prototype;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  const context = getContext.call(this, kind, ...rest);
  if (context && kind.startsWith("webgl")) window.alive.contexts.push(new WeakRef(context));
  return context;
};
window.liveContexts = () => window.alive.contexts.filter((ref) => ref.deref()?.isContextLost() === false).length;
"""


@pytest.fixture
def alone(browser: Browser, server: Server) -> Generator[Page]:
    """The player alone on a page that is watched."""
    with watched_page(browser, server, viewport={"width": 1200, "height": 450}) as page:
        page.add_init_script(WATCH)
        open_harness(page)
        yield page


def scenes(page: Page) -> list[dict[str, Any]]:
    """Send the blobs of a race on every surface; return the scenes."""
    made = []
    for surface in (kind() for kind in SURFACES.values()):
        rules = [OPTIMIZERS[key](learning_rate=0.01) for key in ("sgd", "momentum", "rmsprop", "adam")]
        runs = [(rule, run(surface, rule, surface.starts[0].point, 100)) for rule in rules]
        made.append(send(page, surface, runs, 100))
    return made


def test_many_changes_of_surface_leave_nothing(alone: Page):
    session = devtools_of(alone)
    made = scenes(alone)
    change = """async ([scenes, count]) => {
        for (let k = 0; k < count; k += 1) await update(scenes[k % scenes.length]);
    }"""
    alone.evaluate("mount()")
    alone.evaluate(change, [made, 12 * len(made)])
    drawn(alone)  # at rest the graphs hold the paths, in both measurements
    before = held(alone, session)
    alone.evaluate(change, [made, CHANGES // len(made) * len(made)])
    drawn(alone)
    after = held(alone, session)
    assert after.heap - before.heap < HEAP_PER_CHANGE * CHANGES
    assert after.nodes <= before.nodes * 1.02
    assert after.listeners <= before.listeners * 1.02


LASTING = "alive.listeners"
"""The listeners on what outlives a player: window, document and body. Both ways of ending one count: by its name and by
the signal that it was given."""

SWITCH = """async ([scene, count, relief]) => {
    const until = async (isTrue) => {
      while (!isTrue()) await new Promise((resolve) => requestAnimationFrame(resolve));
    };
    for (let k = 0; k < count; k += 1) {
      mount();
      await update(scene);
      const player = document.querySelector("[data-testid=player]");
      if (relief) {
        document.querySelector("input[value=relief]").click();
        const scene = () => player.querySelector(".downhill-panel-relief .js-plotly-plot")?._fullLayout?.scene?._scene;
        await until(() => scene()?.glplot?.objects.length);
      }
      if (relief || k === count - 1) await until(() => player.dataset.settled === "true");
      destroy();
    }
}"""
"""The last player always settles. The first one that does leaves the document a canvas that measures text
(dom/text_layout.js); without a wait, only a busy machine gives any of them the 400 ms that it takes."""


def test_many_unmounts_leave_nothing(alone: Page):
    session = devtools_of(alone)
    made = scenes(alone)[0]
    alone.evaluate(SWITCH, [made, UNMOUNTS // 2, False])
    before, lasting = held(alone, session), alone.evaluate(LASTING)
    alone.evaluate(SWITCH, [made, UNMOUNTS // 2, False])
    after = held(alone, session)
    assert alone.evaluate("document.querySelector('main').childElementCount") == 0
    assert alone.evaluate(LASTING) == lasting
    assert after.nodes <= before.nodes
    assert after.listeners <= before.listeners
    assert after.heap - before.heap < HEAP_PER_UNMOUNT * UNMOUNTS // 2


def test_unmounting_a_relief_leaves_no_context_node_or_listener(alone: Page):
    # The heap is not bounded here, for so few unmounts say nothing: each of the first dozen adds up to 200,000 bytes,
    # but from the 13th to the 53rd it was 6,000 each, now rising and now falling. That many would take minutes.
    session = devtools_of(alone)
    made = scenes(alone)[0]
    alone.evaluate(SWITCH, [made, 3, True])
    before, lasting = held(alone, session), alone.evaluate(LASTING)
    alone.evaluate(SWITCH, [made, 4, True])
    after = held(alone, session)
    assert alone.evaluate("liveContexts()") == 0
    assert alone.evaluate(LASTING) == lasting
    assert after.nodes <= before.nodes + 60
    assert after.listeners <= before.listeners + 12
