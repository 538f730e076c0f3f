"""Lessons in a browser: the question first, the race when it is answered, and then how far off the prediction was."""

import math
import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from exports.handout.handout import handout
from lecture import Lecture, encode, race
from lecture.lessons import LESSONS, Lesson
from lecture.pages.averages import Averages
from parameters import declared
from scenes.sliders import title
from tests.browser.axe import violations
from tests.browser.player import drawn, drawn_paths, on_map
from tests.browser.race_page import enter, script_ended
from tests.written_numbers import read_number

RAVINE, SIZES, STARTS = LESSONS["ravine"], LESSONS["batch-sizes"], LESSONS["four-starts"]
TEN_DAYS, HOW_MUCH = LESSONS["about-ten-days"], LESSONS["how-much-to-average"]


def seen(lesson: Lesson, **view: object) -> Lecture:
    return replace(lesson.lecture, view=replace(lesson.lecture.view, **view))  # type: ignore[arg-type]


def asked(page: Page, lecture: Lecture) -> Locator:
    """Open a lesson, and return its player, which asks."""
    page.goto(f"/?{encode(lecture)}")
    player = drawn(page)
    expect(player).to_have_attribute("data-asking", "true")
    return player


def runs_to_its_end(player: Locator, lesson: Lesson) -> None:
    """See the race run, and go to its end; nothing is said of the prediction before."""
    expect(player).to_have_attribute("data-playing", "true")
    assert verdict(player).text_content() == ""
    player.get_by_role("button", name="To the end").click()
    expect(player).to_have_attribute("data-step", str(lesson.lecture.steps))


def verdict(player: Locator) -> Locator:
    return player.locator(".downhill-verdict")


def tells_nothing(page: Page, lesson: Lesson) -> None:
    """No text, attribute, axis or line of the document, seen or not, comes from a step after the start."""
    told = page.evaluate(
        "document.documentElement.outerHTML + [...document.querySelectorAll('*')].map(({ value }) => value).join()"
    )
    for words in (lesson.why, *(entry.trajectory.outcome.sentence for entry in race(lesson.lecture))):
        assert words not in told
    assert [len(path) for path in drawn_paths(page)] == [1] * len(lesson.lecture.contenders)
    curves = page.evaluate(
        """[...document.querySelectorAll(":is(.downhill-panel-loss, .downhill-panel-numbers) .js-plotly-plot")]
            .flatMap(({ data }) => data).filter(({ mode }) => /lines/.test(mode)).map(({ y }) => y.length)"""
    )
    assert curves
    assert max(curves) <= 1
    expect(page.locator(".results tbody tr")).to_have_count(0)


@pytest.mark.parametrize(
    "lesson", [RAVINE, SIZES, STARTS, LESSONS["first-step-of-rmsprop"]], ids=lambda lesson: lesson.key
)
def test_before_the_answer_nothing_in_the_document_tells_it(page: Page, lesson: Lesson) -> None:
    player = asked(page, lesson.lecture)
    expect(player.get_by_text(lesson.question.words)).to_be_visible()
    assert lesson.lecture.surface.teaches not in page.content()
    for press in (" ", "ArrowRight", "End", "x"):
        page.keyboard.press(press)
    expect(player).to_have_attribute("data-step", "0")
    tells_nothing(page, lesson)
    expect(player.get_by_role("group", name="Playback")).to_be_hidden()


def test_a_choice_is_answered_and_the_race_says_whether_it_was_right(page: Page) -> None:
    player = asked(page, RAVINE.lecture)
    player.get_by_role("button", name="Both").click()
    runs_to_its_end(player, RAVINE)
    expect(verdict(player)).to_have_text(f"You said: Both. The answer is: Momentum alone. {RAVINE.why}")
    expect(page.locator(".results tbody tr")).to_have_count(2)
    expect(page.get_by_text(RAVINE.lecture.surface.teaches)).to_be_visible()
    page.wait_for_url(re.compile("ask=0"))
    page.get_by_role("button", name="Reset").click()
    expect(player).to_have_attribute("data-asking", "true")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("3")
    runs_to_its_end(player, RAVINE)
    expect(verdict(player)).to_have_text(f"That is right: Momentum alone. {RAVINE.why}")


