"""Stills: each file is what its name in the menu says, shows what the screen shows, and nothing in it is cut."""

import struct
from base64 import b64encode
from collections.abc import Generator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from lecture import MAX_CONTENDERS, Contender, Lecture, encode, opening
from optimizers import OPTIMIZERS, SCHEDULES
from parameters import READING_DIGITS, format_number
from surfaces import SURFACES
from tests.browser.conftest import watched_page
from tests.browser.player import drawn, press_switch
from tests.browser.stills import save
from tests.conftest import Server

PNG = {"png-1080": (1920, 1080), "png-2160": (3840, 2160), "png-4-3": (1600, 1200)}
FORMATS = [*PNG, "png-screen", "svg"]
LAYOUTS = ["Map", "Map + relief", "Relief + loss", "Map + loss"]

REMEMBER = """() => {
  const { toImage } = window.Plotly;
  window.Plotly.toImage = (...asked) => toImage(...(window.asked = asked));
  window.makeAgain = toImage;
}"""
"""Lets the page remember the last figure that was made into a file, and how large."""

AS_SVG = """async () => {
  const [figure, { width, height }] = window.asked;
  return decodeURIComponent((await makeAgain(figure, { format: "svg", width, height })).replace(/^[^,]*,/, ""));
}"""

TEXTS = """(svg) => {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  if (parsed.querySelector("parsererror")) throw new Error(parsed.documentElement.textContent);
  const drawn = document.body.appendChild(document.importNode(parsed.documentElement, true));
  drawn.style.cssText = "position: fixed; left: 0; top: 0";
  const { width, height } = drawn.getBoundingClientRect();
  const labels = [...drawn.querySelectorAll("text")].filter((text) => text.textContent.trim()).map((text) => {
    const { left, top, right, bottom } = text.getBoundingClientRect();
    return [text.textContent, left, top, right, bottom, parseFloat(getComputedStyle(text).fontSize)];
  });
  drawn.remove();
  return [width, height, labels];
}"""

PIXELS = """async ([data, boxes]) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const colours = (left, top, right, bottom) => {
    const { data } = context.getImageData(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    return new Set(new Uint32Array(data.buffer)).size;
  };
  const edges = [[0, 0, width, 2], [0, height - 2, width, height], [0, 0, 2, height], [width - 2, 0, width, height]];
  return {
    size: [width, height],
    corner: [...context.getImageData(0, 0, 1, 1).data],
    edges: edges.map((edge) => colours(...edge)),
    boxes: boxes.map((box) => colours(...box.map(Math.round))),
  };
}"""


SHAPES = """(svg) => {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const drawn = document.body.appendChild(document.importNode(parsed, true));
  drawn.style.cssText = "position: fixed; left: 0; top: 0";
  const boxOf = (node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const fillOf = ({ style }) => (Number(style.fillOpacity) ? style.fill : "");
  const shapes = [...drawn.querySelectorAll(".shapelayer path")].map((node) => [fillOf(node), boxOf(node)]);
  const map = boxOf(drawn.querySelector(".contourbg path"));
  drawn.remove();
  return [shapes, map];
}"""
"""Of an SVG, the fill and the box of every shape, and the box of the map."""

WHOLE_PIXELS = "(panels) => [panels.clientWidth, panels.clientHeight]"
"""Width and height of the panels as the browser rounds them: the page may be half a pixel wide, a PNG may not."""


class Label(NamedTuple):
    """Words of a still, and their box in px of the drawing."""

    words: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


@pytest.fixture(scope="module")
def shared(browser: Browser, server: Server) -> Generator[Page]:
    """One page for all tests of this file."""
    with watched_page(browser, server, viewport={"width": 1600, "height": 1000}, accept_downloads=True) as page:
        page.goto("/?step=end")
        drawn(page)
        page.evaluate(REMEMBER)
        yield page


@pytest.fixture(scope="module")
def crowded(browser: Browser, server: Server) -> Generator[Page]:
    """The same with the picture that has most to say."""
    with watched_page(browser, server, viewport={"width": 1600, "height": 1000}, accept_downloads=True) as page:
        page.goto(f"/?{encode(crowd())}")
        drawn(page)
        page.evaluate(REMEMBER)
        yield page


