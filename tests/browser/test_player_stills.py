"""Stills: each file is what its name in the menu says, and nothing in it is cut."""

import struct
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched_page
from tests.browser.player import drawn
from tests.conftest import Server

PNG = {"png-1080": (1920, 1080), "png-2160": (3840, 2160), "png-4-3": (1600, 1200)}


@pytest.fixture(scope="module")
def shared(browser: Browser, server: Server) -> Generator[Page]:
    """One page for all tests of this file."""
    with watched_page(browser, server, viewport={"width": 1600, "height": 1000}, accept_downloads=True) as page:
        page.goto("/")
        drawn(page)
        yield page


def save(
    page: Page, to: Path, size: str, *, colors: str = "light", ground: str = "filled", caption: bool = True
) -> Path:
    """The file that the dialog saves."""
    page.get_by_role("button", name="Save a picture").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Size").select_option(size)
    dialog.get_by_label("Colours").select_option(colors)
    dialog.get_by_label("Background").select_option(ground)
    dialog.get_by_label("caption").set_checked(caption)
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Save").click()
    path = to / download.value.suggested_filename
    download.value.save_as(path)
    expect(dialog).to_contain_text(f"Saved as {path.name}")
    dialog.get_by_role("button", name="Close").click()
    return path


def corner(page: Page, path: Path) -> list[int]:
    """Red, green, blue and opacity of the first pixel of a PNG, read by the browser."""
    return page.evaluate(
        """async (bytes) => {
            const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
            const context = new OffscreenCanvas(1, 1).getContext("2d");
            context.drawImage(image, 0, 0);
            return [...context.getImageData(0, 0, 1, 1).data];
        }""",
        list(path.read_bytes()),
    )


@pytest.mark.parametrize("size", PNG)
def test_a_png_has_its_pixels_and_says_surface_and_step(shared: Page, tmp_path: Path, size: str):
    path = save(shared, tmp_path, size)
    assert path.name == "downhill-elongated-bowl-step-120.png"
    content = path.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == PNG[size]


def test_a_png_as_on_screen_has_the_size_of_the_panels(shared: Page, tmp_path: Path):
    width, _ = struct.unpack(">II", save(shared, tmp_path, "png-screen").read_bytes()[16:24])
    assert width == shared.locator(".downhill-panels").evaluate("(panels) => panels.clientWidth")


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
    assert corner(shared, save(shared, tmp_path, "png-4-3", colors=colors, ground=ground)) == pixel


@pytest.mark.parametrize("layout", ["Map", "Map and relief", "Relief and loss", "Map and loss"])
def test_no_label_is_cut_and_all_can_be_read(shared: Page, tmp_path: Path, layout: str):
    shared.get_by_role("radio", name=layout, exact=True).check(force=True)
    drawn(shared)
    svg = save(shared, tmp_path, "svg").read_text(encoding="utf-8")
    labels = shared.evaluate(
        """(svg) => {
            const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
            if (parsed.querySelector("parsererror")) throw new Error(parsed.documentElement.textContent);
            const drawn = document.body.appendChild(document.importNode(parsed.documentElement, true));
            drawn.style.cssText = "position: fixed; left: 0; top: 0";
            const around = drawn.getBoundingClientRect();
            const labels = [...drawn.querySelectorAll("text")].filter((text) => text.textContent.trim()).map((text) => {
                const { left, top, right, bottom } = text.getBoundingClientRect();
                const size = parseFloat(getComputedStyle(text).fontSize);
                return [text.textContent, left, top, around.width - right, around.height - bottom, size];
            });
            drawn.remove();
            return labels;
        }""",
        svg,
    )
    words = " ".join(label[0] for label in labels)
    for expected in (
        "Elongated bowl",
        "step 120 of 120",
        "SGD",
        "Adam",
        "with bias correction",
        "from (−4, 1.5), 120 steps",
    ):
        assert expected in words
    for text, left, top, right, bottom, size in labels:
        assert min(left, top, right, bottom) >= 0, f"{text!r} is cut"
        assert size >= 20, f"{text!r} is too small for a projector"


def test_the_caption_can_be_left_out(shared: Page, tmp_path: Path):
    assert "bias correction" not in save(shared, tmp_path, "svg", caption=False).read_text(encoding="utf-8")


def test_a_hidden_contender_is_in_no_still(shared: Page, tmp_path: Path):
    swatch = shared.get_by_role("button", name="Show RMSprop")
    swatch.click()
    assert ">RMSprop<" not in save(shared, tmp_path, "svg", caption=False).read_text(encoding="utf-8")
    swatch.click()
