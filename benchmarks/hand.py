"""How the picture follows a hand, in a real Chromium: from a move of the mouse to the picture that it makes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from gzip import compress
from json import dumps, load
from math import cos, sin, tau
from statistics import median
from time import monotonic, sleep
from typing import Any, NamedTuple
from urllib.request import urlopen

import numpy as np
from playwright.sync_api import Page, sync_playwright
from websockets.sync.client import connect

from benchmarks.core import RATES, STARTS, STEPS, compiled, peer_of
from benchmarks.page import DESKTOP, FRAMES_AT_REST, PLAYER, SCRIPT_ENDED, Measured, served
from benchmarks.timing import best_of_alternating, milliseconds
from lecture import MAX_CONTENDERS, Contender, Lecture, encode, opening
from lecture.openings import with_suggested_rate
from lecture.pages.averages import MAX_DAYS, Averages
from optimizers import MISTAKES, OPTIMIZERS, SCHEDULES, final_points
from parameters import declared
from surfaces import SURFACES
from tests.browser.conftest import ARGUMENTS
from tests.browser.find_chromium import find_or_install
from tests.browser.hand import HANDLE, center, thumb
from tests.browser.player import on_data
from tests.conftest import free_port
from tracing import kernels, trace
from views.assets import KERNELS, base_url

MOVES = 200
RERUNS = 100
SECONDS = 4.0
EVERY = 0.008  # seconds between two moves of the mouse
ALPHA = ".st-key-widget-contender-0-sgd-learning_rate-slider"
BETA = ".st-key-widget-page-averages-beta_1-slider"
LIVE = f"{PLAYER}[data-settled=true][data-live=true]"


class Dragged(NamedTuple):
    """Milliseconds from a move to its picture (each), pictures a second in a steady drag, and messages sent in it."""

    delays: list[float]
    rate: float
    sent: int


def rows() -> list[Measured]:
    """Measure every row of the table."""
    with sync_playwright() as playwright:
        port = free_port()
        arguments = [*ARGUMENTS, "--no-sandbox", f"--remote-debugging-port={port}"]
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=arguments)
        page = browser.new_page(viewport=DESKTOP)
        # On uvloop a rerun of the floor takes a frame and a half of 60 a second; 0.6 of that is less than one frame.
        plain, quick = (_reruns_on(program, page) for program in ("benchmarks.plain_streamlit", "streamlit"))
        with served("app.py") as ours:
            hand = Hand(page, port)
            found = [
                *_sliders(hand, ours, plain, quick),
                *_start(hand, ours),
                *_example(hand, ours),
                *_beta(hand, ours),
            ]
            hand.close()
            found += _release(page, ours)
            return [*found, *_module(), *_many_starts(page, ours)]


class Hand:
    """A mouse that does not wait for the page, as nobody's does: a move goes out every few milliseconds."""

    def __init__(self, page: Page, port: int) -> None:
        self.page = page
        page.goto("about:blank#hand")
        with urlopen(f"http://127.0.0.1:{port}/json") as answer:
            (target,) = (found for found in load(answer) if found["url"] == "about:blank#hand")
        self._socket = connect(target["webSocketDebuggerUrl"], close_timeout=0, ping_interval=None)

    def wander(self, place: Callable[[int], tuple[float, float]], seconds: float, *, pressed: bool = True) -> None:
        """Move the mouse from place to place for so many seconds."""
        button = {"button": "left", "buttons": 1} if pressed else {}
        begun, move = monotonic(), 0
        while monotonic() - begun < seconds:
            x, y = place(move)
            moved = {"type": "mouseMoved", "x": x, "y": y, **button}
            self._socket.send(dumps({"id": move, "method": "Input.dispatchMouseEvent", "params": moved}))
            move += 1
            sleep(EVERY)

    def close(self) -> None:
        """Leave the page."""
        self._socket.close()


def _reruns_on(program: str, page: Page) -> list[float]:
    """Return the milliseconds from a key on the slider of the floor's app until its number is painted, each time."""
    delays = []
    with served("benchmarks/floor_app.py", program) as floor:
        page.goto(floor)
        slider = page.get_by_role("slider")
        page.get_by_text("number 500").wait_for()
        for _ in range(RERUNS):
            page.evaluate(UNTIL_PAINTED, ["[data-testid=stMarkdown] p", "keydown"])
            slider.press("ArrowRight")
            delays.append(page.evaluate("() => window.measured"))
    return [delay for delay in delays if delay is not None]


