"""What a page is on paper."""

import re

from playwright.sync_api import Page


def sheets(page: Page, *, landscape: bool = False) -> int:
    """How many sheets of A4 a page is printed on, without the backgrounds that browsers leave out.

    Not while a medium is emulated: also on paper, a page then looks as on that.
    """
    paper = page.pdf(format="A4", landscape=landscape, print_background=False)
    return len(re.findall(rb"/Type\s*/Page\b", paper))
