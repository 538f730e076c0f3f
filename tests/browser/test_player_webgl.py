"""Without WebGL, and when the browser takes it away: the relief says so or comes back, and everything else works."""

from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.conftest import watched_page
from tests.browser.player import drawn
from tests.conftest import Server

SIZE: ViewportSize = {"width": 1000, "height": 700}
NONE = """
for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
  const { getContext } = prototype;
  prototype.getContext = function (kind, ...rest) {
    return /webgl/.test(kind) ? null : getContext.call(this, kind, ...rest);
  };
}
"""
SENTENCE = "This browser has no WebGL, which the relief needs. The map shows the same paths."
TAKE_AWAY = """(canvases) => canvases.forEach((canvas) => {
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context.getExtension("WEBGL_lose_context").loseContext();
})"""


def choose(page: Page, layout: str) -> None:
    page.get_by_role("radio", name=layout, exact=True).check(force=True)
    drawn(page)


def plays(page: Page) -> None:
    """Play a little, from the start, and pause."""
    page.get_by_role("button", name="To the start").click()
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => Number(document.querySelector('[data-testid=player]').dataset.step) >= 10")
    page.get_by_role("button", name="Pause").click()
    expect(drawn(page)).to_have_attribute("data-playing", "false")


def relief(page: Page) -> Locator:
    return page.locator(".downhill-panel-relief")


def alive(page: Page) -> None:
    """Wait for a scene whose context is not lost, with a surface in it."""
    page.wait_for_function(
        """() => {
            const graph = document.querySelector(".downhill-panel-relief .js-plotly-plot");
            const canvas = graph?.querySelector("canvas");
            const context = canvas?.getContext("webgl2") ?? canvas?.getContext("webgl");
            return context && !context.isContextLost() && graph._fullLayout.scene._scene.glplot.objects.length >= 1;
        }"""
    )


def test_without_webgl_the_relief_says_so_and_the_rest_works(browser: Browser, server: Server, tmp_path: Path):
    with watched_page(browser, server, viewport=SIZE, accept_downloads=True) as page:
        page.add_init_script(NONE)
        page.goto("/?step=end")
        drawn(page)
        for layout in ("Map + relief", "Relief + loss", "Relief"):
            choose(page, layout)
            expect(relief(page).get_by_role("status")).to_have_text(SENTENCE)
            expect(relief(page).locator(".js-plotly-plot canvas")).to_have_count(0)
            plays(page)
        page.get_by_label("κ · Condition number, exact value").fill("10")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Focus SGD")).to_be_visible()
        drawn(page)
        page.get_by_role("button", name="Focus Adam").click()
        page.get_by_role("button", name="Show SGD").click()
        page.get_by_role("button", name="Save a picture").click()
        page.get_by_label("Size").select_option("svg")
        with page.expect_download() as download:
            page.get_by_role("button", name="Save", exact=True).click()
        download.value.save_as(tmp_path / "still.svg")
        svg = (tmp_path / "still.svg").read_text(encoding="utf-8")
        assert "This browser has no WebGL" in svg
        page.get_by_role("button", name="Close").click()
        choose(page, "Map")
        paths = page.locator(".downhill-panel-map .downhill-overlay .scatterlayer .trace:has(.lines path)")
        expect(paths).to_have_count(3)  # of everybody but SGD


def test_a_relief_that_the_browser_takes_away_comes_back(page: Page):
    page.set_viewport_size(SIZE)
    page.goto("/?step=end")
    drawn(page)
    choose(page, "Map + relief")
    alive(page)
    for _ in range(2):
        page.evaluate(
            "() => { document.querySelector('.downhill-panel-relief .js-plotly-plot canvas').dataset.old = ''; }"
        )
        relief(page).locator(".js-plotly-plot canvas").evaluate_all(TAKE_AWAY)
        expect(relief(page).locator("canvas[data-old]")).to_have_count(0)
        alive(page)
        plays(page)
    expect(relief(page).get_by_role("status")).to_have_count(0)


def test_a_relief_that_is_taken_away_again_and_again_gives_way_to_a_sentence(page: Page):
    page.set_viewport_size(SIZE)
    page.goto("/?step=end")
    drawn(page)
    choose(page, "Map + relief")
    for _ in range(4):
        alive(page)
        relief(page).locator(".js-plotly-plot canvas").evaluate_all(TAKE_AWAY)
        page.wait_for_function(
            """() => {
                const canvas = document.querySelector(".downhill-panel-relief .js-plotly-plot canvas");
                return !(canvas?.getContext("webgl2") ?? canvas?.getContext("webgl"))?.isContextLost();
            }"""
        )
    expect(relief(page).get_by_role("status")).to_contain_text("keeps stopping")
    plays(page)
    choose(page, "Map")
    choose(page, "Relief")
    alive(page)
    expect(relief(page).get_by_role("status")).to_have_count(0)
