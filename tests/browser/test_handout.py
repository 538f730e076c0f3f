"""The handout in a real browser: a file on a disk, no server, no network."""

import re
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from exports.handout.handout import handout
from lecture import Lecture, View, decode, encode, opening, race
from lecture.first_sight import first_sight
from surfaces import SURFACES
from tests.browser.hand import pictures
from tests.browser.player import as_numbers, drawn, drawn_paths, legend_losses, on_data, on_map

LECTURE = replace(opening(SURFACES["bowl"]()), view=View(step=30))
LINK = "https://downhill.example/?" + encode(LECTURE)


@pytest.fixture
def offline(browser: Browser) -> Generator[Page]:
    """A page without a network, that fails its test if it asked for anything but its own file, or reported an error."""
    problems: list[str] = []
    with browser.new_context(viewport={"width": 1280, "height": 720}) as context:
        context.set_offline(True)
        context.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        context.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(("file:", "data:", "blob:"))
                else problems.append(f"request to {request.url}")
            ),
        )
        yield context.new_page()
    assert problems == []


def opened(page: Page, folder: Path, lecture: Lecture, link: str = LINK) -> None:
    file = folder / "handout.html"
    file.write_text(handout(lecture, link), encoding="utf-8")
    page.goto(file.as_uri())


def computed_losses(lecture: Lecture, step: int) -> list[float]:
    return [float(entry.trajectory.values[min(step, entry.trajectory.steps)]) for entry in race(lecture)]


def test_it_opens_from_disk_at_its_step_and_plays_to_the_end(offline: Page, tmp_path: Path) -> None:
    opened(offline, tmp_path, LECTURE)
    player = drawn(offline)
    expect(player).to_have_attribute("data-step", "30")
    assert as_numbers(legend_losses(offline)) == pytest.approx(computed_losses(LECTURE, 30), rel=1e-3)

    offline.get_by_role("button", name="Play").click()
    expect(player).to_have_attribute("data-step", str(LECTURE.steps))
    expect(player).to_have_attribute("data-playing", "false")
    assert as_numbers(legend_losses(offline)) == pytest.approx(computed_losses(LECTURE, LECTURE.steps), rel=1e-3)


def test_its_graphs_hold_the_points_of_the_core(offline: Page, tmp_path: Path) -> None:
    lecture = replace(LECTURE, view=View())
    opened(offline, tmp_path, lecture)
    paths = drawn_paths(offline)
    for entry in race(lecture):
        assert entry.trajectory.points[0].tolist() in paths


def test_player_title_and_transport_fit_on_a_slide(offline: Page, tmp_path: Path) -> None:
    file = tmp_path / "handout.html"
    file.write_text(handout(LECTURE, LINK), encoding="utf-8")
    slide = tmp_path / "slide.html"
    slide.write_text(
        "<!doctype html><style>body{margin:0}iframe{border:0}</style>"
        '<iframe src="handout.html" width="960" height="540"></iframe>',
        encoding="utf-8",
    )
    offline.goto(slide.as_uri())
    inside = offline.frame_locator("iframe")
    expect(inside.get_by_test_id("player")).not_to_have_attribute("data-revision", "0")
    play = inside.get_by_role("button", name="Play").bounding_box()
    assert play is not None
    assert play["y"] + play["height"] <= 540
    assert inside.locator("html").evaluate("root => root.scrollWidth <= root.clientWidth")


@pytest.mark.parametrize(("scheme", "background"), [("light", "rgb(253, 253, 252)"), ("dark", "rgb(14, 16, 19)")])
def test_it_is_light_or_dark_as_the_reader_is(offline: Page, tmp_path: Path, scheme: str, background: str) -> None:
    offline.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    opened(offline, tmp_path, LECTURE)
    drawn(offline)
    assert offline.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == background


def test_a_click_on_the_map_is_the_new_start(offline: Page, tmp_path: Path) -> None:
    opened(offline, tmp_path, LECTURE)
    player = drawn(offline)
    expect(player).to_have_attribute("data-live", "true")
    offline.mouse.click(*on_map(player, 2.0, 1.0))
    expect(player).to_have_attribute("data-start", "2,1")


