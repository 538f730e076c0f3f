"""The speed of the page in a real Chromium, against an app with one slider and one number."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright

from benchmarks.visitor import visiting
from lecture import Lecture, encode, opening
from optimizers import OPTIMIZERS
from parameters import Number, declared
from scenes.sliders import title
from surfaces import SURFACES
from tests.browser.conftest import ARGUMENTS
from tests.browser.find_chromium import find_or_install
from tests.conftest import ROOT, free_port, serving

PLAYER = "[data-testid=player]"
PICTURED = f"{PLAYER}:not([data-revision='0'])"
SCRIPT_ENDED = "[data-testid=stApp][data-test-script-state=notRunning]"
DESKTOP: ViewportSize = {"width": 1600, "height": 1000}
ROUNDS = 15
STEPS = 500


class Measured(NamedTuple):
    """A row of the table: the work, our time, the floor or peer, the limit, and whether it holds."""

    what: str
    ours: str
    floor: str
    must_be: str
    holds: bool


def rows() -> list[Measured]:
    """Measure every row of the table."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=[*ARGUMENTS, "--no-sandbox"])
        with (
            served("app.py") as ours,
            served("benchmarks/floor_app.py") as floor,
            served("benchmarks/controls_app.py") as controls,
        ):
            return [
                *_one_slider(browser, ours, floor, controls),
                *_playing(browser, ours),
                _first_picture(browser, ours, floor),
                _server_time(ours, floor),
            ]


def _one_slider(browser: Browser, ours: str, floor: str, controls: str) -> Iterator[Measured]:
    """Measure from the press of a key on a slider to the changed page, in turn on the page and on the two apps."""
    page = browser.new_page(viewport=DESKTOP)
    answer, size = _turning_ours(page, ours)
    least, without = turning_floor(page, floor), _turning_controls(page, controls)
    most = _bytes_of_another_batch(page, ours)
    page.close()
    yield Measured(
        f"slider to finished picture, T = {STEPS}, 4 contenders",
        f"{answer:.0f} ms",
        f"{least:.0f} ms",
        "≤ 1.8 × the floor",
        answer <= 1.8 * least,
    )
    yield Measured(
        "the same controls with a number instead of the picture", f"{without:.0f} ms", f"{least:.0f} ms", "", True
    )
    yield Measured("websocket bytes for that change", f"{size:,.0f}", "", "≤ 60,000 (goal 25,000)", size <= 60_000)
    yield Measured("the same for a batch size, 2,000 examples", f"{most:,.0f}", "", "≤ 60,000", most <= 60_000)


def _turning_ours(page: Page, url: str) -> tuple[float, float]:
    """Return the median milliseconds until the picture has followed the slider, and the bytes received for it."""
    received: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    _open_race(page, url)
    slider = _beta1(page)
    times, sizes = [], []
    for _ in range(ROUNDS):
        received.clear()
        # Always in the same direction, because the browser keeps the bytes of values that it has met before.
        times.append(_until(page, lambda: slider.press("ArrowLeft"), PLAYER, "data-revision"))
        page.wait_for_selector(SCRIPT_ENDED)
        sizes.append(sum(received))
    return median(times), median(sizes)


def _bytes_of_another_batch(page: Page, url: str) -> float:
    """Return the bytes received when a batch size changes, with 2,000 examples and 500 steps."""
    received: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    surface: Any = SURFACES["regression"]
    lecture = replace(opening(surface(examples=2000)), steps=500)
    page.goto(f"{url}?{encode(lecture)}")
    page.wait_for_selector(f"{PLAYER}[data-settled=true][data-live=true]")
    page.wait_for_selector(SCRIPT_ENDED)
    entry = page.get_by_label("B · Batch size, exact value").last
    sizes = []
    for size in (2, 8, 64, 256, 1000):
        received.clear()
        _until(page, lambda size=size: (entry.fill(str(size)), entry.press("Enter")), PLAYER, "data-revision")
        page.wait_for_selector(SCRIPT_ENDED)
        sizes.append(sum(received))
    return max(sizes)


def turning_floor(page: Page, url: str) -> float:
    """Return the median milliseconds until the number of the floor's app has followed its slider."""
    page.goto(url)
    slider = page.get_by_role("slider")
    page.get_by_text("number 500").wait_for()
    return _median_until(page, lambda: slider.press("ArrowRight"), "[data-testid=stMarkdown] p")