def test_an_order_is_put_together_by_keyboard(page: Page) -> None:
    player = asked(page, SIZES.lecture)
    answer = player.get_by_role("button", name="Answer", exact=True)
    page.keyboard.press("3")
    page.keyboard.press("1")
    expect(player.get_by_role("button", name="SGD, B 32: place 2")).to_be_visible()
    expect(answer).to_be_disabled()
    page.keyboard.press("3")  # takes it out again
    page.keyboard.press("2")
    page.keyboard.press("3")
    answer.focus()
    page.keyboard.press("Enter")
    runs_to_its_end(player, SIZES)
    expect(verdict(player)).to_have_text(
        f"You placed 1 of 3 correctly. The order is: SGD, full batch; SGD, B 32; SGD, B 1. {SIZES.why}"
    )


def test_a_pin_is_put_on_the_map_and_the_gap_to_the_end_is_drawn(page: Page) -> None:
    player = asked(page, STARTS.lecture)
    pin = player.get_by_role("button", name=re.compile("^Pin for the end of SGD"))
    page.mouse.click(*on_map(player, 2.0, -3.0))
    expect(pin).to_have_attribute("aria-label", re.compile(r"at x (2|1\.99\d*|2\.0\d*), y −(3|2\.99\d*|3\.0\d*)\."))
    pin.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    x, y = (read_number(text) for text in re.findall(r"[xy] (\S+?)[,.] ", f"{pin.get_attribute('aria-label')} "))
    assert x > 2.05
    player.get_by_role("button", name="Answer", exact=True).click()
    runs_to_its_end(player, STARTS)
    end = race(STARTS.lecture)[3].trajectory.points[:, -1]
    off = read_number(player.locator(".downhill-gap-length").inner_text())
    assert off == pytest.approx(math.dist((x, y), end), abs=0.01)
    expect(verdict(player)).to_have_text(
        re.compile(rf"^Your pin is {off} away from where SGD.* \(3\.58, −1\.85\)\. Each")
    )
    line = player.locator(".downhill-gap").last.get_attribute("d")
    assert line
    assert re.fullmatch(r"M[-\d.]+,[-\d.]+L[-\d.]+,[-\d.]+", line)


def test_a_question_can_be_skipped_or_left_by_changing_the_race(page: Page) -> None:
    player = asked(page, RAVINE.lecture)
    player.get_by_role("button", name="Show the answer").click()
    expect(player).to_have_attribute("data-step", "200")
    expect(verdict(player)).to_have_text(f"The answer is: Momentum alone. {RAVINE.why}")
    player = asked(page, RAVINE.lecture)
    script_ended(page)
    enter(page, "Steps", 150)
    expect(player).to_have_attribute("data-asking", "false")
    expect(verdict(player)).to_have_text("")


def test_a_link_opens_a_lesson_with_its_answer(page: Page) -> None:
    page.goto(f"/?{encode(RAVINE.answered)}")
    player = drawn(page)
    expect(verdict(player)).to_have_text(f"The answer is: Momentum alone. {RAVINE.why}")
    expect(player).to_have_attribute("data-step", "200")
    expect(page.locator(".results tbody tr")).to_have_count(2)


@pytest.mark.parametrize("key", [" ", "ArrowRight", "Enter", "PageDown", "r"])
def test_a_presenter_asks_the_hall_and_the_next_key_lets_the_race_answer(page: Page, key: str) -> None:
    player = asked(page, seen(RAVINE, presentation=True))
    expect(player.get_by_role("button", name="Momentum alone")).to_be_in_viewport(ratio=1)
    page.keyboard.press(key)
    expect(player).to_have_attribute("data-playing", "true")
    page.keyboard.press("End")
    expect(verdict(player)).to_have_text(f"The answer is: Momentum alone. {RAVINE.why}")
    expect(verdict(player)).to_be_in_viewport(ratio=1)
    expect(player.get_by_role("group", name="Playback")).to_be_in_viewport(ratio=1)