def test_what_is_changed_is_said_beside_it_and_undone(offline: Page, tmp_path: Path) -> None:
    opened(offline, tmp_path, LECTURE)
    player = drawn(offline)
    expect(player).to_have_attribute("data-live", "true")
    start, settings = player.get_attribute("data-start"), offline.locator("#settings")
    before, sources = settings.inner_text(), offline.locator("#sources").inner_text()
    offline.mouse.click(*on_map(player, 2.0, 1.0))
    expect(settings).to_contain_text(f"from (2, 1), {LECTURE.steps} steps")
    expect(offline.locator("#sources")).to_have_text(sources)
    expect(offline.locator("#citation")).to_contain_text("start=2_1")
    expect(player.locator(".downhill-legend-summary").first).to_contain_text("α")
    offline.keyboard.press("Control+z")
    expect(player).to_have_attribute("data-start", str(start))
    expect(settings).to_have_text(before)
    offline.keyboard.press("Control+y")
    expect(player).to_have_attribute("data-start", "2,1")


def test_no_key_asks_for_a_page_around_it(offline: Page, tmp_path: Path) -> None:
    opened(offline, tmp_path, replace(LECTURE, view=View(step=30, presentation=True)))
    drawn(offline)
    address = offline.url
    offline.keyboard.press("?")
    keys = offline.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("play or pause")
    expect(keys).not_to_contain_text("presentation")
    offline.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    for key in ("p", "Escape", "ArrowRight"):
        offline.keyboard.press(key)
    expect(drawn(offline)).to_have_attribute("data-step", "31")
    assert offline.url == address
    expect(offline.get_by_role("button", name="Leave the presentation")).to_have_count(0)


def test_nothing_of_a_hostile_link_runs(offline: Page, tmp_path: Path) -> None:
    opened(
        offline,
        tmp_path,
        LECTURE,
        'https://x/"><img src=x onerror="window.hit=1">?</script><script>window.hit=1</script>',
    )
    drawn(offline)
    assert offline.evaluate("window.hit") is None


def test_its_sliders_and_its_start_move_the_paths_without_a_network(offline: Page, tmp_path: Path) -> None:
    opened(offline, tmp_path, replace(LECTURE, view=View()))
    player = drawn(offline)
    expect(player).to_have_attribute("data-live", "true")
    slider = offline.get_by_role("slider", name="α · Learning rate").first
    box = slider.bounding_box()
    assert box
    before, original = pictures(player), legend_losses(offline)
    begin, y = box["x"] + 0.9 * box["width"], box["y"] + box["height"] / 2
    offline.mouse.move(begin, y)
    offline.mouse.down()
    losses = set()
    for k in range(1, 21):
        shown = pictures(player)
        offline.mouse.move(begin - 0.035 * k * box["width"], y)
        expect(player).not_to_have_attribute("data-pictures", str(shown))
        losses.add(tuple(legend_losses(offline)))
    offline.mouse.up()
    assert pictures(player) - before >= 20
    assert len(losses) >= 15, "some diverge alike"
    expect(player).to_have_attribute("data-source", "browser")

    start = player.get_attribute("data-start")
    offline.locator('[data-handle="start"]').hover()
    offline.mouse.down()
    offline.mouse.move(*on_map(player, 2.0, 1.0), steps=5)
    offline.mouse.up()
    expect(player).to_have_attribute("data-start", "2,1")

    link = offline.locator("#link > *").inner_text()
    linked, notes = decode(link.partition("?")[2])
    assert not notes
    assert as_numbers(legend_losses(offline)) == pytest.approx(computed_losses(linked, linked.steps), rel=1e-3)
    finals = offline.locator(".results tbody td:nth-child(3)").all_text_contents()
    assert as_numbers(finals) == pytest.approx(computed_losses(linked, linked.steps), rel=1e-3)

    offline.get_by_role("button", name="Reset").click()
    expect(player).to_have_attribute("data-source", "server")
    expect(player).to_have_attribute("data-start", str(start))
    assert legend_losses(offline) == original
    assert offline.locator("#link > *").inner_text() == LINK


