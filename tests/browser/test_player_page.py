"""The whole page, Streamlit's part and ours, as axe-core sees it; and its formulas: none may have to scroll."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from lecture import Contender, Lecture, encode, opening
from optimizers import MISTAKES, OPTIMIZERS, SCHEDULES, Optimizer
from parameters import Number, declared
from surfaces import SURFACES
from tests.browser.axe import violations
from tests.browser.player import drawn
from tests.browser.race_page import script_ended

CUT_FORMULAS = """() => [...document.querySelectorAll(".katex-display")].filter((formula) => {
  const around = formula.closest("[data-testid=stElementContainer]").getBoundingClientRect();
  return getComputedStyle(formula).overflowX !== "visible" || [...formula.querySelectorAll(".base")].some((part) => {
    const { left, right } = part.getBoundingClientRect();
    return left < Math.max(0, around.left - 1) || right > Math.min(innerWidth, around.right + 1);
  });
}).map((formula) => formula.querySelector("annotation").textContent)"""


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_axe_finds_nothing(page: Page, colors: Literal["light", "dark"]):
    page.emulate_media(color_scheme=colors)
    page.goto("/?step=end")
    drawn(page)
    script_ended(page)
    assert violations(page) == []


def every_rule() -> Iterator[Optimizer]:
    """Yield each rule as it is, and once more with its switches the other way."""
    for kind in {**OPTIMIZERS, **MISTAKES}.values():
        rule = kind()
        switches = {name: not getattr(rule, name) for name, p in declared(rule).items() if not isinstance(p, Number)}
        yield rule
        if switches:
            yield replace(rule, **switches)


def every_formula() -> list[Lecture]:
    """Return as few pages as show every surface, every rule and every schedule, each with its formula open."""
    rules = [*every_rule()]
    count = max(len(rules), len(SURFACES), len(SCHEDULES))
    shown = zip(cycle(rules), cycle(SURFACES.values()), cycle(SCHEDULES.values()), strict=False)
    return [
        replace(opening(surface()), contenders=(Contender(rule, schedule()),))
        for rule, surface, schedule in islice(shown, count)
    ]


def test_no_formula_is_cut_on_a_laptop_or_a_telephone(page: Page):
    for lecture in every_formula():
        page.goto(f"/?{encode(lecture)}")
        drawn(page)
        formulas = 2 + (lecture.contenders[0].schedule.key != "constant")
        expect(page.locator(".katex-display")).to_have_count(formulas)
        for width, height in ((1600, 1000), (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(CUT_FORMULAS) == [], f"at {width} px"
