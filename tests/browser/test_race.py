"""The race in a real browser: what a person does in the first minute, and what the page then shows."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from lecture import Lecture, added, at_first_sight, decode, encode, on_surface, opening, race
from lecture.pages.lessons import Lessons
from lecture.wording import distinctions, unequal_rates
from optimizers import OPTIMIZERS, SCHEDULES
from parameters import Number, declared, format_number
from scenes.sliders import stops, title
from surfaces import SURFACES
from tests.browser.player import PLAYER, as_numbers, drawn, drawn_paths, legend_losses, press_switch
from tests.browser.race_page import (
    BETA1,
    EPSILON,
    after_a_new_picture,
    after_a_run,
    choose,
    enter,
    opened,
    start_entry,
)


def figures(lecture: Lecture, step: int) -> list[float]:
    """Compute the loss of each contender at a step."""
    return [entry.trajectory.values[min(step, entry.trajectory.steps)] for entry in race(lecture)]


def test_the_first_minute(page: Page) -> None:
    player = opened(page)
    lecture = opening(SURFACES["bowl"]())
    expect(player).to_have_attribute("data-step", str(lecture.steps))
    assert as_numbers(legend_losses(page)) == pytest.approx(figures(lecture, lecture.steps), rel=1e-3)

    after_a_new_picture(page, lambda: choose(page, "Surface", SURFACES["himmelblau"].title))
    lecture = on_surface(lecture, SURFACES["himmelblau"]())
    after_a_new_picture(page, lambda: choose(page, "Add an optimizer", OPTIMIZERS["adam"].title))
    lecture = added(lecture, "adam")
    first_adam = page.locator(".st-key-drawer-3 summary")
    first_adam.click()  # closes the drawer of the other Adam, so that each label stands on the page once
    expect(page.get_by_label(f"{BETA1}, exact value")).to_have_count(1)
    after_a_new_picture(page, lambda: enter(page, BETA1, 0.5))
    after_a_new_picture(page, lambda: enter(page, EPSILON, 0.01))
    after_a_new_picture(page, lambda: choose(page, "Learning-rate schedule", SCHEDULES["inverse-time"].title))
    changed = replace(
        lecture.contenders[-1],
        rule=replace(lecture.contenders[-1].rule, beta1=0.5, epsilon=0.01),
        schedule=SCHEDULES["inverse-time"](),
    )
    lecture = replace(lecture, contenders=(*lecture.contenders[:-1], changed))
    drawer = "getComputedStyle(document.querySelector('.st-key-drawer-4 summary strong'), '::after').content"
    assert page.evaluate(drawer) == f'"{distinctions(lecture.contenders)[-1]}"'
    page.get_by_role("button", name="To the end").click()
    drawn(page)
    assert as_numbers(legend_losses(page)) == pytest.approx(figures(lecture, lecture.steps), rel=1e-3)

    paths = drawn_paths(page)
    assert len(paths) == len(lecture.contenders) == 5
    for path, entry in zip(paths, race(lecture), strict=True):
        assert path == entry.trajectory.points[0].tolist()

    box = page.locator(".downhill-overlay").bounding_box()
    assert box is not None
    x, y = box["x"] + 0.6 * box["width"], box["y"] + 0.3 * box["height"]
    # The browser's own picture comes before the run that writes the entries.
    after_a_run(page, lambda: after_a_new_picture(page, lambda: page.mouse.click(x, y)))
    start = tuple(float(start_entry(page, axis).input_value()) for axis in "xy")
    assert start != lecture.start
    lecture = replace(lecture, start=start)
    assert as_numbers(legend_losses(page)) == pytest.approx(figures(lecture, lecture.steps), rel=1e-3)

    page.get_by_role("button", name="To the start").click()
    expect(player).to_have_attribute("data-step", "0")
    page.get_by_role("button", name="One step forward").click()
    page.get_by_role("button", name="One step forward").click()
    page.get_by_role("button", name="One step back").click()
    expect(player).to_have_attribute("data-step", "1")
    assert as_numbers(legend_losses(page)) == pytest.approx(figures(lecture, 1), rel=1e-3)

    page.get_by_label("Step", exact=True).fill("42")
    expect(player).to_have_attribute("data-step", "42")
    assert as_numbers(legend_losses(page)) == pytest.approx(figures(lecture, 42), rel=1e-3)
    assert [len(path) for path in drawn_paths(page)] == [43] * 5


def test_playing_starts_from_the_start_pauses_and_asks_the_server_nothing(page: Page) -> None:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: sent.append(socket.url)))
    player = opened(page)
    sent.clear()
    frames = int(player.get_attribute("data-frames") or 0)
    page.get_by_role("button", name="Play").click()
    expect(player).to_have_attribute("data-playing", "true")
    page.wait_for_function(f"() => Number(document.querySelector('{PLAYER}').dataset.step) >= 20")
    page.get_by_role("button", name="Pause").click()
    expect(player).to_have_attribute("data-playing", "false")
    step = int(player.get_attribute("data-step") or 0)
    assert 20 <= step < 120
    assert int(player.get_attribute("data-frames") or 0) > frames
    assert sent == []
    lecture = opening(SURFACES["bowl"]())
    assert as_numbers(legend_losses(page)) == pytest.approx(figures(lecture, step), rel=1e-3)


def test_a_slider_bends_the_paths_and_leaves_everything_else(page: Page) -> None:
    player = opened(page)
    page.get_by_label("Speed").select_option(label="Slow")
    page.get_by_label("Step", exact=True).fill("30")
    expect(player).to_have_attribute("data-step", "30")
    element = player.element_handle()
    slider = page.get_by_role("slider", name=BETA1)
    after_a_new_picture(page, lambda: slider.press("ArrowLeft"))
    expect(player).to_have_attribute("data-step", "30")
    expect(page.get_by_label("Speed")).to_have_value("0.25")
    assert page.evaluate("(old) => old.isConnected", element)
    beta1 = float(page.get_by_label(f"{BETA1}, exact value").input_value())
    lecture = opening(SURFACES["bowl"]())
    adam = replace(lecture.contenders[-1], rule=replace(lecture.contenders[-1].rule, beta1=beta1))
    lecture = replace(lecture, contenders=(*lecture.contenders[:-1], adam))
    assert beta1 < 0.9
    assert as_numbers(legend_losses(page)) == pytest.approx(figures(lecture, 30), rel=1e-3)


TURNED = [
    *(declared(SURFACES["bowl"])[name] for name in ("condition", "rotation")),
    *(p for p in declared(OPTIMIZERS["adam"]).values() if isinstance(p, Number)),
    *(declared(Lecture)[name] for name in ("steps", "noise", "seed")),
]


def test_everything_on_the_page_follows_a_number_that_runs_alone(page: Page) -> None:
    """The address, the legend, the table and the sentence on learning rates, after each slider of the page."""
    received: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    opened(page)
    whole_page = len(received)
    for parameter in TURNED:
        slider = page.get_by_role("slider", name=title(parameter))  # type: ignore[arg-type]
        received.clear()
        after_a_new_picture(page, lambda slider=slider: slider.press("ArrowRight"))
        assert len(received) < whole_page / 2, "more has run than the part that was turned"
        lecture = decode(page.url.partition("?")[2])[0]
        assert as_numbers(legend_losses(page)) == pytest.approx(figures(lecture, lecture.steps), rel=1e-3)
        final = page.locator(".results tbody tr td:nth-child(3)").all_inner_texts()
        assert final == [
            format_number(losses[-1], 4) for losses in (entry.trajectory.values for entry in race(lecture))
        ]
        expect(page.get_by_text(unequal_rates(lecture) or "", exact=True)).to_be_visible()
        lessons = page.get_by_role("link", name="Lessons")
        expect(lessons).to_have_attribute("href", f"?{encode(replace(lecture, page=Lessons()))}")


def test_the_formula_follows_the_switch_that_it_depends_on(page: Page) -> None:
    opened(page)
    switch = declared(OPTIMIZERS["adam"])["bias_correction"]
    formula = page.locator(".st-key-turned .katex-display annotation").last
    corrected, plain = (replace(OPTIMIZERS["adam"](), bias_correction=on).formula for on in (True, False))
    assert corrected != plain
    before = formula.text_content()
    after_a_new_picture(page, lambda: page.locator("label").filter(has_text=switch.label).click())
    assert decode(page.url.partition("?")[2])[0].contenders[-1].rule == replace(
        opening(SURFACES["bowl"]()).contenders[-1].rule, bias_correction=False
    )
    expect(formula).not_to_have_text(str(before))


def test_a_change_of_theme_leaves_the_paths_for_whoever_hovers(page: Page) -> None:
    opened(page)
    before = drawn_paths(page)
    page.evaluate("() => document.querySelector('[data-testid=player]').style.setProperty('font-size', '26px')")
    page.wait_for_selector(f"{PLAYER}[data-settled=false]")
    drawn(page)
    assert drawn_paths(page) == before
    assert before


def test_a_number_that_runs_alone_can_go_to_and_fro_faster_than_the_server(page: Page) -> None:
    opened(page)
    slider = page.get_by_role("slider", name=BETA1)
    # It ends one stop from where it began, so that neither entry nor picture can be taken for those of the beginning.
    for key in ["ArrowLeft"] * 6 + ["ArrowRight"] * 5:
        slider.press(key)
    places = stops(declared(OPTIMIZERS["adam"])["beta1"])
    last = places[places.index(0.9) - 1]
    expect(page.get_by_label(f"{BETA1}, exact value")).to_have_value(f"{last:g}")
    lecture = opening(SURFACES["bowl"]())
    *others, adam = lecture.contenders
    lecture = replace(lecture, contenders=(*others, replace(adam, rule=replace(adam.rule, beta1=last))))
    losses = [format_number(entry.trajectory.values[-1], 4) for entry in race(lecture)]
    expect(page.locator(".downhill-legend-loss")).to_have_text(losses)


def test_a_diverged_contender_is_named_in_legend_and_table(page: Page) -> None:
    player = opened(page)
    after_a_new_picture(page, lambda: enter(page, title(declared(OPTIMIZERS["adam"])["learning_rate"]), 1000))  # type: ignore[arg-type]
    after_a_new_picture(page, lambda: choose(page, "Add an optimizer", OPTIMIZERS["heavy-ball"].title))
    rates = page.get_by_label(f"{title(declared(OPTIMIZERS['adam'])['learning_rate'])}, exact value")  # type: ignore[arg-type]
    rates.last.fill("10")
    after_a_new_picture(page, lambda: rates.last.press("Enter"))
    after_a_new_picture(page, lambda: enter(page, title(declared(Lecture)["steps"]), 500))  # type: ignore[arg-type]
    page.get_by_role("button", name="To the end").click()
    expect(player).to_contain_text(re.compile(r"diverged at step \d+"))
    expect(page.get_by_role("table")).to_contain_text("Heavy ball · diverged")
    expect(page.get_by_role("table")).to_contain_text(re.compile(r"It diverged at step \d+"))


def test_every_surface_is_drawn(page: Page) -> None:
    opened(page)
    lecture = opening(SURFACES["bowl"]())
    for surface in [*SURFACES.values()][1:]:
        after_a_new_picture(page, lambda title=surface.title: choose(page, "Surface", title))
        lecture = at_first_sight(on_surface(lecture, surface()))
        assert as_numbers(legend_losses(page)) == pytest.approx(figures(lecture, lecture.view.step or 0), rel=1e-3), (
            surface.key
        )


def test_the_arrows_are_explained_on_a_phone_and_no_word_is_cut(phone: Page) -> None:
    opened(phone)
    press_switch(phone, "Arrows")
    expect(phone.get_by_text("lengths: log scale")).to_be_visible()
    head = phone.locator(".downhill-panel-map .downhill-panel-head")
    assert head.evaluate("(head) => [head.scrollWidth - head.clientWidth, head.scrollHeight - head.clientHeight]") == [
        0,
        0,
    ]


def test_the_page_on_a_phone(phone: Page) -> None:
    player = opened(phone)
    width = phone.evaluate("() => document.documentElement.clientWidth")
    assert phone.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    box = player.bounding_box()
    assert box is not None
    assert box["y"] < 200
    after_a_new_picture(phone, lambda: phone.locator(".downhill-overlay").tap(position={"x": 290, "y": 120}))
    expect(start_entry(phone, "x")).not_to_have_value("-4")


@pytest.mark.parametrize("width", [390, 360])
def test_the_transport_of_a_phone_has_a_row_for_the_steps_and_one_for_the_rest(phone: Page, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 844})
    opened(phone)
    parts = phone.locator(".downhill-transport > *").evaluate_all(
        """(parts) => parts.filter((part) => part.checkVisibility()).map((part) => {
            const { left, right, top, bottom } = part.getBoundingClientRect();
            return [part.getAttribute("aria-label") ?? part.className, (top + bottom) / 2, left, right];
        })"""
    )
    first, second = sorted({round(middle) for _, middle, _, _ in parts})
    assert second - first > 20
    assert {name for name, middle, _, _ in parts if round(middle) == first} == {
        "Step",
        "downhill-counter",
        "Branch here",
        "Save a picture",
    }
    assert all(0 <= left < right <= width for _, _, left, right in parts)
    buttons = phone.locator(".downhill-transport button:visible").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))"
    )
    assert min(buttons) >= 43.9, "as large as a thumb"


def test_the_names_of_the_columns_take_two_lines_at_most(page: Page) -> None:
    opened(page)
    heights = page.locator(".results thead th").evaluate_all(
        """(cells) => cells.map((cell) => {
            const range = document.createRange();
            range.selectNodeContents(cell);
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        })"""
    )
    assert max(heights) == 2


def test_the_picture_comes_before_the_controls(page: Page) -> None:
    page.goto("/", wait_until="commit")
    sliders = page.evaluate(
        """() => new Promise((done) => {
            const look = () => document.querySelector("[data-testid=player]:not([data-revision='0'])")
                ? done(document.querySelectorAll("[data-testid=stSlider]").length) : setTimeout(look, 2);
            look();
        })"""
    )
    assert sliders == 0
    expect(page.get_by_role("slider", name="Learning rate").first).to_be_visible()
