"""Layouts, the relief and the further curve: what is on the picture, and that it stays there."""

import re
from collections.abc import Generator
from dataclasses import replace

import numpy as np
import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, ViewportSize, expect

from lecture import encode, opening
from lecture.lessons import LESSONS
from optimizers import run
from surfaces import SURFACES
from tests.browser.conftest import watched_page
from tests.browser.player import covered, drawn, seen_on_relief
from tests.browser.race_page import script_ended
from tests.conftest import Server

LAYOUTS = {
    "Map + loss": {"map", "loss", "numbers"},
    "Relief + loss": {"relief", "loss", "numbers"},
    "Map + relief": {"map", "relief"},
    "Map": {"map"},
    "Relief": {"relief"},
}

USUAL: ViewportSize = {"width": 1280, "height": 720}
"""A projector, on which a relief is painted twice as fast as on a large screen."""

COUNT_CONTEXTS = """
const contexts = [];
window.liveContexts = () => contexts.filter((context) => !context.isContextLost()).length;
const original = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  const context = original.call(this, kind, ...rest);
  if (context && kind.startsWith("webgl") && !contexts.includes(context)) contexts.push(context);
  return context;
};
"""


@pytest.fixture(scope="module")
def shared(browser: Browser, server: Server) -> Generator[Page]:
    """One page for all tests of this file: opening it is what takes time."""
    with watched_page(browser, server, viewport=USUAL) as page:
        page.add_init_script(COUNT_CONTEXTS)
        page.goto("/?step=end")
        drawn(page)
        yield page


@pytest.fixture
def player(shared: Page) -> Locator:
    """The player in its first layout."""
    return choose(shared, "Map + loss")


def box_of(node: Locator) -> FloatRect:
    """Where an element is, in px."""
    box = node.bounding_box()
    assert box is not None
    return box


def choose(page: Page, layout: str) -> Locator:
    """Choose a layout; return the player at rest."""
    player = drawn(page)
    player.get_by_role("radio", name=layout, exact=True).check(force=True)
    return drawn(page)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_shows_its_panels_and_the_transport_on_one_screen(shared: Page, player: Locator, layout: str):
    choose(shared, layout)
    for name in ("map", "relief", "loss", "numbers"):
        expect(player.locator(f".downhill-panel-{name}")).to_be_visible(visible=name in LAYOUTS[layout])
    box = player.locator(".downhill-transport").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= USUAL["height"]


@pytest.mark.parametrize(("width", "height"), [(2560, 1440), (1600, 1000), (1100, 700), (1000, 700)])
def test_picture_and_transport_fit_the_screen(shared: Page, player: Locator, width: int, height: int):
    shared.set_viewport_size({"width": width, "height": height})
    drawn(shared)
    box = player.locator(".downhill-transport").bounding_box()
    panels = player.locator(".downhill-panels").bounding_box()
    shared.set_viewport_size(USUAL)
    assert box is not None
    assert panels is not None
    assert box["y"] + box["height"] <= height
    assert panels["height"] > 0.4 * height


