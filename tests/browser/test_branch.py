"""Branch here: another optimizer that goes on from the step that is shown."""

import re
from dataclasses import replace

from playwright.sync_api import Page, expect

from lecture import Contender, Lecture, View, decode, encode, race
from optimizers.momentum import Momentum
from surfaces.bowl import Bowl
from tests.browser.hand import at_rest, pressed, thumb
from tests.browser.player import drawn, drawn_paths, legend_losses
from tests.browser.race_page import script_ended

LECTURE = Lecture(Bowl(condition=5.0), (-4.0, 1.5), (Contender(Momentum(0.1, 0.9)),), 90, noise=3.0, view=View(step=60))


def test_a_branch_begins_at_the_step_that_is_shown_and_is_in_focus(page: Page) -> None:
    player = at_rest(page, f"/?{encode(LECTURE)}")
    script_ended(page)
    page.get_by_role("button", name="Branch here").click()
    expect(player).to_have_attribute("data-focus", "1")
    expect(page).to_have_url(re.compile(r"c1=momentum~on_1~at_common~of_0~from_60~"))
    script_ended(page)
    page.get_by_label("α · Learning rate, exact value").last.fill("0.01")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from_60~lr_0.01~"))

    x, y = thumb(page, "[class*='contender-1-momentum-beta1-slider']")
    with pressed(page, x, y):
        page.mouse.move(x - 30, y)
        expect(player).to_have_attribute("data-source", "browser")  # though β differs from that of the other
    expect(page).to_have_url(re.compile(r"from_60~lr_0.01~beta1_0\.(?!9~)"))
    contenders = decode(page.url.partition("?")[2])[0].contenders
    assert contenders[1].rule.beta1 < contenders[0].rule.beta1  # type: ignore[attr-defined]
    expected = race(replace(LECTURE, contenders=contenders))[1].trajectory
    page.evaluate("() => document.activeElement?.blur()")
    page.keyboard.press("End")
    expect(player).to_have_attribute("data-step", "90")
    drawn(page)
    assert expected.points[0, 60:].tolist() in drawn_paths(page)
    page.keyboard.press("Home")
    drawn(page)
    assert legend_losses(page)[1:] == ["—"]
