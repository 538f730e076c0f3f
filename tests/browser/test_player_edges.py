"""What is told about a path, at the edge of the picture too, and people who see, hear or move differently."""

import re
from base64 import b64encode

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from optimizers import OPTIMIZERS, run
from parameters import format_number
from surfaces import SURFACES, Surface
from tests.browser.axe import violations
from tests.browser.conftest import watched_page
from tests.browser.harness import open_harness, show
from tests.browser.player import drawn, on_map
from tests.conftest import Server

BOWL = SURFACES["bowl"]()
SEEN = """async (data) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = (...box) => new Uint32Array(context.getImageData(...box).data.buffer);
  const edges = [[0, 0, width, 2], [0, height - 2, width, 2], [0, 0, 2, height], [width - 2, 0, 2, height]];
  return [width, height, edges.map((edge) => new Set(pixels(...edge)).size)];
}"""
"""Of a screenshot: its size, and how many colours each edge has."""
DARK = "--st-text-color: #f2f3f5; --st-background-color: #0e1013; --st-secondary-background-color: #15181c; "


def race(page: Page, *learning_rates: float, steps: int, surface: Surface = BOWL) -> Locator:
    """Draw SGD at each rate, to its end."""
    start = surface.starts[0].point
    rules = [OPTIMIZERS["sgd"](learning_rate=rate) for rate in learning_rates]
    show(page, surface, [(rule, run(surface, rule, start, steps)) for rule in rules], steps)
    drawn(page)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("End")
    return drawn(page)


def test_a_label_on_a_path_says_who_which_step_where_and_the_loss(alone: Page):
    player = race(alone, 0.09, steps=40)
    path = run(BOWL, OPTIMIZERS["sgd"](learning_rate=0.09), (-4.0, 1.5), 40)
    alone.mouse.move(*on_map(player, *path.points[:, 2]))
    label = player.locator(".downhill-panel-map .downhill-overlay .hoverlayer")
    x, y = path.points[:, 2]
    for words in (
        "SGD 0",
        "step 2",
        f"x {format_number(x, 4)}, y {format_number(y, 4)}",
        f"loss {format_number(path.values[2], 4)}",
    ):
        expect(label).to_contain_text(words)
    graph = player.locator(".downhill-panel-loss .js-plotly-plot")
    left, top = graph.evaluate(
        """(graph, [step, loss]) => {
            const { left, top } = graph.getBoundingClientRect();
            const { xaxis, yaxis } = graph._fullLayout;
            return [left + xaxis._offset + xaxis.d2p(step), top + yaxis._offset + yaxis.d2p(loss)];
        }""",
        [10, path.values[10]],
    )
    alone.mouse.move(left, top)
    for words in ("SGD 0", "step 10", f"loss {format_number(path.values[10], 4)}"):
        expect(player.locator(".downhill-panel-loss .hoverlayer")).to_contain_text(words)


def test_who_cannot_see_the_picture_is_told_every_outcome(alone: Page):
    rates = (0.09, 0.102, 0.2)
    player = race(alone, *rates, steps=700)
    paths = [run(BOWL, OPTIMIZERS["sgd"](learning_rate=rate), BOWL.starts[0].point, 700) for rate in rates]
    assert len({path.outcome.kind for path in paths}) == 3
    told = player.get_by_role("list", name="Outcome of every optimizer").get_by_role("listitem")
    assert told.all_inner_texts() == [f"SGD {k}: {path.outcome.sentence}" for k, path in enumerate(paths)]
    for name in ("Map of the loss surface", "Loss of every optimizer", "Another quantity of every optimizer"):
        expect(player.get_by_role("img", name=name)).to_be_visible()


def test_who_leaves_the_axis_or_the_map_is_named(alone: Page):
    player = race(alone, 0.09, 0.102, 0.2, steps=700)
    assert run(BOWL, OPTIMIZERS["sgd"](learning_rate=0.2), (-4.0, 1.5), 700).steps < 700
    loss = player.locator(".downhill-panel-loss")
    expect(loss.locator(".annotation")).to_have_count(1)  # a curve passes where the other's name would be
    expect(loss.locator(".infolayer")).to_contain_text("SGD 1 diverging")
    expect(player.locator(".downhill-legend-entry").nth(2)).to_contain_text("diverged at step")
    expect(loss.locator(".downhill-readout")).to_contain_text("SGD 2 diverged at step")
    exits = player.locator(".downhill-exit:visible")
    expect(exits).to_have_count(2)
    exits.nth(1).hover()
    expect(exits.nth(1)).to_have_attribute("title", re.compile("SGD 1 is outside the map: at step 700 at x "))
    alone.keyboard.press("Home")
    drawn(alone)
    expect(exits).to_have_count(0)
    expect(loss.locator(".annotation")).to_have_count(0)


