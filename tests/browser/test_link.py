"""The address bar holds the picture: there and back, in another browser, after a reload, and without a server."""

from dataclasses import replace

import numpy as np
from playwright.sync_api import Browser, Locator, Page, expect

from lecture import Lecture, at_first_sight, decode, encode, on_surface, opening, race
from lecture.lessons import LESSONS
from lecture.pages.race import Race
from lecture.race import Entry
from surfaces import SURFACES
from tests.browser.conftest import watched_page
from tests.browser.player import PLAYER, drawn, drawn_paths, player_of
from tests.browser.race_page import BETA1, after_a_new_picture, choose, enter, opened
from tests.conftest import Server


def test_back_and_forward_walk_through_the_pictures(page: Page) -> None:
    opened(page)
    bowl = opening(SURFACES["bowl"]())
    expect(page).to_have_url(f"/?{encode(bowl)}")
    after_a_new_picture(page, lambda: choose(page, "Surface", SURFACES["saddle"].title))
    page.wait_for_url("**surface=saddle**")
    assert decode(page.url)[0] == at_first_sight(on_surface(bowl, SURFACES["saddle"]()))
    after_a_new_picture(page, page.go_back)
    assert decode(page.url)[0].surface.key == "bowl"
    after_a_new_picture(page, page.go_forward)
    assert decode(page.url)[0].surface.key == "saddle"
    page.reload()
    drawn(page)
    assert decode(page.url)[0] == at_first_sight(on_surface(bowl, SURFACES["saddle"]()))


def test_who_leaves_at_once_comes_back_to_what_was_shown(page: Page) -> None:
    opened(page)
    with page.expect_navigation(url="**page=lessons**"):
        page.evaluate(
            """(player) => new MutationObserver((_, observer) => {
                observer.disconnect();
                [...document.links].find((link) => link.textContent === "Lessons").click();
            }).observe(document.querySelector(player), { attributeFilter: ["data-revision"] })""",
            PLAYER,
        )
        enter(page, BETA1, 0.5)
    page.go_back()
    drawn(page)
    assert decode(page.url)[0].contenders[-1].rule == replace(
        opening(SURFACES["bowl"]()).contenders[-1].rule, beta1=0.5
    )


def test_a_link_made_in_one_browser_shows_the_same_in_another(page: Page, browser: Browser, server: Server) -> None:
    opened(page)
    after_a_new_picture(page, lambda: choose(page, "Surface", SURFACES["rastrigin"].title))
    page.wait_for_url("**surface=rastrigin**")
    with watched_page(browser, server, viewport={"width": 1200, "height": 800}) as other:
        other.goto(page.url)
        drawn(other)
        assert drawn_paths(other) == drawn_paths(page)


def test_two_tabs_of_one_browser_go_their_own_ways(page: Page) -> None:
    opened(page)
    other = page.context.new_page()
    opened(other)
    at_first = drawn_paths(other)
    after_a_new_picture(page, lambda: enter(page, BETA1, 0.5))
    after_a_new_picture(other, lambda: choose(other, "Surface", SURFACES["saddle"].title))
    assert drawn_paths(page)[:-1] == at_first[:-1]
    assert drawn_paths(page)[-1] != at_first[-1]
    page.get_by_label("Step", exact=True).fill("37")
    page.wait_for_url("**step=37**")
    other.wait_for_url("**surface=saddle**")
    bowl = opening(SURFACES["bowl"]())
    assert decode(other.url)[0] == at_first_sight(on_surface(bowl, SURFACES["saddle"]()))
    changed = decode(page.url)[0]
    assert (changed.surface, changed.view.step, changed.contenders[:-1]) == (bowl.surface, 37, bowl.contenders[:-1])


def test_the_gallery_leads_through_every_lesson(page: Page) -> None:
    page.goto("/?page=lessons")
    follow: Locator = page.locator(".card").first
    for lesson in LESSONS.values():
        with page.expect_navigation():
            follow.click()
        expect(page.get_by_text(lesson.question.words)).to_be_visible()
        drawn(page)
        assert decode(page.url) == (lesson.lecture, ())
        if isinstance(lesson.lecture.page, Race):
            assert_shown(page, lesson.lecture)
        follow = page.locator(".lesson-bar a").last
    expect(page.locator(".lesson-bar a")).to_have_count(1)


def seen(label: str, entries: tuple[Entry, ...]) -> str:
    """What a legend shows of a name: of many optimizers of one rule, what tells them apart."""
    rules = {entry.label.partition(", ")[0] for entry in entries}
    return label.partition(", ")[2] if len(entries) > 4 and len(rules) == 1 else label


def assert_shown(page: Page, lecture: Lecture) -> None:
    """Check contenders, step and paths of a lecture; a path that leaves the map is drawn otherwise."""
    step = lecture.steps if lecture.view.step is None else lecture.view.step
    expect(player_of(page)).to_have_attribute("data-step", str(step))
    entries = race(lecture)
    expect(page.locator(".downhill-legend-label")).to_have_text([seen(entry.label, entries) for entry in entries])
    low, high = np.array(lecture.surface.window)[..., np.newaxis].swapaxes(0, 1)
    paths = [entry.trajectory.points[:, : step + 1] for entry in entries]
    inside = [path[0].tolist() for path in paths if np.all((low <= path) & (path <= high))]
    assert inside
    on_map = drawn_paths(page)
    assert len(on_map) == len(paths)
    assert all(path in on_map for path in inside)
