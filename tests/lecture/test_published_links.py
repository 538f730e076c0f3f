"""A link that was published once shows its picture for ever."""

import json

import pytest

from lecture import decode, encode
from lecture.lessons import LESSONS
from optimizers import MISTAKES, OPTIMIZERS, SCHEDULES
from surfaces import SURFACES
from tests.lecture.published import LINKS, SETTINGS, written_out


@pytest.mark.parametrize("link", LINKS, ids=range(1, len(LINKS) + 1))
def test_it_opens_unchanged(link: str) -> None:
    lecture, notes = decode(link)
    assert notes == ()
    settings = json.loads(json.dumps(written_out(lecture)))
    assert link in SETTINGS, f"published_settings.json lacks {json.dumps(link)}: {json.dumps(settings)}"
    assert settings == SETTINGS[link]
    assert encode(lecture) == link


def test_every_surface_rule_and_schedule_has_been_published() -> None:
    lectures = [decode(link)[0] for link in LINKS]
    contenders = [contender for lecture in lectures for contender in lecture.contenders]
    assert {lecture.surface.key for lecture in lectures} >= {*SURFACES}
    assert {contender.rule.key for contender in contenders} >= {*OPTIMIZERS, *MISTAKES}
    assert {contender.schedule.key for contender in contenders} >= {*SCHEDULES}
    assert len({*LINKS}) == len(LINKS) == len(SETTINGS)


def test_every_lesson_has_been_published() -> None:
    assert {encode(lesson.lecture) for lesson in LESSONS.values()} <= {*LINKS}