def test_a_question_is_answered_with_a_thumb(phone: Page) -> None:
    player = asked(phone, STARTS.lecture)
    expect(player.get_by_text(STARTS.question.words)).to_be_in_viewport(ratio=1)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.touchscreen.tap(*on_map(player, 3.0, -2.0))
    player.get_by_role("button", name="Answer", exact=True).tap()
    runs_to_its_end(player, STARTS)
    expect(verdict(player)).to_have_text(re.compile("^Your pin is "))
    expect(verdict(player)).to_be_in_viewport(ratio=1)
    phone.wait_for_url(re.compile("ask=0"))


def test_a_question_about_an_average_shows_its_series_alone(page: Page) -> None:
    player = asked(page, TEN_DAYS.lecture)
    expect(player.locator(".downhill-panel-title", has_text="A ramp")).to_be_visible()
    expect(player.locator(".downhill-legend-loss")).to_have_text("–")
    for told in (TEN_DAYS.why, "β/(1 − β)", ">9.1<", "The divisor has a power"):
        assert told not in page.content()
    page.keyboard.press("End")
    expect(player).to_have_attribute("data-step", "0")
    page.keyboard.press("3")
    expect(player).to_have_attribute("data-playing", "true")
    assert verdict(player).text_content() == ""
    page.keyboard.press("End")
    expect(verdict(player)).to_have_text(f"You said: 10 days. The answer is: 9 days. {TEN_DAYS.why}")
    expect(player.locator(".downhill-legend-loss")).to_have_text("9.1")
    expect(player.locator("[data-measured=delay]")).to_have_text("9")
    page.wait_for_url(re.compile("step=end.*ask=0"))
    script_ended(page)
    enter(page, title(declared(Averages)["beta_1"]), 0.8)
    expect(verdict(player)).to_have_text("")


def test_averages_are_put_in_order_with_a_thumb(phone: Page) -> None:
    player = asked(phone, HOW_MUCH.lecture)
    for name in ("β 0.9", "β 0.5", "β 0.98"):
        player.get_by_role("button", name=f"{name}: no place yet").tap()
    player.get_by_role("button", name="Answer", exact=True).tap()
    expect(player).to_have_attribute("data-playing", "true")
    player.get_by_role("button", name="To the end").tap()
    expect(verdict(player)).to_have_text(f"That is the right order: β 0.9; β 0.5; β 0.98. {HOW_MUCH.why}")
    expect(verdict(player)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lesson", [RAVINE, SIZES, STARTS, HOW_MUCH], ids=lambda lesson: lesson.key)
def test_a_question_has_no_barriers(page: Page, lesson: Lesson, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    asked(page, lesson.lecture)
    assert violations(page) == []


def test_a_handout_asks_before_it_tells(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "lesson.html"
    link = f"https://downhill.example/?{encode(RAVINE.lecture)}"
    file.write_text(handout(RAVINE.lecture, link, plotly_inside=True), encoding="utf-8")
    with browser.new_context(offline=True, viewport={"width": 1200, "height": 900}) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        player = drawn(page)
        expect(player).to_have_attribute("data-asking", "true")
        expect(page.locator("#results")).to_be_hidden()
        player.get_by_role("button", name="Momentum alone").click()
        runs_to_its_end(player, RAVINE)
        expect(verdict(player)).to_have_text(f"That is right: Momentum alone. {RAVINE.why}")
        expect(page.locator("#results tbody tr")).to_have_count(2)
        page.locator("#controls").get_by_role("slider").first.press("ArrowRight")
        expect(verdict(player)).to_have_text("")
