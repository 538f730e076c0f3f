"""Predict first, then reveal: nothing on the page tells an outcome before it is asked for."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from exports.handout.handout import handout
from lecture import Contender, View, encode, opening, race
from optimizers import OPTIMIZERS
from surfaces import SURFACES
from tests.browser.player import drawn, drawn_paths

RULES = (
    Contender(OPTIMIZERS["sgd"](learning_rate=0.12), slot=0),
    Contender(OPTIMIZERS["adam"](learning_rate=0.2), slot=3),
)
HIDING = replace(
    opening(SURFACES["bowl"]()), contenders=RULES, view=View(step=0, hidden=frozenset({"results"}), curve="gradient")
)
OUTCOMES = [entry.trajectory.outcome for entry in race(HIDING)]
"""One diverges, one arrives."""

TELLING = "|".join(
    (
        "diverge|diverging|left the map|reached the|stands still|still moving|stopped at|above the axis",
        *(re.escape(outcome.sentence) for outcome in OUTCOMES),
    )
)


def told(page: Page) -> list[str]:
    """All words of the document about outcomes, seen or not: text, tooltips, labels, but not the help of controls."""
    return page.evaluate(
        """([telling, attributes]) => {
            const words = [];
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                if (node.parentElement?.closest("script, style, .race-label")) continue;
                if (node.nodeType === Node.TEXT_NODE) words.push(node.data);
                else for (const name of attributes) words.push(node.getAttribute(name));
            }
            const about = new RegExp(telling, "i");
            return words.filter((text) => text && about.test(text) && !/help|predict/.test(text));
        }""",
        [TELLING, ["title", "aria-label", "aria-valuetext", "alt"]],
    )


def assert_hidden(player: Locator) -> None:
    """Check that nothing is told, and that no path or axis goes beyond the start."""
    expect(player.locator(".downhill-reveal")).to_have_text(re.compile("predict first"))
    expect(player).to_have_attribute("data-step", "0")
    drawn(player.page)
    assert told(player.page) == []
    assert [len(path) in (1, 2) for path in drawn_paths(player.page)] == [True] * len(RULES), "the start alone"
    expect(player.get_by_label("Fan")).to_be_disabled()


def assert_revealed_by(player: Locator, act: Callable[[], object]) -> None:
    """Check that an act reveals everything, and that it can be hidden again."""
    page = player.page
    assert_hidden(player)
    act()
    expect(player).to_have_attribute("data-step", str(HIDING.steps))
    expect(player.locator(".downhill-outcomes li")).to_have_text([re.compile(re.escape(str(o))) for o in OUTCOMES])
    expect(page.get_by_role("table").first).to_contain_text(OUTCOMES[0].sentence)
    expect(player.locator(".downhill-legend")).to_contain_text("diverg")
    expect(player.get_by_label("Fan")).to_be_enabled()
    player.get_by_role("button", name="Hide the results").click()
    expect(player.locator(".downhill-outcomes li")).to_have_count(0)
    expect(page.get_by_text(OUTCOMES[0].sentence)).to_have_count(0)
    assert_hidden(player)


def test_nothing_tells_an_outcome_before_it_is_asked_for(page: Page) -> None:
    page.goto(f"/?{encode(HIDING)}")
    player = drawn(page)
    for name in ("Reveal the results", "To the end"):
        assert_revealed_by(player, player.get_by_role("button", name=name).click)
    page.evaluate("document.activeElement.blur()")
    assert_revealed_by(player, lambda: page.keyboard.press("r"))


def test_playing_reveals_at_the_end_and_not_before(page: Page) -> None:
    page.goto(f"/?{encode(HIDING)}")
    player = drawn(page)
    assert_hidden(player)
    player.get_by_role("button", name="One step forward").click()
    drawn(page)
    assert told(page) == []
    player.get_by_role("button", name="Play", exact=True).click()
    expect(player).not_to_have_attribute("data-step", re.compile("^[0-9]$"))
    player.get_by_role("button", name="Pause", exact=True).click()
    drawn(page)
    assert int(player.get_attribute("data-step") or 0) < HIDING.steps
    assert told(page) == []
    expect(player.get_by_label("Fan")).to_be_disabled()
    player.get_by_role("combobox", name="Speed").select_option("8")
    player.get_by_role("button", name="Play", exact=True).click()
    expect(player.locator(".downhill-outcomes li")).to_have_count(len(OUTCOMES))


def test_a_handout_keeps_its_results_too(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "race.html"
    file.write_text(handout(HIDING, "https://downhill.example/?x", plotly_inside=True), encoding="utf-8")
    with browser.new_context(offline=True, viewport={"width": 1200, "height": 900}) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        player = drawn(page)
        assert_revealed_by(player, player.get_by_role("button", name="Reveal the results").click)


def test_what_hides_nothing_has_nothing_to_reveal(page: Page) -> None:
    page.goto("/")
    expect(drawn(page).locator(".downhill-reveal")).to_be_hidden()