@pytest.mark.parametrize("key", SURFACES)
def test_every_tick_of_the_map_has_its_number_and_every_kind_of_mark_its_name(alone: Page, key: str):
    surface = SURFACES[key]()
    player = race(alone, 0.01, steps=10, surface=surface)
    kinds = {critical.kind.removeprefix("global ") for critical in surface.critical_points}
    assert set(player.locator(".downhill-mark-key > span").all_inner_texts()) == kinds
    graph = player.locator(".downhill-panel-map .js-plotly-plot").first
    hidden = graph.locator(":is(.xtick, .ytick) text").evaluate_all(
        "(texts) => texts.filter((text) => getComputedStyle(text).display === 'none').length"
    )
    assert hidden == 0
    assert graph.locator(".ytick text").count() >= 3


@pytest.mark.parametrize("key", ["bowl", "rosenbrock", "beale"])
def test_the_whole_relief_is_in_its_panel_and_its_ticks_are_apart(alone: Page, key: str):
    surface = SURFACES[key]()
    player = race(alone, surface.opening.learning_rates.get("sgd", 0.01), steps=40, surface=surface)
    player.locator("input[value=map-relief]").check(force=True)
    drawn(alone)
    panel = player.locator(".downhill-panel-relief")
    picture = b64encode(panel.locator(".downhill-stack").screenshot()).decode()
    width, height, edges = alone.evaluate(SEEN, picture)
    (low, high), ticks = panel.locator(".js-plotly-plot").evaluate(
        "({ layout: { scene: { zaxis } } }) => [zaxis.range, [...zaxis.tickvals]]"
    )
    player.locator("input[value=map-loss]").check(force=True)
    drawn(alone)
    assert height > width, "a panel that is not wide enough for the camera as it is"
    assert edges == [1, 1, 1, 1], "something reaches the edge of the panel"
    assert len(ticks) > 1
    assert np.diff(ticks).min() > 0.2 * (high - low), "ticks lie on each other"


@pytest.mark.parametrize("key", ["bowl", "beale"])
def test_the_whole_relief_is_in_the_panel_of_a_telephone(alone: Page, key: str):
    surface = SURFACES[key]()
    player = race(alone, surface.opening.learning_rates.get("sgd", 0.01), steps=40, surface=surface)
    alone.evaluate("document.querySelector('main').style.width = '366px'")
    player.locator("input[value=relief]").check(force=True)
    drawn(alone)
    picture = b64encode(player.locator(".downhill-panel-relief .downhill-stack").screenshot()).decode()
    width, _, edges = alone.evaluate(SEEN, picture)
    player.locator("input[value=map-loss]").check(force=True)
    alone.evaluate("document.querySelector('main').style.width = '1100px'")
    drawn(alone)
    assert width == 366
    assert edges == [1, 1, 1, 1], "something reaches the edge of the panel"


def test_four_contenders_stand_in_one_row_below_a_wide_map_and_eight_in_two_columns_beside_it(alone: Page):
    alone.evaluate("document.querySelector('main').style.width = '1180px'")
    player = race(alone, 0.01, steps=10)
    player.get_by_label("Beside the loss").select_option("none")
    for count, columns in ((4, 4), (8, 2)):
        player = race(alone, *[0.01 + 0.01 * k for k in range(count)], steps=10)
        boxes = [entry.bounding_box() for entry in player.locator(".downhill-legend-entry").all()]
        assert len(boxes) == count
        assert len({box["x"] for box in boxes if box}) == columns
        assert len({box["y"] for box in boxes if box}) == count / columns
    alone.evaluate("document.querySelector('main').style.width = '1100px'")


def test_the_picture_fills_its_container(alone: Page):
    player = race(alone, 0.09, steps=20)
    height = player.evaluate(
        """(player) => {
            const container = player.parentElement;
            container.style.height = "800px";
            player.toggleAttribute("data-fill", true);
            const { height } = player.getBoundingClientRect();
            const { bottom } = player.querySelector(".downhill-transport").getBoundingClientRect();
            const type = parseFloat(getComputedStyle(player).fontSize);
            container.style.height = "";
            player.toggleAttribute("data-fill", false);
            return [height, bottom - player.getBoundingClientRect().top, type];
        }"""
    )
    assert height[0] == 800
    assert height[1] <= 801
    assert height[2] >= 20


def test_numbers_are_written_as_python_writes_them(alone: Page):
    random = np.random.default_rng(0)
    numbers = [
        0.0,
        10915.0,
        10925.0,
        0.125,
        2.5,
        -9999.5,
        1e-4,
        9.9999e-5,
        123456.0,
        1e22,
        5e-324,
        1.7976931348623157e308,
    ]
    numbers += (random.choice([-1, 1], 200) * 10.0 ** random.uniform(-20, 20, 200)).tolist()
    for digits in (2, 4, 6):
        written = alone.evaluate(
            """([numbers, digits]) => fromFrontend("dom/format.js").then(({ significant }) =>
                numbers.map((number) => significant(number, digits)))""",
            [numbers, digits],
        )
        assert written == [format_number(number, digits) for number in numbers]


