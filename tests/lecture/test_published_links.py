"""A link that was published once shows its picture for ever."""

import json

import pytest

from lecture import decode, encode
from lecture.lessons import LESSONS
from tests.lecture.published import LINKS, SETTINGS, written_out

FIRST_KEYS = {
    *("bowl", "saddle", "himmelblau", "rastrigin", "rosenbrock", "beale", "six-hump-camel", "plateau"),
    *("sgd", "momentum", "heavy-ball", "nesterov", "adagrad", "rmsprop", "adam", "adam-stuck-t"),
    *("constant", "exponential", "inverse-time", "inverse-sqrt", "step", "cosine", "warmup-cosine"),
}


@pytest.mark.parametrize("link", LINKS, ids=range(1, len(LINKS) + 1))
def test_it_opens_unchanged(link: str) -> None:
    lecture, notes = decode(link)
    assert notes == ()
    settings = json.loads(json.dumps(written_out(lecture)))
    assert link in SETTINGS, f"published_settings.json lacks {json.dumps(link)}: {json.dumps(settings)}"
    assert settings == SETTINGS[link]
    assert encode(lecture) == link


def test_everything_there_was_when_links_began_has_been_published() -> None:
    text = "&" + "&".join(LINKS).replace("=", "~") + "&"
    for key in FIRST_KEYS:
        assert f"~{key}~" in text or f"~{key}&" in text, key
    assert len({*LINKS}) == len(LINKS) == len(SETTINGS)


def test_every_lesson_has_been_published() -> None:
    assert {encode(lesson.lecture) for lesson in LESSONS.values()} <= {*LINKS}