def test_an_entry_of_its_own_refuses_what_is_out_of_range(offline: Page, tmp_path: Path) -> None:
    opened(offline, tmp_path, LECTURE)
    player = drawn(offline)
    expect(player).to_have_attribute("data-live", "true")
    entry = offline.get_by_role("spinbutton", name="α · Learning rate, exact value").first
    before = pictures(player)
    entry.fill("0.05")
    expect(player).to_have_attribute("data-source", "browser")
    after = pictures(player)
    assert after > before
    entry.fill("")
    entry.fill("-1")
    assert not entry.evaluate("(entry) => entry.validity.valid")
    assert pictures(player) == after
    entry.fill("1e9")
    assert entry.evaluate("(entry) => entry.validationMessage") == "A number from 10⁻⁸ to 1000"


def test_an_entry_of_its_own_understands_a_decimal_comma(offline: Page, tmp_path: Path) -> None:
    opened(offline, tmp_path, LECTURE)
    expect(drawn(offline)).to_have_attribute("data-live", "true")
    entry = offline.get_by_role("spinbutton", name="α · Learning rate, exact value").first
    entry.press("Control+a")
    entry.press_sequentially("0,05")
    expect(entry).to_have_value("0.05")
    entry.press("Control+a")
    for part in ("0", ",", "02"):
        offline.keyboard.insert_text(part)  # as the keyboard of a telephone does, which names no key
    expect(entry).to_have_value("0.02")
    expect(offline.locator("#link > *")).to_have_text(re.compile("lr_0.02~"))


def test_optimizers_join_and_leave_and_another_surface_comes_without_a_network(offline: Page, tmp_path: Path) -> None:
    opened(offline, tmp_path, replace(LECTURE, view=View(step=30)))
    player = drawn(offline)
    expect(player).to_have_attribute("data-live", "true")
    original = legend_losses(offline)

    def linked() -> Lecture:
        lecture, notes = decode(offline.locator("#link > *").inner_text().partition("?")[2])
        assert not notes
        finals = offline.locator(".results tbody td:nth-child(3)").all_text_contents()
        assert as_numbers(finals) == pytest.approx(computed_losses(lecture, lecture.steps), rel=1e-3)
        step = int(player.get_attribute("data-step") or 0)
        assert as_numbers(legend_losses(offline)) == pytest.approx(computed_losses(lecture, step), rel=1e-3)
        return lecture

    add = offline.get_by_label("Add an optimizer")
    add.select_option("nesterov")
    expect(offline.locator(".downhill-legend li")).to_have_count(5)
    assert [contender.rule.key for contender in linked().contenders][-1] == "nesterov"

    offline.get_by_role("button", name="Remove SGD").click()
    expect(offline.locator(".downhill-legend li")).to_have_count(4)
    assert "sgd" not in [contender.rule.key for contender in linked().contenders]

    offline.get_by_label("Surface", exact=True).select_option("himmelblau")
    expect(offline.locator(".downhill-panel-map .downhill-panel-title")).to_contain_text("Himmelblau")
    expect(offline.locator("h1")).to_contain_text("Himmelblau")
    expect(player).to_have_attribute("data-step", str(first_sight(opening(SURFACES["himmelblau"]()))))
    offline.get_by_role("button", name="To the end").click()
    drawn(offline)
    assert linked().surface.key == "himmelblau"
    expect(player).to_have_attribute("data-source", "browser")

    offline.get_by_label("Bias correction").first.uncheck()
    drawn(offline)
    assert not next(c.rule for c in linked().contenders if c.rule.key == "adam").bias_correction  # type: ignore[attr-defined]

    add.select_option("nesterov")  # in the place of SGD
    expect(offline.locator(".downhill-legend li")).to_have_count(5)
    newcomer = linked().contenders[-1]
    assert (newcomer.rule.key, newcomer.slot) == ("nesterov", 0)

    offline.get_by_role("button", name="Reset").click()
    expect(player).to_have_attribute("data-source", "server")
    expect(player).to_have_attribute("data-step", "30")
    assert legend_losses(offline) == original
    assert offline.locator("#link > *").inner_text() == LINK

    offline.get_by_role("slider", name="α · Learning rate").first.press("ArrowRight")
    expect(player).to_have_attribute("data-source", "browser")
    drawn(offline)
    assert linked().contenders[0].rule.key == "sgd"