def _sliders(hand: Hand, url: str, plain: list[float], quick: list[float]) -> Iterator[Measured]:
    page, lecture = hand.page, himmelblau(4, 500)
    open_race(page, url, replace(lecture, view=replace(lecture.view, curve="none")))
    idle = page.evaluate(FRAMES_AT_REST)
    one = drag_slider(hand, ALPHA)
    yield Measured(
        "slider moves → picture, T = 500, 4 contenders, map + loss",
        f"{median(one.delays):.0f} ms, p95 {_late(one.delays):.0f}",
        f"{median(plain):.0f} ms, p95 {_late(plain):.0f}; on uvloop {median(quick):.0f}, p95 {_late(quick):.0f}",
        "p95 ≤ 33 ms and ≤ 0.6 × the rerun of an empty app on Streamlit as it comes",
        _late(one.delays) <= min(33, 0.6 * median(plain)),
    )
    yield _rate("pictures a second while it is dragged", one.rate, idle, 0.6)
    yield Measured("messages to the server meanwhile", f"{one.sent}", "", "0", one.sent == 0)
    open_race(page, url, lecture)
    both = drag_slider(hand, ALPHA)
    yield Measured(
        "the same beside a further curve",
        f"{median(both.delays):.0f} ms, p95 {_late(both.delays):.0f}, {both.rate:.0f} a second",
        "",
        "",
        True,
    )
    open_race(page, url, himmelblau(MAX_CONTENDERS, 5_000))
    many = drag_slider(hand, ALPHA)
    yield Measured(
        f"the same, T = 5,000, {MAX_CONTENDERS} contenders",
        f"{many.rate:.0f} a second",
        f"{idle:.0f} idle",
        "≥ 10 a second",
        many.rate >= 10,
    )


def _late(delays: list[float]) -> float:
    """The delay that one in twenty exceeds."""
    return float(np.percentile(delays, 95))


def _start(hand: Hand, url: str) -> Iterator[Measured]:
    page = hand.page
    open_race(page, url, himmelblau(4, 500))
    idle = page.evaluate(FRAMES_AT_REST)
    yield _rate("pictures a second while the start is dragged", drag_start(hand).rate, idle, 0.6)
    yield _rate("the same while the probe is held over the map", probe(hand), idle, 0.6)
    lecture = himmelblau(4, 500)
    fan = replace(lecture.view, fan="beta1", focus=next(k for k, rule in enumerate(OPTIMIZERS) if rule == "momentum"))
    open_race(page, url, replace(lecture, view=fan))
    page.wait_for_selector(f"{PLAYER}[data-fan=beta1]")
    yield _rate("the same with a fan of 55 paths", drag_start(hand).rate, idle, 0.3)


def _example(hand: Hand, url: str) -> Iterator[Measured]:
    page = hand.page
    surface: Any = SURFACES["regression"]()
    lecture = replace(opening(surface), steps=300)
    open_race(page, url, lecture)
    idle = page.evaluate(FRAMES_AT_REST)
    x, y = on_data(page.locator(PLAYER), *(numbers[0] for numbers in surface.data))
    page.mouse.move(x, y)
    dragged = _drag(hand, lambda move: (x + 40 * sin(tau * move / 40), y + 40 - 40 * cos(tau * move / 40)))
    yield _rate("one of 200 examples dragged, 3 contenders, 300 steps: pictures a second", dragged.rate, idle, 0.5)


def _beta(hand: Hand, url: str) -> Iterator[Measured]:
    page = hand.page
    shown = Averages(series="pasted", curves_1="both", curves_2="both", curves_3="both")
    page.goto(f"{url}?{encode(replace(opening(SURFACES['bowl']()), page=shown))}")
    box = page.get_by_role("textbox", name="Numbers")
    box.evaluate(PASTE, "\n".join(f"{value:.3f}" for value in np.random.default_rng(0).normal(10, 3, MAX_DAYS)))
    box.press("Control+Enter")
    page.wait_for_selector(f"{PLAYER}[data-settled=true][data-steps='{MAX_DAYS}']")
    page.wait_for_selector(SCRIPT_ENDED)
    idle = page.evaluate(FRAMES_AT_REST)
    dragged = drag_slider(hand, BETA)
    yield _rate(f"β turned on Averages, {MAX_DAYS:,} points, 3 averages: pictures a second", dragged.rate, idle, 0.5)
    yield Measured("messages to the server meanwhile", f"{dragged.sent}", "", "0", dragged.sent == 0)


def _rate(what: str, rate: float, idle: float, share: float) -> Measured:
    return Measured(what, f"{rate:.0f}", f"{idle:.0f} idle", f"≥ {share} × idle", rate >= share * idle)


