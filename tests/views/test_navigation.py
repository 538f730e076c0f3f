"""The navigation: a link to every page, and none where nobody is to leave."""

from dataclasses import replace

import pytest

from lecture import Lecture, View, decode, encode, opening
from lecture.link.encode import encode_page
from lecture.pages import PAGES
from surfaces import SURFACES
from tests.views.links import Links
from tests.views.opened import opened

LECTURE = opening(SURFACES["saddle"]())


def navigation(lecture: Lecture) -> Links | None:
    """The navigation of the page that a lecture's link opens, or None where there is none."""
    parts = [part.proto.body for part in opened(encode(lecture)).get("html")]
    bodies = [body for body in parts if 'class="navigation"' in body]
    return Links(bodies[0]) if bodies else None


@pytest.mark.parametrize("here", PAGES)
def test_it_leads_to_every_page_with_the_same_lecture(here: str) -> None:
    shown = navigation(replace(LECTURE, page=PAGES[here]()))
    assert shown is not None
    assert list(shown.found) == [page.title for page in PAGES.values()]
    for key, page in PAGES.items():
        link = shown.found[page.title]
        lecture, notes = decode(link["href"] or "")
        assert (lecture, notes) == (replace(LECTURE, page=page()), ())
        assert link["data-fields"] == f"page={encode_page(page())}", "the browser keeps the rest as it is shown by then"
        assert (link.get("aria-current") == "page") is (key == here)
        assert link["title"] == page.summary


@pytest.mark.parametrize("here", PAGES)
def test_a_presentation_has_none(here: str) -> None:
    assert navigation(replace(LECTURE, page=PAGES[here](), view=View(presentation=True))) is None


@pytest.mark.parametrize("here", PAGES)
def test_a_locked_page_leads_to_the_whole_app_alone(here: str) -> None:
    shown = navigation(replace(LECTURE, page=PAGES[here](), view=View(hidden=frozenset({"noise"}))))
    assert shown is not None
    assert list(shown.found) == ["Open the full app"]
    lecture, notes = decode(shown.found["Open the full app"]["href"] or "")
    assert (lecture, notes) == (replace(LECTURE, page=PAGES[here]()), ())


@pytest.mark.parametrize("here", PAGES)
def test_every_page_says_what_a_link_could_not_get(here: str) -> None:
    page = opened(f"page={here}&steps=x")
    assert "steps = x is not a number" in page.text[0].value
