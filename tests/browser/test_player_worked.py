"""The step in numbers: what stands on the page is what the run did, to the last digit shown."""

import re
from collections.abc import Generator

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from lecture import opening, race
from scenes import worked_step
from surfaces import SURFACES
from tests.browser.conftest import watched_page
from tests.browser.player import drawn, press_switch, rounded, worked_numbers
from tests.conftest import Server

MAX_BYTES = 60_000
"""What one change of a slider may cost at T = 500 (measured: 54,000, of which the page around the player 25,000)."""


@pytest.fixture(scope="module")
def shared(browser: Browser, server: Server) -> Generator[Page]:
    """One page for all tests of this file."""
    with watched_page(browser, server, viewport={"width": 1600, "height": 1000}) as page:
        page.frames_received = received = []  # pyright: ignore[reportAttributeAccessIssue]
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
        page.goto("/?step=end")
        drawn(page).get_by_text("The step in numbers").click()
        yield page


@pytest.fixture
def player(shared: Page) -> Locator:
    """The player with the numbers open."""
    return drawn(shared)


def go_to(player: Locator, step: int) -> None:
    """Move the scrubber, as a hand would."""
    player.get_by_role("slider", name="Step").fill(str(step))
    expect(player).to_have_attribute("data-step", str(step))
    drawn(player.page)


@pytest.mark.parametrize("index", range(4))
@pytest.mark.parametrize("t", [1, 2, 57, 120])
def test_every_number_is_that_of_the_run(player: Locator, index: int, t: int):
    entry = race(opening(SURFACES["bowl"]()))[index]
    rule, path = entry.contender.rule, entry.trajectory
    player.get_by_role("button", name=f"Focus {entry.label}").click()
    go_to(player, t)
    expect(player.locator(".downhill-worked")).to_contain_text(f"{entry.label}: update {t}, from step {t - 1}")
    arrays = worked_step.arrays(rule, path) | {"points": path.points}
    rows = {row.array: row for line in worked_step.lines(rule) for row in line.rows}  # of w, the last
    for name, row in rows.items():
        shown = worked_numbers(player, name)
        at = [t - 1] * row.before + [t] * row.after
        columns = [rounded(arrays[name][..., k]) for k in at]
        assert shown == [list(cell) for cell in zip(*columns, strict=True)], name


def test_the_formulas_stand_beside_the_numbers(player: Locator):
    for index, contender in enumerate(opening(SURFACES["bowl"]()).contenders):
        player.page.evaluate("document.activeElement.blur()")
        player.page.keyboard.press(str(index + 1))
        expect(player.locator(".downhill-numbers td[rowspan] math")).to_have_count(len(contender.rule.formula))


def test_a_formula_stands_in_the_numbers_of_the_update_too(player: Locator):
    entry = race(opening(SURFACES["bowl"]()))[0]
    player.get_by_role("button", name=f"Focus {entry.label}").click()
    go_to(player, 2)
    shown = player.locator(".downhill-numbers-first").last.locator("td:not([rowspan]) math")
    rate = entry.contender.rule.learning_rate
    points, gradients = entry.trajectory.points[:, 1], entry.trajectory.gradients[:, 1]
    for text, point, gradient in zip(shown.all_text_contents(), points, gradients, strict=True):
        factor = f"({gradient:.6g})" if gradient < 0 else f"{gradient:.6g}"
        start = f"({point:.6g})" if point < 0 else f"{point:.6g}"
        assert re.sub(r"\s", "", text) == f"{start}-{rate:g}·{factor}".replace("-", "−")


def test_the_arrows_point_where_the_run_goes(player: Locator):
    press_switch(player.page, "Arrows")
    for index, entry in enumerate(race(opening(SURFACES["bowl"]()))):
        player.get_by_role("button", name=f"Focus {entry.label}").click()
        for t in (0, 3, 119):
            go_to(player, t)
            path = entry.trajectory
            wanted = [-path.gradients[:, t], path.points[:, t + 1] - path.points[:, t]]
            for shape, vector in zip(("gradient", "step"), wanted, strict=True):
                turned = player.locator(f".downhill-arrows .downhill-arrow-{shape}").get_attribute("transform") or ""
                angle = float(turned.removeprefix("rotate(").removesuffix(")"))
                assert np.cos(np.radians(angle) - np.arctan2(-vector[1], vector[0])) > 1 - 1e-6, (index, t, shape)
    go_to(player, 120)
    expect(player.locator(".downhill-arrows .downhill-arrow-step")).to_have_attribute("visibility", "hidden")
    press_switch(player.page, "Arrows")
    expect(player.locator(".downhill-arrows")).to_be_hidden()


def test_step_0_shows_the_update_to_come(player: Locator):
    go_to(player, 0)
    expect(player.locator(".downhill-worked")).to_contain_text("step 0 is the start; this is update 1")


def test_one_slider_costs_few_bytes_and_leaves_the_numbers_open(shared: Page, player: Locator):
    shared.get_by_label("T · Steps, exact value").fill("500")
    shared.keyboard.press("Enter")
    expect(player).to_have_attribute("data-steps", "500")
    expect(player).to_have_attribute("data-source", "server")
    drawn(shared)
    revision = player.get_attribute("data-revision") or ""
    received: list[int] = shared.frames_received  # pyright: ignore[reportAttributeAccessIssue]
    shared.wait_for_load_state("networkidle")
    received.clear()
    shared.get_by_label("β₁ · Momentum, exact value").fill("0.8")
    shared.keyboard.press("Enter")
    expect(player).not_to_have_attribute("data-revision", revision)
    expect(shared.get_by_test_id("stStatusWidget")).to_have_count(0)
    assert 10_000 < sum(received) <= MAX_BYTES
    expect(player.locator(".downhill-numbers")).to_be_visible()