def _release(page: Page, url: str) -> Iterator[Measured]:
    """Measure from the release of a slider until the server's numbers stand."""
    open_race(page, url, himmelblau(4, 500))
    times = []
    for turn in range(11):
        x, y = thumb(page, ALPHA)
        page.mouse.down()
        page.mouse.move(x + (5 if turn % 2 else -5), y)
        page.wait_for_selector(f"{PLAYER}[data-source=browser]")
        page.evaluate(UNTIL_CONFIRMED, PLAYER)
        page.mouse.up()
        times.append(page.evaluate("() => window.measured"))
        page.wait_for_selector(SCRIPT_ENDED)
    yield Measured("release → confirmed by the server", f"{median(times):.0f} ms", "", "≤ 170 ms", median(times) <= 170)


def _module() -> Iterator[Measured]:
    """Measure how long it takes to trace the module, and how large it is."""
    taken = min(milliseconds(lambda: trace(SURFACES, {**OPTIMIZERS, **MISTAKES}, SCHEDULES).text) for _ in range(3))
    size = len(compress(kernels().text.encode()))
    yield Measured("tracing the kernels, when the server starts", f"{taken:.0f} ms", "", "≤ 100 ms", taken <= 100)
    yield Measured("their size, gzipped", f"{size / 1000:.1f} kB", "", "≤ 40 kB", size <= 40_000)


def _many_starts(page: Page, url: str) -> Iterator[Measured]:
    """Measure a worker for each core on the final points of a map of starts, beside NumPy and plain C."""
    surface, library = SURFACES["himmelblau"](), compiled()
    starts = np.random.default_rng(0).uniform(-5.0, 5.0, (2, STARTS))
    page.goto(f"{url}_stcore/health")
    page.evaluate(START_WORKERS, [f"{url}{base_url()}{KERNELS}", *starts.tolist()])
    for key, family in OPTIMIZERS.items():
        rule = family(learning_rate=RATES.get(key, 0.001))
        parameters = {name: getattr(rule, name) for name in declared(rule)}
        settings = {"surface": "himmelblau", "rule": key, "ruleParameters": parameters, "steps": STEPS}
        browser = min(page.evaluate("(settings) => window.race(settings)", settings) for _ in range(5))
        ours, plain = best_of_alternating(
            lambda rule=rule: final_points(surface, rule, starts, STEPS), peer_of(library, key, rule, starts), rounds=3
        )
        yield Measured(
            f"{STARTS:,} starts × {STEPS} steps in workers, {key}",
            f"{browser:.0f} ms",
            f"NumPy {1000 * ours:.0f}, C {1000 * plain:.0f} ms",
            "",
            True,
        )


def himmelblau(contenders: int, steps: int) -> Lecture:
    """A race of so many contenders."""
    begun = opening(SURFACES["himmelblau"]())
    rules = [*OPTIMIZERS.values(), *OPTIMIZERS.values()][:contenders]
    made = tuple(Contender(with_suggested_rate(rule(), begun.surface), slot=slot) for slot, rule in enumerate(rules))
    return Lecture(begun.surface, begun.start, made, steps=steps)


def open_race(page: Page, url: str, lecture: Lecture) -> None:
    """Open a race whose first contender's drawer is open, and wait until a hand can move it."""
    page.goto(f"{url}?{encode(lecture)}")
    page.wait_for_selector(LIVE)
    page.wait_for_selector(SCRIPT_ENDED)
    if page.locator(".st-key-drawer-0 details[open]").count() == 0:
        page.locator(".st-key-drawer-0 summary").click()
    page.wait_for_selector(ALPHA)
    page.wait_for_selector(SCRIPT_ENDED)


def drag_slider(hand: Hand, slider: str) -> Dragged:
    """Drag a slider to and fro."""
    x, y = thumb(hand.page, slider)
    return _drag(hand, lambda move: (x + _to_and_fro(4 * move), y))


def _to_and_fro(way: float, reach: float = 32) -> float:
    """Go up and down again at an even pace, between 0 and `reach`."""
    return reach - abs(way % (2 * reach) - reach)


def drag_start(hand: Hand) -> Dragged:
    """Drag the common start in a circle."""
    handle = hand.page.locator(HANDLE)
    handle.hover()
    x, y = center(handle)
    return _drag(hand, lambda move: (x + 60 * sin(tau * move / 40), y + 60 - 60 * cos(tau * move / 40)))


