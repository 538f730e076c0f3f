"""The page as its address asks for it, without a browser."""

import re
from dataclasses import replace
from html import escape

import pytest

from lecture import Lecture, decode, encode, opening
from lecture.lessons import CHAPTERS, LESSONS, asks, lesson_of
from lecture.pages.lessons import Lessons
from scenes.palette import swatch
from surfaces import SURFACES
from tests.views.opened import html, opened
from tests.views.published_updates import published
from views.share import LINKS

LABELS = {"surface": "Surface", "contenders": "Add an optimizer", "schedules": "Learning-rate schedule"}


def locked(lecture: Lecture, *parts: str) -> str:
    return encode(replace(lecture, view=replace(lecture.view, hidden=frozenset(parts))))


@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_opens_from_its_link_with_its_question_and_nothing_that_answers_it(key: str) -> None:
    lesson = LESSONS[key]
    page = opened(encode(lesson.lecture))
    assert page.session_state["lecture"] == lesson.lecture
    assert published(page)["scene"]["content"]["lesson"]["words"] == lesson.question.words
    words = [markdown.value for markdown in page.markdown] + [html(page)]
    assert any(escape(lesson.title) in text for text in words)
    assert not [text for text in words if lesson.why in text or lesson.lecture.surface.teaches in text]


def test_what_a_surface_teaches_is_said_where_nothing_is_asked() -> None:
    lesson = LESSONS["ravine"]
    for lecture in (lesson.answered, replace(lesson.lecture, steps=77)):
        page = opened(encode(lecture))
        assert published(page)["scene"]["content"]["lesson"]["asked"] is None
        assert lecture.surface.teaches in [markdown.value for markdown in page.markdown]


def test_what_a_link_cannot_get_is_said_once() -> None:
    link = encode(opening(SURFACES["bowl"]())).replace("beta1_0.9", "beta1_1.7")
    page = opened(link)
    assert any("Adam: β₁ = 1.7 is outside 0 to 0.9999; showing 0.9999." in text.value for text in page.text)
    page = page.button(key="notes are read").click().run()
    assert not page.text


def test_whatever_the_address_the_page_opens() -> None:
    for link in ("surface=%3Cscript%3E", "v=99&c0=unknown", "steps=nan&start=inf_1e400", "a=b&a=c"):
        page = opened(link)
        assert page.session_state["lecture"] == decode(link)[0]


@pytest.mark.parametrize("part", LABELS)
def test_a_link_hides_chosen_controls(part: str) -> None:
    labels = {box.label for box in opened(locked(opening(SURFACES["bowl"]()), part)).selectbox}
    assert LABELS[part] not in labels
    assert set(LABELS.values()) - {LABELS[part]} <= labels


def test_a_link_hides_all_controls_or_the_results_and_says_so() -> None:
    lecture = opening(SURFACES["bowl"]())
    page = opened(locked(lecture, "controls"))
    assert not [*page.select_slider, *page.slider, *page.number_input, *page.selectbox]
    assert "This page is locked" in html(page)
    assert "Open the full app" in html(page)
    assert published(opened(locked(lecture, "results")))["scene"]["content"]["predict"] is True


def test_a_presentation_is_the_picture_alone() -> None:
    lecture = opening(SURFACES["bowl"]())
    page = opened(encode(replace(lecture, view=replace(lecture.view, presentation=True))))
    assert not [*page.select_slider, *page.number_input, *page.selectbox, *page.button]
    scene = published(page)["scene"]
    assert scene["content"]["fill"] is True
    assert len(scene["content"]["contenders"]) == len(lecture.contenders)


def test_the_gallery_has_a_card_for_every_lesson() -> None:
    lecture = opening(SURFACES["bowl"]())
    page = opened(encode(replace(lecture, page=Lessons())))
    cards = html(page)
    assert [chapter.value for chapter in page.subheader] == [chapter.TITLE for chapter in CHAPTERS]
    assert cards.count('class="card"') == len(LESSONS)
    for lesson in LESSONS.values():
        assert encode(lesson.lecture).replace("&", "&amp;") in cards
        assert escape(lesson.question.words) in cards
        assert escape(lesson.why) not in cards
        for contender in lesson.lecture.contenders:
            assert swatch(contender.slot) in cards


def test_the_share_panel_gives_the_link_of_the_picture() -> None:
    page = opened("", {"share": True})
    link = page.code[0].value
    assert decode(link)[0] == opening(SURFACES["bowl"]())
    page = page.radio(key="share step").set_value("the end").run()
    page = page.selectbox(key="share lock").set_value("results").run()
    view = decode(page.code[0].value)[0].view
    assert (view.hidden, view.step) == (frozenset({"results"}), 0), "who is to predict must not see the end"


def test_the_share_panel_has_a_link_for_everybody() -> None:
    page = opened("", {"share": True})
    paths = {}
    for who in LINKS:
        page = page.radio(key="share who").set_value(who).run()
        assert LINKS[who] in [caption.value for caption in page.caption]
        shown, frame = (code.value for code in page.code)
        paths[who] = (shown.partition("?")[0].rpartition("/")[2], decode(shown)[0].view.presentation)
        assert re.findall('src="([^"]+)"', frame)[0].partition("?")[0].endswith("/view")
    assert paths == {"Audience": ("view", False), "Lecturers": ("", False), "Presentation": ("", True)}


def test_the_share_panel_asks_for_a_lesson_or_shows_its_answer() -> None:
    lesson = LESSONS["ravine"]
    page = opened(encode(lesson.lecture), {"share": True})
    assert asks(decode(page.code[0].value)[0])
    page = page.toggle(key="share ask").set_value(False).run()
    lecture = decode(page.code[0].value)[0]
    assert (asks(lecture), lesson_of(lecture)) == (False, lesson)
