"""Branch here: another optimizer that goes on from the step that is shown."""

import re
from dataclasses import replace

from playwright.sync_api import Page, expect

from lecture import Contender, Lecture, View, branched, encode, race
from optimizers.sgd import SGD
from surfaces.bowl import Bowl
from tests.browser.hand import at_rest
from tests.browser.player import drawn, drawn_paths, legend_losses
from tests.browser.race_page import script_ended

LECTURE = Lecture(Bowl(condition=5.0), (-4.0, 1.5), (Contender(SGD(0.1)),), 90, noise=3.0, view=View(step=60))


def test_a_branch_begins_at_the_step_that_is_shown_and_is_in_focus(page: Page) -> None:
    player = at_rest(page, f"/?{encode(LECTURE)}")
    script_ended(page)
    page.get_by_role("button", name="Branch here").click()
    expect(player).to_have_attribute("data-focus", "1")
    expect(page).to_have_url(re.compile(r"c1=sgd~on_1~at_common~of_0~from_60~"))
    script_ended(page)
    page.get_by_label("α · Learning rate, exact value").last.fill("0.01")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from_60~lr_0.01~"))

    parent, child = branched(LECTURE, 0, 60).contenders
    expected = race(replace(LECTURE, contenders=(parent, replace(child, rule=SGD(0.01)))))[1].trajectory
    page.evaluate("() => document.activeElement?.blur()")
    page.keyboard.press("End")
    expect(player).to_have_attribute("data-step", "90")
    drawn(page)
    assert expected.points[0, 60:].tolist() in drawn_paths(page)
    page.keyboard.press("Home")
    drawn(page)
    assert legend_losses(page)[1:] == ["—"]