@pytest.mark.parametrize(
    ("width", "height", "surface", "beside_the_map", "below_the_map"),
    [
        (1600, 1000, "bowl", {"legend"}, {"panel-loss", "panel-numbers"}),
        (1280, 720, "bowl", {"panel-loss", "panel-numbers"}, {"legend"}),
        (1280, 720, "saddle", {"legend", "panel-loss", "panel-numbers"}, set()),
    ],
)
def test_legend_and_curves_go_where_the_map_leaves_room(
    page: Page, width: int, height: int, surface: str, beside_the_map: set[str], below_the_map: set[str]
):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"/?surface={surface}")
    player = drawn(page)
    panel = box_of(player.locator(".downhill-panel-map"))
    plot = box_of(player.locator(".downhill-panel-map .nsewdrag"))
    assert plot["width"] > 0.8 * panel["width"], "the map is as wide as its panel"
    for part in beside_the_map:
        assert box_of(player.locator(f".downhill-{part}"))["x"] >= panel["x"] + panel["width"]
    for part in below_the_map:
        assert box_of(player.locator(f".downhill-{part}"))["y"] >= panel["y"] + panel["height"]
    for curve in ("loss", "numbers"):
        drag = box_of(player.locator(f".downhill-panel-{curve} .nsewdrag"))
        assert drag["width"] > 170
        assert 0.35 < drag["width"] / drag["height"] < 6, "neither a pillar nor a strip"


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1600, 1000)])
@pytest.mark.parametrize("lesson", ["stuck-counter", "saddle", "nudges"])
def test_a_lesson_fits_the_window_and_no_part_covers_another(page: Page, lesson: str, width: int, height: int):
    """Those with the longest names, and with notes beside them."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"/?{encode(LESSONS[lesson].answered)}")
    player = drawn(page)
    script_ended(page)
    expect(player.get_by_role("button", name="Play")).to_be_in_viewport(ratio=1)
    assert covered(page) == []
    plot = box_of(player.locator(".downhill-panel-map .nsewdrag"))
    assert plot["height"] > 0.33 * height
    assert box_of(player.locator(".downhill-panel-loss .nsewdrag"))["height"] > 0.11 * height, "no strip"


@pytest.mark.parametrize("presentation", [False, True], ids=["beside its controls", "presented"])
def test_a_long_legend_covers_nothing_and_is_whole(page: Page, presentation: bool):
    lecture = LESSONS["every-schedule"].lecture
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"/?{encode(replace(lecture, view=replace(lecture.view, presentation=presentation)))}")
    player = drawn(page)
    script_ended(page)
    assert covered(page) == []
    for part in player.locator(".downhill-legend-entry, .downhill-legend-label").all():
        assert part.evaluate("({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight + 1"), "it is whole"
    if presentation:
        for curve in ("loss", "numbers"):
            assert box_of(player.locator(f".downhill-panel-{curve} .nsewdrag"))["height"] > 100, "no strip"


def test_there_is_one_webgl_scene_while_it_is_shown_and_none_after(shared: Page, player: Locator):
    assert shared.evaluate("liveContexts()") == 0
    for layout in ("Relief", "Map + relief", "Relief + loss"):
        choose(shared, layout)
        assert shared.evaluate("liveContexts()") in (1, 2), "the scene, and what it picks with"
    choose(shared, "Map")
    assert shared.evaluate("liveContexts()") == 0
    expect(player.locator(".downhill-panel-relief .js-plotly-plot")).to_have_count(0)


def test_heads_ride_on_the_surface_from_wherever_it_is_seen(shared: Page, player: Locator):
    choose(shared, "Relief")
    rules = [c.rule for c in opening(SURFACES["bowl"]()).contenders]
    paths = [run(SURFACES["bowl"](), rule, (-4.0, 1.5), 120) for rule in rules]
    box = player.locator(".downhill-panel-relief .downhill-stack").bounding_box()
    assert box is not None
    for step in (1, 40, 120):
        player.get_by_label("Step", exact=True).fill(str(step))
        expect(player).to_have_attribute("data-step", str(step))
        points = np.array([[*path.points[:, step], path.values[step]] for path in paths]).T
        shared.wait_for_function(ARE_AT, arg=[seen_on_relief(player, points).T[::-1].tolist(), 1.0])
        shared.mouse.move(box["x"] + 300, box["y"] + 150)
        shared.mouse.down()
        shared.mouse.move(box["x"] + 360, box["y"] + 170, steps=3)
        shared.mouse.up()
        shared.wait_for_function(ARE_AT, arg=[seen_on_relief(player, points).T[::-1].tolist(), 1.0])
    player.get_by_role("button", name="Reset view").click()
    player.get_by_label("Step", exact=True).fill("120")


ARE_AT = """([places, within]) => {
    const panel = document.querySelector(".downhill-panel-relief");
    const from = panel.querySelector(".downhill-stack").getBoundingClientRect();
    return [...panel.querySelectorAll(".downhill-head-place")].every((head, k) => {
        const { left, top, width, height } = head.getBoundingClientRect();
        const [right, down] = head.dataset.aside.split(" ").map(Number);
        const [x, y] = [left + width / 2 - from.left - right, top + height / 2 - from.top - down];
        return Math.hypot(x - places[k][0], y - places[k][1]) < within;
    });
}"""


def test_the_camera_and_the_layout_survive_a_slider(shared: Page, player: Locator):
    choose(shared, "Relief")
    scene = player.locator(".downhill-panel-relief .js-plotly-plot")
    eye = "(graph) => { const { x, y, z } = graph._fullLayout.scene.camera.eye; return [x, y, z]; }"
    before = scene.evaluate(eye)
    box = scene.bounding_box()
    assert box is not None
    shared.mouse.move(box["x"] + 400, box["y"] + 200)
    shared.mouse.down()
    shared.mouse.move(box["x"] + 520, box["y"] + 230, steps=4)
    shared.mouse.up()
    expect(player.get_by_role("button", name="Reset view")).to_be_visible()
    turned = scene.evaluate(eye)
    assert turned != before
    revision = player.get_attribute("data-revision") or ""
    shared.get_by_label("κ · Condition number, exact value").fill("15")
    shared.keyboard.press("Enter")
    expect(player).not_to_have_attribute("data-revision", revision)
    expect(player).to_have_attribute("data-layout", "relief")
    assert scene.evaluate(eye) == pytest.approx(turned)
    choose(shared, "Map")
    choose(shared, "Relief")
    assert scene.evaluate(eye) == pytest.approx(turned)
    player.get_by_role("button", name="Reset view").click()
    shared.get_by_label("κ · Condition number, exact value").fill("20")
    shared.keyboard.press("Enter")


@pytest.mark.parametrize("name", ["Gradient norm |g|", "Learning rate α", "Step length |Δx|", "Step length |Δy|"])
def test_the_further_curve_is_what_it_is_called(player: Locator, name: str):
    player.get_by_label("Beside the loss").select_option(label=name)
    drawn(player.page)
    title = player.locator(".downhill-panel-numbers .downhill-panel-title")
    expect(title).to_contain_text(name[0].lower() + name[1:])
    curve = player.locator(".downhill-panel-numbers .js-plotly-plot").evaluate("(g) => [...g._fullData[0].y]")
    # SGD on the bowl: x shrinks by 1 − α, y by 1 − 20 α, and the gradient is (x, 20 y).
    x, y, rate = -4.0, 1.5, SURFACES["bowl"]().opening.learning_rates["sgd"]
    first = {"G": (x**2 + (20 * y) ** 2) ** 0.5, "L": rate, "x": rate * 4.0, "y": rate * 20 * y}
    assert curve[0] == pytest.approx(first["x" if "Δx" in name else "y" if "Δy" in name else name[0]], rel=1e-5)
    player.get_by_label("Beside the loss").select_option("gradient")


def test_the_learning_rate_takes_the_place_of_the_loss_and_more_than_half_of_the_room(player: Locator):
    chosen = player.get_by_label("Beside the loss")
    chosen.select_option(label="Loss alone")
    loss = box_of(drawn(player.page).locator(".downhill-panel-loss .downhill-stack"))
    chosen.select_option(label="α alone")
    rate = box_of(drawn(player.page).locator(".downhill-panel-rate .downhill-stack"))
    expect(player.locator(".downhill-panel-loss")).to_be_hidden()
    assert rate["width"] > max(loss["width"], box_of(player.locator(".downhill-panel-map .downhill-stack"))["width"])
    assert rate["height"] >= loss["height"]
    chosen.select_option(label="α alone, linear")
    assert box_of(drawn(player.page).locator(".downhill-panel-rate .downhill-stack")) == rate
    expect(player.page).to_have_url(re.compile("curve=rate-alone-linear"))
    chosen.select_option("gradient")


def test_the_further_curve_can_be_switched_off(player: Locator):
    loss, plot = (player.locator(f".downhill-panel-{name}") for name in ("loss .downhill-stack", "map .nsewdrag"))
    before, map_before = box_of(loss), box_of(plot)
    player.get_by_label("Beside the loss").select_option(label="Loss alone")
    expect(player.locator(".downhill-panel-numbers")).to_be_hidden()
    drawn(player.page)
    assert box_of(loss)["height"] > before["height"]
    assert box_of(plot)["height"] >= map_before["height"]
    player.get_by_label("Beside the loss").select_option("gradient")


def test_a_map_that_is_first_seen_while_it_plays_can_be_zoomed(page: Page):
    page.goto("/?surface=bowl&steps=5000&layout=relief")
    player = drawn(page)
    player.get_by_role("button", name="Play").click()
    player.get_by_role("radio", name="Map", exact=True).check(force=True)
    expect(player.locator(".downhill-overlay .nsewdrag")).to_be_attached()
    expect(player).to_have_attribute("data-playing", "true")