@pytest.mark.parametrize(
    ("layout", "style"), [("map-loss", ""), ("map-loss", DARK), ("map-relief", DARK)], ids=["light", "dark", "relief"]
)
def test_axe_finds_nothing(alone: Page, layout: str, style: str):
    player = race(alone, 0.09, 0.05, 0.102, steps=60)
    alone.evaluate(
        "(style) => document.body.setAttribute('style', style + 'background: var(--st-background-color)')", style
    )
    player.locator(f"input[value={layout}]").check(force=True)
    if player.locator(".downhill-worked").get_attribute("open") is None:
        player.locator(".downhill-worked summary").click()
    player.get_by_role("button", name="Show SGD 1").click()
    drawn(alone)
    assert violations(alone, "[data-testid=player]") == []
    for name in ("Keys", "Save a picture"):
        player.get_by_role("button", name=name, exact=True).click()
        assert violations(alone, "dialog[open]") == []
        alone.keyboard.press("Escape")
    player.get_by_role("button", name="Show SGD 1").click()
    player.locator("input[value=map-loss]").check(force=True)
    alone.evaluate("() => document.body.removeAttribute('style')")


def test_every_control_is_reached_by_tab(alone: Page):
    race(alone, 0.09, 0.05, steps=40)
    alone.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(40):
        alone.keyboard.press("Tab")
        reached.add(alone.evaluate("document.activeElement.getAttribute('aria-label')"))
    for name in (
        "Show SGD 0",
        "Focus SGD 1",
        "Beside the loss",
        "Play",
        "Step",
        "Speed",
        "Save a picture",
        "Keys",
    ):
        assert name in reached


def test_who_wants_less_motion_sees_the_end_and_nothing_moves_by_itself(browser: Browser, server: Server):
    with watched_page(browser, server, viewport={"width": 1200, "height": 900}, reduced_motion="reduce") as page:
        open_harness(page)
        page.evaluate("mount()")
        player = race(page, 0.09, steps=40)
        expect(player).to_have_attribute("data-step", "40")
        expect(player).to_have_attribute("data-playing", "false")
        assert page.evaluate(
            """[...document.querySelectorAll("[data-testid=player] *:not(.downhill-theme-probe)")].every((node) => {
                const { transitionDuration: times, animationName } = getComputedStyle(node);
                return animationName === "none" && times.split(", ").every((time) => parseFloat(time) === 0);
            })"""
        )
        page.keyboard.press("Home")
        expect(player).to_have_attribute("data-step", "0")
        page.keyboard.press(" ")  # who asks for it is shown it
        expect(player).to_have_attribute("data-playing", "true")
        expect(player).to_have_attribute("data-step", "40")


REFUSE = """() => {
  const { react } = Plotly;
  console.error = () => {}; // the test's own errors are no fault
  Plotly.react = async (graph, ...rest) => {
    await react(graph, ...rest);
    if (graph.closest(".downhill-panel-numbers")) throw new Error("Plotly refuses");
  };
  const choice = document.querySelector("select[aria-label='Beside the loss']");
  choice.value = "rate";
  choice.dispatchEvent(new Event("change"));
  Plotly.react = react;
}"""


def test_a_layout_that_cannot_be_drawn_says_so(browser: Browser, server: Server):
    with watched_page(browser, server, viewport={"width": 1200, "height": 900}) as page:
        open_harness(page)
        page.evaluate("mount()")
        player = race(page, 0.09, steps=40)
        page.evaluate(REFUSE)
        expect(player.get_by_role("alert")).to_have_text("Plotly refuses")
        drawn(page)


def test_a_player_in_a_hidden_container_is_whole_once_it_is_seen(alone: Page):
    alone.evaluate("destroy(); document.querySelector('main').style.display = 'none'; mount()")
    show(
        alone,
        BOWL,
        [(OPTIMIZERS["sgd"](learning_rate=0.09), run(BOWL, OPTIMIZERS["sgd"](learning_rate=0.09), (-4.0, 1.5), 40))],
        40,
    )
    alone.evaluate("document.querySelector('main').style.display = ''")
    player = drawn(alone)
    expect(player).to_have_attribute("data-numbers", "gradient")
    for panel in ("map", "loss", "numbers"):
        graph = player.locator(f".downhill-panel-{panel} .main-svg").first
        expect(graph).to_be_visible()
        box, room = graph.bounding_box(), player.locator(f".downhill-panel-{panel} .downhill-stack").bounding_box()
        assert box is not None
        assert room is not None
        assert abs(box["width"] - room["width"]) < 2, f"the {panel} is as wide as its panel"
