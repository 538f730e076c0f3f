"""The address bar holds the picture: there and back, in another browser, after a reload, and without a server."""

from playwright.sync_api import Browser, Page, expect

from lecture import decode, encode, on_surface, opening
from lecture.lessons import LESSONS
from surfaces import SURFACES
from tests.browser.conftest import watched_page
from tests.browser.test_race import PLAYER, after_a_new_picture, choose, drawn_paths, opened
from tests.conftest import Server


def test_back_and_forward_walk_through_the_pictures(page: Page) -> None:
    opened(page)
    bowl = opening(SURFACES["bowl"]())
    expect(page).to_have_url(f"/?{encode(bowl)}")
    after_a_new_picture(page, lambda: choose(page, "Surface", SURFACES["saddle"].title))
    page.wait_for_url("**surface=saddle**")
    assert decode(page.url)[0] == on_surface(bowl, SURFACES["saddle"]())
    after_a_new_picture(page, page.go_back)
    assert decode(page.url)[0].surface.key == "bowl"
    after_a_new_picture(page, page.go_forward)
    assert decode(page.url)[0].surface.key == "saddle"
    page.reload()
    expect(page.locator(PLAYER)).not_to_have_attribute("data-revision", "0")
    assert decode(page.url)[0] == on_surface(bowl, SURFACES["saddle"]())


def test_a_link_made_in_one_browser_shows_the_same_in_another(page: Page, browser: Browser, server: Server) -> None:
    opened(page)
    after_a_new_picture(page, lambda: choose(page, "Surface", SURFACES["rastrigin"].title))
    page.wait_for_url("**surface=rastrigin**")
    with watched_page(browser, server, viewport={"width": 1200, "height": 800}) as other:
        other.goto(page.url)
        expect(other.locator(f"{PLAYER}[data-settled=true]")).to_be_attached()
        assert drawn_paths(other) == drawn_paths(page)


def test_every_lesson_is_a_link_that_draws(page: Page) -> None:
    for lesson in list(LESSONS.values())[::4]:
        page.goto(f"/?{encode(lesson.lecture)}")
        expect(page.locator(PLAYER)).not_to_have_attribute("data-revision", "0")
        expect(page.get_by_text(lesson.question)).to_be_visible()