def test_an_example_is_dragged_and_the_link_holds_it_without_a_network(offline: Page, tmp_path: Path) -> None:
    lecture = opening(SURFACES["regression"]())
    opened(offline, tmp_path, lecture, "https://downhill.example/?" + encode(lecture))
    player = drawn(offline)
    expect(player).to_have_attribute("data-live", "true")
    expect(offline.get_by_label("Data seed")).to_have_count(0)
    features, targets = lecture.surface.data  # type: ignore[attr-defined]
    left, top = on_data(player, features[5], targets[5])
    offline.mouse.move(left, top)
    offline.mouse.down()
    offline.mouse.move(left + 40, top - 30, steps=4)
    offline.mouse.up()
    drawn(offline)
    shown, notes = decode(offline.locator("#link > *").inner_text().partition("?")[2])
    assert not notes
    ((index, _, _),) = shown.surface.moved  # type: ignore[attr-defined]
    assert index == 5
    assert as_numbers(legend_losses(offline)) == pytest.approx(computed_losses(shown, shown.steps), rel=1e-3)
    offline.get_by_label("Surface", exact=True).select_option("two-weights")
    expect(player).to_have_attribute("data-numbers", "data")
    offline.get_by_label("Surface", exact=True).select_option("saddle")
    expect(player).to_have_attribute("data-numbers", "gradient")


def test_a_batch_size_is_changed_without_a_network(offline: Page, tmp_path: Path) -> None:
    lecture = opening(SURFACES["regression"]())
    opened(offline, tmp_path, lecture, "https://downhill.example/?" + encode(lecture))
    player = drawn(offline)
    sliders = offline.locator("#controls").get_by_role("slider", name="Batch size")
    expect(sliders).to_have_count(2)  # none of the full batch, to which none of them leads back
    sliders.first.press("ArrowLeft")
    expect(player).to_have_attribute("data-source", "browser")
    expect(offline.locator("#link")).to_contain_text("batch_25~")
    shown, notes = decode(str(offline.locator("#link").text_content()))
    assert (shown.contenders[0].batch_size, notes) == (25, ())
    assert as_numbers(legend_losses(offline)) == pytest.approx(computed_losses(shown, shown.steps), rel=1e-3)
    offline.get_by_label("Surface", exact=True).select_option("bowl")
    expect(sliders).to_have_count(0)


def test_a_handout_without_an_address_links_by_its_query(offline: Page, tmp_path: Path) -> None:
    query = encode(LECTURE)
    opened(offline, tmp_path, LECTURE, query)
    expect(drawn(offline)).to_have_attribute("data-live", "true")
    offline.get_by_label("Surface", exact=True).select_option("saddle")
    expect(offline.locator("h1")).to_contain_text("Saddle")
    changed, notes = decode(offline.locator("#link > *").inner_text())
    assert not notes
    assert changed.surface.key == "saddle"


def test_it_shows_eigenvectors_and_the_table_of_critical_points(offline: Page, tmp_path: Path) -> None:
    lecture = replace(opening(SURFACES["edge"]()), view=View(eigenvectors=True))
    opened(offline, tmp_path, lecture)
    player = drawn(offline)
    arrows = player.locator(".downhill-eigenvectors path").last
    expect(arrows).to_have_attribute("d", re.compile("^(M[^M]+){8}$"))
    offline.get_by_text("Critical points: 1 saddle").click()
    expect(offline.get_by_text("The gradient is zero along whole curves, too")).to_be_visible()
    offline.get_by_role("button", name="(0, 0)").click()
    expect(player.get_by_role("button", name="Whole map")).to_be_visible()


def test_it_computes_basins_with_workers_of_its_own(offline: Page, tmp_path: Path) -> None:
    opened(offline, tmp_path, replace(opening(SURFACES["himmelblau"]()), view=View(layer="basins", layout="map")))
    legend = offline.locator(".downhill-survey")
    expect(legend).to_have_attribute("data-done", "1")
    expect(legend.locator("dt").first).to_have_text("minimum (3, 2)")