def crowd() -> Lecture:
    """Make a race of as many contenders as there can be, with long numbers, on the surface with the longest name."""
    surface = max((surface() for surface in SURFACES.values()), key=lambda surface: len(surface.title))
    schedule = SCHEDULES["warmup-cosine"](warmup=1234, horizon=4321, floor=0.123456)  # type: ignore[call-arg]
    contenders = tuple(
        Contender(
            replace(OPTIMIZERS["adam"](), learning_rate=0.0123456 * (slot + 1), epsilon=1.23456e-7),  # type: ignore[call-arg]
            schedule,
            start=(-4.12345 * (slot - 1), 3.23456 * (slot - 3)),
            slot=slot,
        )
        for slot in range(MAX_CONTENDERS)
    )
    return replace(opening(surface), contenders=contenders, noise=1.23456, same_noise=False, seed=123456)


def texts(page: Page, path: Path) -> tuple[float, float, list[Label]]:
    """Read width and height of a still, and all words on it: of a PNG, those of what it was painted from."""
    svg = path.read_text(encoding="utf-8") if path.suffix == ".svg" else page.evaluate(AS_SVG)
    width, height, labels = page.evaluate(TEXTS, svg)
    return width, height, [Label(*label) for label in labels]


def pixels(page: Page, path: Path, boxes: list[list[float]]) -> dict:
    """Let the browser read a PNG: its size, its corner, and how many colours its edges and boxes have."""
    return page.evaluate(PIXELS, [b64encode(path.read_bytes()).decode(), boxes])


def assert_nothing_is_cut(page: Page, path: Path) -> list[Label]:
    """Check that labels are inside and apart; that in a PNG each is really there, and none reaches the edge."""
    width, height, labels = texts(page, path)
    assert labels
    for label in labels:
        assert min(label.left, label.top) >= 0, f"{label.words!r} is cut"
        assert label.right <= width, f"{label.words!r} is cut"
        assert label.bottom <= height, f"{label.words!r} is cut"
    for one, other in combinations(labels, 2):
        leading = 0.12 * (one.size + other.size)  # of the letters themselves nothing is there
        beside = one.right <= other.left or other.right <= one.left
        above = one.bottom - leading <= other.top or other.bottom - leading <= one.top
        assert beside or above, f"{one.words!r} lies on {other.words!r}"
    if path.suffix == ".png":
        assert_painted(page, path, width, labels)
    return labels


def assert_painted(page: Page, path: Path, width: float, labels: list[Label]) -> None:
    scale = pixels(page, path, [])["size"][0] / width
    found = pixels(page, path, [[scale * side for side in label[1:5]] for label in labels])
    assert found["edges"] == [1, 1, 1, 1], "something reaches the edge"
    for label, colours in zip(labels, found["boxes"], strict=True):
        assert colours > 1, f"{label.words!r} is not on the picture"


@pytest.mark.parametrize("size", FORMATS)
def test_a_still_has_its_pixels_and_says_surface_and_step(shared: Page, tmp_path: Path, size: str):
    path = save(shared, tmp_path, size)
    assert path.name == f"downhill-elongated-bowl-step-120.{'svg' if size == 'svg' else 'png'}"
    if size == "svg":
        assert texts(shared, path)[:2] == (1920, 1080)
        return
    content = path.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", content[16:24])
    panels = shared.locator(".downhill-panels").evaluate(WHOLE_PIXELS)
    assert (width, height) == PNG.get(size, (panels[0], height))
    assert height > panels[1] or size in PNG


@pytest.mark.parametrize(
    ("colors", "ground", "pixel"),
    [
        ("light", "filled", [255, 255, 255, 255]),
        ("dark", "filled", [14, 16, 19, 255]),
        ("light", "transparent", [0, 0, 0, 0]),
        ("dark", "transparent", [0, 0, 0, 0]),
    ],
)
def test_colours_and_background(shared: Page, tmp_path: Path, colors: str, ground: str, pixel: list[int]):
    path = save(shared, tmp_path, "png-4-3", colors=colors, ground=ground)
    assert pixels(shared, path, [])["corner"] == pixel


