"""A link that was published once shows its picture for ever."""

import json
from typing import Any

import pytest

from lecture import decode, encode
from lecture.lessons import LESSONS
from lecture.link.aliases import LESSONS as FORMER_LESSONS
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
    assert missing(with_key_of_today(SETTINGS[link]), settings) == []
    assert decode(encode(lecture)) == (lecture, ())


def with_key_of_today(recorded: Any) -> Any:
    """Recorded settings with the key that their lesson has today."""
    view = recorded.get("view", {})
    lesson = view.get("lesson")
    return recorded | {"view": view | {"lesson": FORMER_LESSONS.get(lesson, lesson)}} if lesson else recorded


def missing(recorded: Any, today: Any, where: str = "lecture") -> list[str]:
    """The recorded settings that today's do not have; a field that has come since is none of them."""
    if isinstance(recorded, dict) and isinstance(today, dict):
        absent = [f"{where}.{name}" for name in recorded.keys() - today.keys()]
        shared = recorded.keys() & today.keys()
        return absent + [fault for name in shared for fault in missing(recorded[name], today[name], f"{where}.{name}")]
    if isinstance(recorded, list) and isinstance(today, list) and len(recorded) == len(today):
        pairs = zip(recorded, today, strict=True)
        return [fault for k, (then, now) in enumerate(pairs) for fault in missing(then, now, f"{where}[{k}]")]
    return [] if type(recorded) is type(today) and recorded == today else [f"{where}: {recorded!r} is now {today!r}"]


def test_a_new_field_is_no_fault_and_a_lost_or_changed_one_is() -> None:
    recorded = {"view": {"step": None, "speed": 1.0}, "start": [1.0, 2.0]}
    assert missing(recorded, {"view": {"step": None, "speed": 1.0, "new": 3}, "start": [1.0, 2.0]}) == []
    assert missing(recorded, {"view": {"step": None}, "start": [1.0, 2.0]}) == ["lecture.view.speed"]
    assert sorted(missing(recorded, {"view": {"step": 0, "speed": 1.0}, "start": [1.0, 3.0]})) == [
        "lecture.start[1]: 2.0 is now 3.0",
        "lecture.view.step: None is now 0",
    ]


def test_everything_there_was_when_links_began_has_been_published() -> None:
    text = "&" + "&".join(LINKS).replace("=", "~") + "&"
    for key in FIRST_KEYS:
        assert f"~{key}~" in text or f"~{key}&" in text, key
    assert len({*LINKS}) == len(LINKS) == len(SETTINGS)


def test_every_lesson_has_been_published() -> None:
    published = {decode(link)[0] for link in LINKS}
    assert [key for key, lesson in LESSONS.items() if lesson.lecture not in published] == []