def _turning_controls(page: Page, url: str) -> float:
    """Return the median milliseconds until the number among the controls has followed the slider."""
    page.goto(url)
    slider = _beta1(page)
    slider.press("ArrowLeft")  # the number comes with the first turn
    page.wait_for_selector("[data-testid=stText]")
    return _median_until(page, lambda: slider.press("ArrowLeft"), "[data-testid=stText]")


def _playing(browser: Browser, ours: str) -> Iterator[Measured]:
    """Measure frames while the race plays, without and with the relief, and a step by hand."""
    page = browser.new_page(viewport=DESKTOP)
    _open_race(page, ours)
    idle, rate = page.evaluate(FRAMES_AT_REST), _frames_while_playing(page)
    scrub = median(page.evaluate(SCRUB, [PLAYER, str(50 + 7 * turn)]) for turn in range(ROUNDS))
    page.locator("input[value=map-relief]").check(force=True)
    page.wait_for_selector(f"{PLAYER}[data-settled=true]")
    with_relief = _frames_while_playing(page)
    page.close()
    yield Measured(
        "frames a second while playing, map + loss",
        f"{rate:.0f}",
        f"{idle:.0f} idle",
        "≥ 0.6 × idle (goal 0.85)",
        rate >= 0.6 * idle,
    )
    yield Measured("scrub: input event to drawn frame", f"{scrub:.0f} ms", "", "< 50 ms", scrub < 50)
    yield Measured(
        "frames a second of the map while the relief plays too",
        f"{with_relief:.0f}",
        f"{idle:.0f} idle",
        "≥ 20",
        with_relief >= 20,
    )


FRAMES_AT_REST = """() => new Promise((done) => {
    const begin = performance.now();
    let frames = 0;
    const tick = (now) => {
        if (now - begin > 3000) return done((1000 * frames) / (now - begin));
        frames += 1;
        requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
})"""
"""JavaScript: the frames a second that the browser draws while nothing moves."""

SCRUB = """([selector, step]) => new Promise((done) => {
    const player = document.querySelector(selector);
    const scrubber = player.querySelector("input[type=range]");
    const [begin, frames] = [performance.now(), player.dataset.frames];
    const look = () => player.dataset.frames !== frames
        ? requestAnimationFrame(() => done(performance.now() - begin)) : requestAnimationFrame(look);
    scrubber.value = step;
    scrubber.dispatchEvent(new Event("input", { bubbles: true }));
    look();
})"""
"""JavaScript: the milliseconds from the input of a step to the frame that shows it."""


def _frames_while_playing(page: Page) -> float:
    """Play from the start, a step for every frame of a screen; return the frames that the player draws in a second."""
    page.get_by_label("Speed").select_option("1")
    page.get_by_role("button", name="To the start").click()
    page.get_by_role("button", name="Play").click()
    page.wait_for_function(f"() => +document.querySelector('{PLAYER}').dataset.step > 20")
    rate = page.evaluate(FRAMES_OF_THE_PLAYER, PLAYER)
    page.get_by_role("button", name="Pause").click()
    return rate


FRAMES_OF_THE_PLAYER = """(selector) => new Promise((done) => {
    const player = document.querySelector(selector);
    const [begin, frames] = [performance.now(), +player.dataset.frames];
    setTimeout(() => done((1000 * (player.dataset.frames - frames)) / (performance.now() - begin)), 4000);
})"""
"""JavaScript: the frames a second that the player draws, over four seconds."""


def _first_picture(browser: Browser, ours: str, floor: str) -> Measured:
    """Measure in a browser profile that has visited before, and has kept the compiled scripts."""
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    for _ in range(3):
        _visit(page, ours, FIRST_PICTURE)
        page.wait_for_timeout(2000)
    first = median(_visit(page, ours, FIRST_PICTURE) for _ in range(9))
    plotly = page.evaluate("() => document.querySelector('script[src*=plotly]').src")
    parsing = median(_parse_plotly(page, ours, plotly) for _ in range(9))
    least = median(_visit(page, floor, FIRST_NUMBER) for _ in range(9))
    context.close()
    return Measured(
        "first picture in a warm browser",
        f"{first:.0f} ms",
        f"{least:.0f} + {parsing:.0f} ms Plotly.js",
        "≤ 2.5 × (floor + Plotly.js), wish 2.0",
        first <= 2.5 * (least + parsing),
    )


