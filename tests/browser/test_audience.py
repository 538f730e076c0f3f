"""The audience's page in a real browser: light, strict, and in a frame of real slides."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from exports.audience.site import write_site
from lecture import Lecture, decode, encode, opening
from lecture.lessons import LESSONS
from surfaces import SURFACES
from tests.browser.axe import violations
from tests.browser.conftest import watched_page
from tests.browser.player import drawn
from tests.conftest import ROOT, Server

BOWL = opening(SURFACES["bowl"]())
REVEAL = "5.1.0"


def test_it_plays_follows_a_slider_and_leads_to_the_app_with_what_is_shown(page: Page, server: Server) -> None:
    unwanted: list[str] = []
    page.on("websocket", lambda socket: unwanted.append(socket.url))
    page.on("requestfailed", lambda request: unwanted.append(request.url))
    page.on("response", lambda response: None if response.ok else unwanted.append(response.url))
    page.goto(f"/view?{encode(BOWL)}".replace("step=end", "step=0"))
    player = drawn(page)
    expect(player).to_have_attribute("data-step", "0")
    page.get_by_role("button", name="Play").click()
    expect(player).to_have_attribute("data-step", str(BOWL.steps))
    expect(player).to_have_attribute("data-live", "true")
    expect(player).to_have_attribute("data-settled", "true")
    page.get_by_label("Learning rate, exact value").first.fill("0.05")
    expect(player).to_have_attribute("data-source", "browser")
    player.get_by_label("Step", exact=True).fill("37")
    expect(player).to_have_attribute("data-settled", "true")
    assert unwanted == []

    page.get_by_role("link", name="Open in the full app").click()
    page.wait_for_url(re.compile(re.escape(server.url) + r"/\?"))
    expect(drawn(page)).to_have_attribute("data-step", "37")
    shown, notes = decode(page.url)
    assert (shown.contenders[0].rule.learning_rate, shown.view.step, notes) == (0.05, 37, ())


PRESENTED = replace(BOWL, view=replace(BOWL.view, presentation=True))

AXES = """() => [...document.querySelectorAll(".xtitle")].filter((title) => title.getClientRects()[0]).map((title) => {
  const labels = title.closest(".js-plotly-plot").querySelector(".xtick text");
  return title.getBoundingClientRect().top - labels.getBoundingClientRect().bottom;
})"""
"""JavaScript: by how many px the title of each horizontal axis lies below its labels."""


CUT_OFF = """(all) => all.filter((one) => {
  const text = document.createRange();
  text.selectNodeContents(one);
  return text.getBoundingClientRect().right > one.closest(".downhill-legend-entry").getBoundingClientRect().right;
}).map((one) => one.textContent)"""
"""JavaScript: the numbers of a legend that do not fit into their entry."""


@pytest.mark.parametrize("shown", [BOWL, PRESENTED], ids=["page", "presentation"])
def test_the_title_of_an_axis_is_below_its_labels(page: Page, shown: Lecture) -> None:
    page.goto(f"/view?{encode(shown)}")
    drawn(page)
    below = page.evaluate(AXES)
    assert below
    assert min(below) > -2


def test_on_a_phone_a_presentation_has_room_for_its_numbers(phone: Page) -> None:
    lecture = opening(SURFACES["himmelblau"]())
    phone.goto(f"/view?{encode(replace(lecture, view=replace(lecture.view, presentation=True)))}")
    losses = drawn(phone).locator(".downhill-legend-loss")
    expect(losses).to_have_count(len(lecture.contenders))
    assert losses.evaluate_all(CUT_OFF) == []


@pytest.mark.parametrize("query", ["page=averages", "surface=formula", encode(next(iter(LESSONS.values())).lecture)])
def test_its_policy_is_kept_whatever_is_shown(page: Page, query: str) -> None:
    page.goto(f"/view?{query}")
    drawn(page)
    expect(page.locator("#said")).to_have_text("")


@pytest.mark.parametrize("size", [(1400, 900), (390, 844)], ids=["desktop", "phone"])
@pytest.mark.parametrize("colors", ["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser, server: Server, size: tuple[int, int], colors: Literal["light", "dark"]
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    with watched_page(browser, server, viewport=viewport, color_scheme=colors) as page:
        page.goto(f"/view?{encode(BOWL)}&nonsense=1")
        drawn(page)
        assert violations(page) == []


def test_its_folder_opens_from_a_disk(browser: Browser, tmp_path: Path) -> None:
    write_site(tmp_path, BOWL, encode(BOWL))
    with browser.new_context() as context:
        context.set_offline(True)
        problems: list[str] = []
        context.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        page = context.new_page()
        page.goto((tmp_path / "index.html").as_uri())
        expect(drawn(page)).to_have_attribute("data-live", "true")
        assert problems == []


@pytest.fixture(scope="module")
def reveal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of reveal.js, out of deno's cache of npm packages."""
    cache = tmp_path_factory.mktemp("deno")
    deno = Path(sys.executable).with_name("deno")
    asked = subprocess.run(
        [deno, "cache", f"npm:reveal.js@{REVEAL}"],
        env=os.environ | {"DENO_DIR": str(cache), "DENO_NO_UPDATE_CHECK": "1"},
        cwd=cache,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    found = cache / "npm" / "registry.npmjs.org" / "reveal.js" / REVEAL / "dist"
    if asked.returncode or not found.is_dir():
        pytest.skip(f"npm's registry cannot be reached, which has reveal.js: {asked.stderr.strip()[-200:]}")
    return found


def documented(language: str) -> str:
    """The code of the section on reveal.js in the documentation."""
    section = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8").partition("## reveal.js")[2]
    found = re.search(rf"```{language}\n(.*?)```", section, re.DOTALL)
    assert found
    return found[1]


@contextmanager
def served(folder: Path) -> Generator[str]:
    """Serve a folder under another origin than that of the app."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(folder))) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}"
        host.shutdown()


def test_fragments_of_slides_are_steps(browser: Browser, server: Server, reveal: Path, tmp_path: Path) -> None:
    for name in ("reveal.js", "reveal.css"):
        (tmp_path / name).write_bytes((reveal / name).read_bytes())
    section = documented("html").replace("https://HOST/view?LINK", f"{server.url}/view?{quote(encode(BOWL), '=&')}")
    (tmp_path / "slides.html").write_text(
        f'<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="reveal.css">'
        f'<div class="reveal"><div class="slides">{section}</div></div><script src="reveal.js"></script>'
        f"<script>Reveal.initialize();{documented('js')}</script>",
        encoding="utf-8",
    )
    with served(tmp_path) as host, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{host}/slides.html")
        player = page.frame_locator("iframe").get_by_test_id("player")
        expect(player).to_have_attribute("data-step", "0")
        page.keyboard.press("ArrowRight")
        expect(player).to_have_attribute("data-step", "30")
        page.keyboard.press("ArrowRight")
        expect(player).to_have_attribute("data-step", str(BOWL.steps))
        page.keyboard.press("ArrowLeft")
        expect(player).to_have_attribute("data-step", "30")