def probe(hand: Hand) -> float:
    """Hold the probe over the map in a circle; return how many pictures of it there are in a second."""
    page = hand.page
    x, y = center(page.locator(".downhill-panel-map .downhill-stack"))
    page.mouse.move(x, y)
    page.keyboard.down("x")
    page.wait_for_selector(f"{PLAYER}:not([data-probe=''])")
    page.evaluate(COUNT_PROBES, PLAYER)
    hand.wander(lambda move: (x + 80 * sin(tau * move / 40), y + 80 * cos(tau * move / 40)), SECONDS, pressed=False)
    rate = page.evaluate("() => window.counted()")
    page.keyboard.up("x")
    return rate


def _drag(hand: Hand, place: Callable[[int], tuple[float, float]]) -> Dragged:
    page = hand.page
    sent: list[int] = []

    def note(_: str | bytes) -> None:
        sent.append(1)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    page.mouse.down()
    delays = []
    for move in range(1, MOVES + 1):
        page.evaluate(UNTIL_PAINTED, [PLAYER, "pointermove"])
        page.mouse.move(*place(move))
        delays.append(page.evaluate("() => window.measured"))
    page.evaluate(COUNT, PLAYER)
    hand.wander(place, SECONDS)
    rate, quiet = page.evaluate("() => window.counted()"), len(sent)
    page.mouse.up()
    page.wait_for_selector(f"{PLAYER}[data-source=server]")
    return Dragged([delay for delay in delays if delay is not None], rate, quiet)


PASTE = """(box, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
}"""
"""JavaScript: put a text into a box at once, as pasting does."""

UNTIL_PAINTED = """([selector, event]) => {
    const read = () => {
        const { dataset, textContent } = document.querySelector(selector);
        return dataset.pictures ?? textContent;
    };
    window.measured = new Promise((done) => addEventListener(event, ({ timeStamp }) => {
        const before = read();
        let frames = 0;
        const look = () => scheduler.postTask(() => { // as soon as the frame is painted, before all else that waits
            if (read() !== before) done(performance.now() - timeStamp);
            else if ((frames += 1) > 30) done(null); // the slider has not reached another stop
            else requestAnimationFrame(look);
        }, { priority: "user-blocking" });
        requestAnimationFrame(look);
    }, { once: true, capture: true }));
}"""
"""JavaScript: from the next such event on, promise milliseconds until another picture or text is painted, or null."""

COUNT = """(selector) => {
    const player = document.querySelector(selector);
    const [begin, before] = [performance.now(), Number(player.dataset.pictures)];
    window.counted = () => (1000 * (player.dataset.pictures - before)) / (performance.now() - begin);
}"""
"""JavaScript: count pictures a second from now on."""

COUNT_PROBES = """(selector) => {
    const player = document.querySelector(selector);
    const begin = performance.now();
    let probes = 0;
    const watch = new MutationObserver((changes) => { probes += changes.length; });
    watch.observe(player, { attributeFilter: ["data-probe"] });
    window.counted = () => {
        watch.disconnect();
        return (1000 * probes) / (performance.now() - begin);
    };
}"""
"""JavaScript: count a second's points that the probe shows the paths from."""

UNTIL_CONFIRMED = """(selector) => {
    const player = document.querySelector(selector);
    window.measured = new Promise((done) => addEventListener("pointerup", ({ timeStamp }) => {
        const look = () => player.dataset.source === "server"
            ? done(performance.now() - timeStamp) : requestAnimationFrame(look);
        look();
    }, { once: true, capture: true }));
}"""
"""JavaScript: from the release on, promise the milliseconds until the server's numbers stand."""

START_WORKERS = """async ([url, x, y]) => {
    const count = navigator.hardwareConcurrency;
    const code = `import { finalPoints } from "${url}";
        let starts;
        onmessage = ({ data }) => {
            if (data.starts) starts = data.starts;
            else finalPoints({ ...data, ...starts });
            postMessage(null);
        };`;
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const workers = Array.from({ length: count }, () => new Worker(address, { type: "module" }));
    const ask = (message) => Promise.all(workers.map((worker, k) => new Promise((done) => {
        worker.onmessage = done;
        worker.postMessage(message(k));
    })));
    const part = (numbers, k) => Float64Array.from(numbers.filter((_, i) => i % count === k));
    await ask((k) => ({ starts: { x: part(x, k), y: part(y, k) } }));
    window.race = async (settings) => {
        const begin = performance.now();
        await ask(() => settings);
        return performance.now() - begin;
    };
}"""
"""JavaScript: divide starts among a worker for each core, and have `race` let them walk."""
