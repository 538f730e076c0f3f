"""What is painted, against lines drawn here from the points of the run: at the edge of what can be drawn too.

A path that leaves the window, one that ends after two steps with numbers of 50 digits, one of a single point, and three
of 5,001 points each, in every panel and in the worked step.
"""

import io
from base64 import b64decode
from typing import NamedTuple

import numpy as np
import pytest
from PIL import Image, ImageColor, ImageDraw, ImageFilter
from playwright.sync_api import Locator, Page, expect

from optimizers import OPTIMIZERS, Trajectory, run
from scenes.palette import stroke
from surfaces import SURFACES, Surface
from tests.browser.harness import show
from tests.browser.player import drawn, heads_on_relief, rounded, seen_on_relief, worked_numbers

BOWL = SURFACES["bowl"]()
PANELS = ("map", "loss", "numbers")
WIDEST = 9  # px of a line with its casing, and the corner of a zigzag
START = 11  # px around the start in which its ring lies
GAP = 6  # px within which a dashed line has ink


class Case(NamedTuple):
    """A race of SGD at several rates."""

    surface: Surface
    rates: tuple[float, ...]
    steps: int
    fates: tuple[str, ...]
    updates: tuple[str, ...]

    def paths(self) -> list[Trajectory]:
        start = self.surface.starts[0].point
        return [run(self.surface, OPTIMIZERS["sgd"](learning_rate=rate), start, self.steps) for rate in self.rates]