def _visit(page: Page, url: str, holds: str) -> float:
    """Open a page; return the milliseconds from the navigation until a JavaScript expression holds."""
    page.goto(url, wait_until="commit")
    return page.evaluate(UNTIL_HOLDS.format(holds=holds))


UNTIL_HOLDS = """() => new Promise((done) => {{
    const look = () => {{
        if (!({holds})) return false;
        watch.disconnect();
        done(performance.now());
        return true;
    }};
    const watch = new MutationObserver(look);
    look() || watch.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
}})"""
"""JavaScript: promise the milliseconds from the navigation until an expression holds.

Playwright itself looks only now and then, at last every half second.
"""

FIRST_PICTURE = f'document.querySelector("{PICTURED}")'
FIRST_NUMBER = 'document.querySelector("[data-testid=stMarkdown] p")?.textContent === "number 500"'


def _parse_plotly(page: Page, ours: str, plotly: str) -> float:
    """Return the milliseconds in which a browser that has fetched Plotly.js runs it."""
    page.goto(f"{ours}_stcore/health")  # a page with nothing on it
    return page.evaluate(
        """async (url) => {
            const script = document.createElement("script");
            script.src = url;
            const begin = performance.now();
            await new Promise((done) => {
                script.onload = done;
                document.head.append(script);
            });
            return performance.now() - begin;
        }""",
        plotly,
    )


def _server_time(ours: str, floor: str) -> Measured:
    """Measure over the websocket, without a browser on the same machine."""
    with visiting(ours) as race, visiting(floor) as bare:
        race.turn(entry(Lecture, "steps"), STEPS)
        beta1 = entry(OPTIMIZERS["adam"], "beta1")
        answer = median(race.turn(beta1, 0.5 + turn / 100) for turn in range(ROUNDS))
        least = median(bare.turn("Floor", turn) for turn in range(ROUNDS))
    return Measured(
        "server time of one rerun that changes one β",
        f"{answer:.0f} ms",
        f"{least:.0f} ms",
        "≤ floor + 30 ms",
        answer <= least + 30,
    )


def _open_race(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector(f"{PLAYER}[data-settled=true]")
    steps = page.get_by_label(entry(Lecture, "steps"))
    steps.fill(str(STEPS))
    _until(page, lambda: steps.press("Enter"), PLAYER, "data-revision")
    page.wait_for_selector(SCRIPT_ENDED)


def _median_until(page: Page, act: Callable[[], object], selector: str) -> float:
    """Repeat an act; return the median milliseconds until the text of an element changes."""
    return median(_until(page, act, selector, None) for _ in range(ROUNDS))


def _until(page: Page, act: Callable[[], object], selector: str, attribute: str | None) -> float:
    """Return the milliseconds, by the browser's clock, until an attribute or the text of an element changes.

    The clock starts with a key that `act` presses.
    """
    page.evaluate(WATCH, [selector, attribute])
    act()
    return page.evaluate("() => window.measured")


WATCH = """([selector, attribute]) => {
    // As the player does before it counts a picture as shown.
    const afterPaint = (then) => {
        if (attribute) return then();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
    };
    const read = () => {
        const found = document.querySelector(selector);
        return attribute ? found.getAttribute(attribute) : found.textContent;
    };
    window.measured = new Promise((done, fail) => {
        addEventListener("keydown", () => {
            const [begin, before] = [performance.now(), read()];
            const look = (now) => {
                if (now - begin > 30000) fail(new Error("nothing changed"));
                else if (read() === before) requestAnimationFrame(look);
                else afterPaint(() => done(performance.now() - begin));
            };
            requestAnimationFrame(look);
        }, { once: true, capture: true });
    });
}"""
"""JavaScript: from the next key on, promise the milliseconds until the element has changed."""


def _beta1(page: Page) -> Locator:
    return page.get_by_role("slider", name=_label(OPTIMIZERS["adam"], "beta1"))


def entry(owner: object, name: str) -> str:
    return f"{_label(owner, name)}, exact value"


def _label(owner: object, name: str) -> str:
    parameter = declared(owner)[name]
    assert isinstance(parameter, Number)
    return title(parameter)


@contextmanager
def served(script: str, program: str = "streamlit") -> Iterator[str]:
    """Serve a Streamlit app, with the settings of this project, while the block runs; yield its address."""
    with TemporaryDirectory() as folder, serving(Path(folder), free_port(), script, ROOT, program) as server:
        yield f"{server.url}/"
