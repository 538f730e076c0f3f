"""What axe-core finds wrong with the accessibility of a page."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")


def violations(page: Page, within: str = "html") -> list[list[str]]:
    """Run axe-core on a part of the page; return the rule and the element of each violation."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    return page.evaluate(
        """(within) => axe.run(within).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html }) => [id, html])))""",
        within,
    )