CASES = {
    "leaves the window": Case(BOWL, (0.09, 0.102), 80, ("", "left the map"), (": update 80,", ": update 80,")),
    "diverges at step 3": Case(
        SURFACES["beale"](),
        (0.00001, 1000.0),
        200,
        ("", "diverged at step 3"),
        (": update 200,", ": update 2, its last; then it diverged."),
    ),
    "one point": Case(BOWL, (0.09,), 0, ("",), (" made no update.",)),
    "5,000 steps": Case(BOWL, (0.09, 0.05, 0.0999), 5000, ("", "", ""), (": update 5000,",) * 3),
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    """Each of the races."""
    return CASES[request.param]


def shown(page: Page, case: Case, layout: str = "map-loss") -> tuple[Locator, list[Trajectory]]:
    """Show the race at its end, in a layout."""
    paths = case.paths()
    rules = [OPTIMIZERS["sgd"](learning_rate=rate) for rate in case.rates]
    show(page, case.surface, list(zip(rules, paths, strict=True)), case.steps)
    player = drawn(page)
    player.locator(f"input[value={layout}]").check(force=True)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("End")
    expect(player).to_have_attribute("data-step", str(case.steps))
    return drawn(page), paths


def focus(player: Locator, index: int) -> None:
    """Put a contender on top of the others."""
    player.page.evaluate("document.activeElement.blur()")
    player.page.keyboard.press(str(index + 1))
    expect(player).to_have_attribute("data-focus", str(index))


class Painted(NamedTuple):
    """The canvas of a panel, and the axes that it lies in."""

    pixels: np.ndarray  # (height, width, 4)
    x: tuple[float, float]
    y: tuple[float, float]
    log: bool

    def places(self, xs: np.ndarray, ys: np.ndarray) -> np.ndarray:
        """Turn numbers as the axes take them into px of the canvas, (2, n)."""
        height, width, _ = self.pixels.shape
        with np.errstate(divide="ignore"):
            # What is less than a power of ten at the lower edge is drawn at it.
            heights = np.maximum(np.log10(ys), np.ceil(self.y[0])) if self.log else ys
        left = (xs - self.x[0]) / (self.x[1] - self.x[0]) * width
        return np.array([left, (self.y[1] - heights) / (self.y[1] - self.y[0]) * height])


def painted(player: Locator, panel: str) -> Painted:
    place = player.locator(f".downhill-panel-{panel}")
    url, x, y, kind = place.evaluate(
        """(panel) => {
            const { xaxis, yaxis } = panel.querySelector(".downhill-overlay, .js-plotly-plot")._fullLayout;
            const canvas = panel.querySelector("canvas.downhill-canvas");
            return [canvas.toDataURL(), [...xaxis.range], [...yaxis.range], yaxis.type];
        }"""
    )
    picture = Image.open(io.BytesIO(b64decode(url.partition(",")[2])))
    return Painted(np.asarray(picture), tuple(x), tuple(y), kind == "log")


def visible(places: np.ndarray, size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Cut the segments of a line to what lies on a canvas of that size, (width, height), or close to it.

    Where they begin and where they end, each (n, 2).
    """
    low, high = np.array([-WIDEST, -WIDEST]), np.array(size) + WIDEST
    finite = np.isfinite(places[:, :-1]).all(axis=0) & np.isfinite(places[:, 1:]).all(axis=0)
    begin, end = places.T[:-1][finite], places.T[1:][finite]
    way = end - begin
    with np.errstate(divide="ignore", invalid="ignore"):
        enter, leave = np.sort(np.array([low - begin, high - begin]) / way, axis=0)
    least = np.fmax(enter, 0).max(axis=1, keepdims=True)  # which takes 0/0, at an edge that it runs along, for nothing
    most = np.fmin(leave, 1).min(axis=1, keepdims=True)
    still_inside = (way != 0) | ((begin >= low) & (begin <= high))
    seen = (least < most)[:, 0] & still_inside.all(axis=1)
    return (begin + least * way)[seen], (begin + most * way)[seen]


def along(begin: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return places on each of these segments, every 4 px, a hundred at most, (m, 2)."""
    counts = np.ceil(np.clip(np.hypot(*(end - begin).T) / 4, 1, 100)).astype(int)
    which = np.repeat(np.arange(counts.size), counts)
    part = (np.arange(which.size) - np.repeat(np.cumsum(counts) - counts, counts)) / counts[which]
    return begin[which] + part[:, np.newaxis] * (end - begin)[which]


def spread(mask: np.ndarray, reach: int) -> np.ndarray:
    """Widen a mask by so many px."""
    picture = Image.fromarray(mask.astype(np.uint8) * 255)
    return np.asarray(picture.filter(ImageFilter.MaxFilter(2 * reach + 1))) > 0


def check_lines(on: Painted, lines: list[np.ndarray], top: int, starts: bool) -> None:
    """Check that ink lies on the line of the contender on top, in its colour, and nowhere beside the lines of all."""
    height, width, _ = on.pixels.shape
    allowed = Image.new("L", (width, height))
    pen = ImageDraw.Draw(allowed)
    for line in lines:
        for begin, end in zip(*visible(line, (width, height)), strict=True):
            pen.line([*begin, *end], fill=255, width=WIDEST)
            for left, upper in (begin, end):  # a corner, or a dash that ends at one
                pen.ellipse([left - WIDEST / 2, upper - WIDEST / 2, left + WIDEST / 2, upper + WIDEST / 2], fill=255)
        left, upper = line[:, 0]
        pen.ellipse([left - START, upper - START, left + START, upper + START], fill=255)
    ink = on.pixels[..., 3] > 0
    beside = ink & ~spread(np.asarray(allowed) > 0, 2)
    assert np.argwhere(beside).tolist() == [], "ink where no line is"
    color = np.array(ImageColor.getrgb(stroke(top).color))
    own = spread((np.abs(on.pixels[..., :3].astype(int) - color).max(axis=2) < 24) & (on.pixels[..., 3] > 200), GAP)
    places = along(*visible(lines[top], (width, height)))
    far = (np.hypot(*(places.T - lines[top][:, :1])) > START) | (not starts)
    wanted = places[far & np.all((places > 2) & (places < (width - 2, height - 2)), axis=1)]
    left, upper = wanted.astype(int).T
    assert wanted[~own[upper, left]].tolist() == [], "a line is not where it belongs"
    assert wanted.size or lines[top].shape[1] == 1


def series(paths: list[Trajectory], panel: str) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return what a panel draws of each path."""
    if panel == "map":
        return [(path.points[0], path.points[1]) for path in paths]
    if panel == "loss":
        return [(np.arange(path.values.size), path.values) for path in paths]
    return [(np.arange(path.values.size), np.hypot(*path.gradients)) for path in paths]


def test_lines_are_painted_where_the_runs_go(alone: Page, case: Case):
    player, paths = shown(alone, case)
    for index in range(len(paths)):
        focus(player, index)
        drawn(alone)
        for panel in PANELS:
            on = painted(player, panel)
            lines = [on.places(*pair) for pair in series(paths, panel)]
            check_lines(on, lines, index, starts=panel == "map")
            check_head(player, panel, on, index, lines[index])
        expect(player.locator(".downhill-legend-entry").nth(index)).to_contain_text(case.fates[index])
    alone.keyboard.press("Home")
    drawn(alone)
    for panel in PANELS:
        on = painted(player, panel)
        firsts = [on.places(xs[:1], ys[:1]) for xs, ys in series(paths, panel)]
        check_lines(on, firsts, 0, starts=panel == "map")  # nothing but the start


def check_head(player: Locator, panel: str, on: Painted, index: int, line: np.ndarray) -> None:
    """Check that a head stands on the last point, or aside from it, wherever that is in the axes, and nowhere else."""
    height, width, _ = on.pixels.shape
    layer = player.locator(f".downhill-panel-{panel} .downhill-head-place:has(path[fill='{stroke(index).color}' i])")
    last = line[:, -1]
    if not (np.isfinite(last).all() and 0 <= last[0] <= width and 0 <= last[1] <= height):
        beside = layer.evaluate(
            """(head) => {
                const [own, room] = [head, head.parentElement].map((node) => node.getBoundingClientRect());
                const [x, y] = [own.left + own.width / 2, own.top + own.height / 2];
                return head.hidden || x < room.left || x > room.right || y < room.top || y > room.bottom;
            }"""
        )
        assert beside, "a head on the map that is not there"
        return
    place = layer.evaluate(
        """(head) => {
            const nodes = [head.firstElementChild, head.parentElement];
            const [own, room] = nodes.map((node) => node.getBoundingClientRect());
            const [right, down] = head.dataset.aside.split(" ").map(Number);
            return [own.left + own.width / 2 - room.left - right, own.top + own.height / 2 - room.top - down];
        }"""
    )
    assert place == pytest.approx(last, abs=1.5)


def test_a_step_has_one_picture_whether_paths_were_extended_to_it_or_drawn_at_once(alone: Page):
    player, _ = shown(alone, CASES["leaves the window"])
    alone.keyboard.press("Home")
    for _ in range(12):
        drawn(alone)
        alone.keyboard.press("ArrowRight")
    drawn(alone)
    extended = [painted(player, panel).pixels for panel in PANELS]
    alone.keyboard.press("End")
    drawn(alone)
    alone.get_by_label("Step", exact=True).fill("12")
    drawn(alone)
    for panel, pixels in zip(PANELS, extended, strict=True):
        assert np.array_equal(painted(player, panel).pixels, pixels), panel


def test_only_who_is_shown_is_painted(alone: Page):
    player, paths = shown(alone, CASES["leaves the window"])
    player.get_by_role("button", name="Show SGD 1").click()
    drawn(alone)
    for panel in PANELS:
        on = painted(player, panel)
        check_lines(on, [on.places(*series(paths, panel)[0])], 0, starts=panel == "map")
    focus(player, 1)
    player.get_by_role("button", name="Focus SGD 1").dblclick()
    drawn(alone)
    for panel in PANELS:
        on = painted(player, panel)
        lines = [np.full((2, 1), -99.0), on.places(*series(paths, panel)[1])]
        check_lines(on, lines, 1, starts=panel == "map")
    player.get_by_role("button", name="Focus SGD 1").dblclick()
    drawn(alone)


def test_a_path_that_has_left_the_map_has_an_arrow_at_the_edge_it_left_by(alone: Page):
    player, paths = shown(alone, CASES["leaves the window"])
    arrow, room = (
        player.locator(f".downhill-panel-map {part}").bounding_box()
        for part in (".downhill-exit:visible", "canvas.downhill-canvas")
    )
    assert arrow is not None
    assert room is not None
    upward = paths[1].points[1, -1] > 0
    middle = arrow["y"] + arrow["height"] / 2
    assert abs(middle - (room["y"] if upward else room["y"] + room["height"])) < 25
    alone.keyboard.press("ArrowLeft")  # a zigzag: one step before, it is on the other side
    drawn(alone)
    other = player.locator(".downhill-exit:visible").bounding_box()
    assert other is not None
    assert abs(other["y"] + other["height"] / 2 - (room["y"] + room["height"] if upward else room["y"])) < 25


def test_the_relief_shows_every_run_where_plotly_would_put_it(alone: Page, case: Case):
    player, paths = shown(alone, case, "relief")
    stack = player.locator(".downhill-panel-relief .downhill-stack")
    pixels = np.asarray(Image.open(io.BytesIO(stack.screenshot())).convert("RGB")).astype(int)
    low, high = np.array(case.surface.window).T
    heads = heads_on_relief(player)[::-1]
    inside = int(player.get_attribute("data-focus") or 0)
    order = [inside, *(k for k in range(len(paths)) if k != inside)]  # the one in focus is topmost
    for head, index in zip(heads, order, strict=True):
        path = paths[index]
        end, loss = path.points[:, -1], path.values[-1]
        if np.all((end >= low) & (end <= high)):
            assert head is not None
            (place,) = seen_on_relief(player, np.array([[*end, height_on_relief(player, case.surface, loss)]]).T).T
            assert np.hypot(*(place - head)) < 1.0
        elif not np.all(np.isfinite(end)) or np.any(np.abs(end - low) > 21 * (high - low)):
            assert head is None, "what is far away has no place"
        color = np.array(ImageColor.getrgb(stroke(index).color))
        assert (np.abs(pixels - color).max(axis=2) < 40).sum() > 15, f"nothing of SGD {index} is seen"
    player.locator("input[value=map-loss]").check(force=True)


def height_on_relief(player: Locator, surface: Surface, loss: float) -> float:
    """The height of a loss: the loss, or its logarithm where most of the map lies far below its highest point."""
    x, y = player.locator(".downhill-panel-relief .js-plotly-plot").evaluate(
        "(graph) => [[...graph.data[0].x], [...graph.data[0].y]]"
    )
    grid = np.sort(surface.value(np.array(np.meshgrid(x, y))).astype(np.float32).ravel()).astype(float)
    low, high, middle = grid[0], grid[-1], grid[grid.size // 2]
    return float(np.log1p((loss - low) / (middle - low))) if high - low > 12 * (middle - low) else loss


def test_the_worked_step_tells_the_last_update(alone: Page, case: Case):
    player, paths = shown(alone, case)
    if player.locator(".downhill-worked").get_attribute("open") is None:
        player.locator(".downhill-worked summary").click()
    for index, path in enumerate(paths):
        focus(player, index)
        expect(player.locator(".downhill-worked")).to_contain_text(f"SGD {index}{case.updates[index]}")
        expect(player.locator(".downhill-numbers")).to_be_visible(visible=path.steps > 0)
        if path.steps:
            before, after = path.points[:, -2], path.points[:, -1]
            wanted = [list(pair) for pair in zip(rounded(before), rounded(after), strict=True)]
            assert worked_numbers(player, "points") == wanted
    player.locator(".downhill-worked summary").click()