@pytest.mark.parametrize("size", FORMATS)
def test_no_label_is_cut_in_any_format_however_much_there_is_to_say(crowded: Page, tmp_path: Path, size: str):
    labels = assert_nothing_is_cut(crowded, save(crowded, tmp_path, size))
    words = " ".join(label.words for label in labels)
    for slot in range(MAX_CONTENDERS):
        x: float = crowd().contenders[slot].start[0]  # type: ignore[index]
        assert "(" + format_number(x, READING_DIGITS) in words, "legend"
        assert "(" + format_number(x) in words, "caption"
    assert min(label.size for label in labels) >= 11


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_label_is_cut_and_all_can_be_read(shared: Page, tmp_path: Path, layout: str):
    shared.get_by_role("radio", name=layout, exact=True).check(force=True)
    drawn(shared)
    labels = assert_nothing_is_cut(shared, save(shared, tmp_path, "svg"))
    words = " ".join(label.words for label in labels).replace("\xa0", " ")
    expected = ["Elongated bowl", "step 120 of 120", "SGD", "Adam", "with bias correction", "from (−4, 1.5), 120 steps"]
    for part in [*expected, *(["minimum"] if "Map" in layout else [])]:
        assert part in words
    names = [label.words for label in labels if label.words in ("x", "y", "step")]
    curves = 2 if "loss" in layout else 0
    assert sorted(names) == ["step"] * curves + (["x", "y"] if "Map" in layout else [])
    for label in labels:
        assert label.size >= 20, f"{label.words!r} is too small for a projector"


def test_a_still_for_a_telephone_stands_upright_and_is_not_cut(browser: Browser, server: Server, tmp_path: Path):
    with watched_page(browser, server, viewport={"width": 390, "height": 844}, accept_downloads=True) as page:
        page.goto(f"/?{encode(crowd())}")
        drawn(page)
        page.evaluate(REMEMBER)
        assert_nothing_is_cut(page, save(page, tmp_path, "png-screen"))
        width, height = page.evaluate("[window.asked[1].width, window.asked[1].height]")
        assert height > 2 * width


@pytest.mark.parametrize("size", ["png-1080", "svg"])
def test_arrows_at_the_edge_of_the_map_are_where_the_screen_has_them(crowded: Page, tmp_path: Path, size: str):
    on_screen = crowded.locator(".downhill-exit:visible").evaluate_all(
        "(nodes) => nodes.map((node) => getComputedStyle(node.querySelector('path')).fill)"
    )
    assert len(on_screen) > 2
    path = save(crowded, tmp_path, size, caption=False)
    svg = path.read_text(encoding="utf-8") if size == "svg" else crowded.evaluate(AS_SVG)
    shapes, (left, top, right, bottom) = crowded.evaluate(SHAPES, svg)
    # Who has an arrow has no head on the map, and heads on the curves are beside it.
    arrows = [(fill, box) for fill, box in shapes if fill in on_screen and box[0] < right and box[1] < bottom]
    assert sorted(fill for fill, _ in arrows) == sorted(on_screen)
    for _, box in arrows:
        assert left <= box[0] <= box[2] <= right + 1
        assert top <= box[1] <= box[3] <= bottom + 1
    if size != "svg":
        scale = pixels(crowded, path, [])["size"][0] / crowded.evaluate("window.asked[1].width")
        assert min(pixels(crowded, path, [[scale * side for side in box] for _, box in arrows])["boxes"]) > 2


def test_the_arrows_at_a_head_are_in_the_still_with_their_names(shared: Page, tmp_path: Path):
    shared.get_by_role("radio", name="Map", exact=True).check(force=True)
    shared.get_by_role("button", name="To the start").click()
    drawn(shared)
    without = save(shared, tmp_path, "svg").read_text(encoding="utf-8")
    press_switch(shared, "Arrows")
    drawn(shared)
    path = save(shared, tmp_path, "svg")
    assert_nothing_is_cut(shared, path)
    press_switch(shared, "Arrows")
    shared.get_by_role("button", name="To the end").click()
    drawn(shared)
    svg = path.read_text(encoding="utf-8")
    for words in ("−g, downhill", "Δw, the next step"):
        assert words in svg
        assert words not in without
    lines = len(shared.evaluate(SHAPES, svg)[0]) - len(shared.evaluate(SHAPES, without)[0])
    assert lines == 4, "each arrow is a line with its casing"


def test_the_caption_can_be_left_out(shared: Page, tmp_path: Path):
    assert "bias correction" not in save(shared, tmp_path, "svg", caption=False).read_text(encoding="utf-8")


def test_a_hidden_contender_is_in_no_still(shared: Page, tmp_path: Path):
    swatch = shared.get_by_role("button", name="Show RMSprop")
    swatch.click()
    assert ">RMSprop<" not in save(shared, tmp_path, "svg", caption=False).read_text(encoding="utf-8")
    swatch.click()
    assert ">RMSprop<" in save(shared, tmp_path, "svg", caption=False).read_text(encoding="utf-8")
