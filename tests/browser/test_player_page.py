"""The whole page, Streamlit's part and ours, as axe-core sees it."""

from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import watched_page
from tests.browser.player import drawn
from tests.conftest import Server

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
OF_STREAMLIT = {("scrollable-region-focusable", "katex-display")}
"""Rules, and the classes of elements that Streamlit makes and styles: its formulas scroll, but take no focus."""


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_axe_finds_nothing_of_ours(browser: Browser, server: Server, colors: Literal["light", "dark"]):
    with watched_page(browser, server, viewport={"width": 1600, "height": 1000}, color_scheme=colors) as page:
        page.goto("/")
        drawn(page)
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(
            """axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
                nodes.map(({ target, html }) => [id, document.querySelector(target[0])?.className ?? "", html])))"""
        )
        assert [(rule, html) for rule, name, html in found if (rule, name) not in OF_STREAMLIT] == []
