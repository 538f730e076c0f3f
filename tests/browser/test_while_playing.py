"""What a lecturer turns while it plays: the picture follows, and how it is looked at stays."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from lecture import Camera, Lecture, View, added, decode, encode, on_surface, opening, race
from optimizers import OPTIMIZERS
from surfaces import SURFACES
from tests.browser.player import drawn, drawn_paths
from tests.browser.race_page import BETA1, choose, script_ended

ZOOM = ((-4.5, -1.5), (-0.9, 0.9))
CAMERA = Camera(eye=(1.0, -1.5, 0.75), center=(0.0, 0.0, -0.25), up=(0.0, 0.0, 1.0))
LOOK = View(step=10, speed=0.25, layout="map-relief", camera=CAMERA, zoom=ZOOM, focus=1)


@pytest.fixture
def played(page: Page) -> tuple[Locator, Lecture]:
    """A long race that plays slowly, with no field of its view at its default."""
    page.set_viewport_size({"width": 1000, "height": 700})
    lecture = replace(opening(SURFACES["bowl"]()), steps=5000, view=LOOK)
    page.goto(f"/?{encode(lecture)}")
    player = drawn(page)
    script_ended(page)
    player.get_by_role("button", name="Play").click()
    expect(player).to_have_attribute("data-playing", "true")
    return player, lecture


def look(player: Locator) -> dict[str, Any]:
    """Read all that is to stay."""
    return player.evaluate(
        """(player) => {
            const { xaxis, yaxis } = player.querySelector(".downhill-overlay")._fullLayout;
            const { eye, center } = player.querySelector(".downhill-panel-relief .js-plotly-plot")
                ._fullLayout.scene.camera;
            const places = [eye, center].map(({ x, y, z }) => [x, y, z]);
            return {
                layout: player.dataset.layout, focus: player.dataset.focus, camera: places.flat(),
                speed: player.querySelector(".downhill-speed").value,
                zoom: [...xaxis.range, ...yaxis.range],
            };
        }"""
    )


def step_of(player: Locator) -> int:
    return int(player.get_attribute("data-step") or 0)


def while_it_plays(player: Locator, act: Callable[[], object]) -> None:
    """Do something that changes the picture; check that playing goes on from where it was."""
    page = player.page
    before, revision = step_of(player), player.get_attribute("data-revision")
    act()
    expect(player).not_to_have_attribute("data-revision", str(revision))
    expect(player).to_have_attribute("data-playing", "true")
    changed = step_of(player)
    assert changed >= before
    page.wait_for_function(
        "(step) => document.querySelector('[data-testid=player]').dataset.step > step + 5", arg=changed
    )
    expect(player).to_have_attribute("data-playing", "true")


def check_paths(player: Locator, lecture: Lecture) -> None:
    """Check that the paths are those of the race, as far as it has been played."""
    page = player.page
    player.get_by_role("button", name="Pause").click()
    step = step_of(drawn(page))
    assert drawn_paths(page) == [entry.trajectory.points[0, : step + 1].tolist() for entry in race(lecture)]


def test_a_slider_that_is_moved(page: Page, played: tuple[Locator, Lecture]) -> None:
    player, lecture = played
    before = look(player)
    assert before["camera"] == [*CAMERA.eye, *CAMERA.center]
    assert before["zoom"] == pytest.approx([*ZOOM[0], *ZOOM[1]], abs=0.05)
    slider = page.get_by_role("slider", name=BETA1)
    while_it_plays(player, lambda: slider.press("ArrowLeft"))
    assert look(player) == before
    beta1 = float(page.get_by_label(f"{BETA1}, exact value").input_value())
    assert beta1 < 0.9
    *others, adam = lecture.contenders
    check_paths(player, replace(lecture, contenders=(*others, replace(adam, rule=replace(adam.rule, beta1=beta1)))))


def test_a_contender_that_is_added(page: Page, played: tuple[Locator, Lecture]) -> None:
    player, lecture = played
    before = look(player)
    while_it_plays(player, lambda: choose(page, "Add an optimizer", OPTIMIZERS["adagrad"].title))
    assert look(player) == before
    expect(player.locator(".downhill-legend-entry")).to_have_count(5)
    check_paths(player, added(lecture, "adagrad"))


def test_another_surface(page: Page, played: tuple[Locator, Lecture]) -> None:
    """Zoom and camera belong to the surface that was left."""
    player, lecture = played
    before = look(player)
    while_it_plays(player, lambda: choose(page, "Surface", SURFACES["himmelblau"].title))
    # To choose has scrolled the page; a relief is drawn once it is seen.
    player.locator(".downhill-panel-relief").scroll_into_view_if_needed()
    page.wait_for_function(
        """(x) => document.querySelector(".downhill-panel-relief .js-plotly-plot")
            ._fullLayout.scene.camera.eye.x !== x""",
        arg=CAMERA.eye[0],
    )
    after = look(player)
    assert {name: after[name] for name in ("layout", "focus", "speed")} == {
        name: before[name] for name in ("layout", "focus", "speed")
    }
    assert after["zoom"] != before["zoom"]
    assert after["camera"] != before["camera"]
    check_paths(player, replace(on_surface(lecture, SURFACES["himmelblau"]()), steps=decode(page.url)[0].steps))


def test_another_size_of_the_page(page: Page, played: tuple[Locator, Lecture]) -> None:
    player, lecture = played
    before, step = look(player), step_of(player)
    canvas = player.locator(".downhill-panel-map canvas.downhill-canvas")
    width = canvas.evaluate("(canvas) => canvas.width")
    page.set_viewport_size({"width": 1200, "height": 700})
    page.wait_for_function(
        "(width) => document.querySelector('.downhill-panel-map canvas.downhill-canvas').width !== width", arg=width
    )
    page.wait_for_function("(step) => document.querySelector('[data-testid=player]').dataset.step > step + 5", arg=step)
    expect(player).to_have_attribute("data-playing", "true")
    after = look(player)
    assert after.pop("zoom") == pytest.approx(before.pop("zoom"), abs=0.6)
    assert after == before
    check_paths(player, lecture)
