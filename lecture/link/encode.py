"""The link: a lecture as the query string of an address, and back.

    v=1&page=race&surface=bowl~condition_20~rotation_0&start=-4_1.5&steps=120&noise=0&seed=0&same-noise=1
    &c0=sgd~on_1~at_common~lr_0.09~constant&step=end&speed=1&layout=map-loss&camera=auto
    &zoom=auto&focus=none&hide=nothing&presentation=0&lesson=none

`c0` to `c7` are the contenders by their colour, in the order of the race: rule, values, schedule, values of the
schedule. Every value is said, also one that is as usual today, so that a link shows the same picture when what is usual
has changed.

`decode` takes any text, a whole address too, and never raises: what cannot be used is corrected, and each correction is
a note in plain words. It stops early by rule, so that no text takes long.
"""

from collections.abc import Iterator
from typing import Any

from lecture.lecture import Contender, Lecture
from lecture.link.decode import COMMON, CONTENDER, OWN_START, TAKES_PART, lecture_in
from lecture.link.query import pairs
from lecture.link.values import ITEM, PART, name_of, spelled
from lecture.view import HIDEABLE, Camera, View
from parameters import declared

VERSION = 1
MOST_NOTES = 12


def encode(lecture: Lecture) -> str:
    """The query string, without "?", that `decode` turns back into an equal lecture."""
    return "&".join(f"{name}={value}" for name, value in _said(lecture))


def decode(text: str) -> tuple[Lecture, tuple[str, ...]]:
    """The lecture that a query string or an address asks for, and a note for everything that had to be corrected."""
    notes: list[str] = []
    given = pairs(text, notes)
    version = given.pop("v", str(VERSION))
    if version != str(VERSION):
        notes.append("The link is of another version than this page; what this page knows of it is shown")
    lecture = lecture_in(given, notes)
    once = tuple(f"{note}." for note in dict.fromkeys(notes))
    if len(once) > MOST_NOTES:
        once = (*once[: MOST_NOTES - 1], f"{len(once) - MOST_NOTES + 1} more corrections were made.")
    return lecture, once


def _said(lecture: Lecture) -> Iterator[tuple[str, str]]:
    yield "v", str(VERSION)
    yield "page", lecture.view.page
    yield "surface", _items(lecture.surface.key, *_fields(lecture.surface))
    yield "start", _parts(*lecture.start)
    for name in declared(lecture):
        yield name_of(name), spelled(getattr(lecture, name))
    for contender in lecture.contenders:
        yield f"{CONTENDER}{contender.slot}", _contender(contender)
    if not lecture.contenders:
        yield CONTENDER, "none"
    yield from _view(lecture.view)


def _contender(contender: Contender) -> str:
    start = _parts(*contender.start) if contender.start else COMMON
    return _items(
        contender.rule.key,
        f"{TAKES_PART}{PART}{spelled(contender.active)}",
        f"{OWN_START}{PART}{start}",
        *_fields(contender.rule),
        contender.schedule.key,
        *_fields(contender.schedule),
    )


def _view(view: View) -> Iterator[tuple[str, str]]:
    yield "step", "end" if view.step is None else spelled(view.step)
    yield "speed", spelled(view.speed)
    yield "layout", view.layout
    yield "camera", "auto" if view.camera is None else _camera(view.camera)
    yield "zoom", "auto" if view.zoom is None else _parts(*view.zoom[0], *view.zoom[1])
    yield "focus", "none" if view.focus is None else spelled(view.focus)
    yield "hide", PART.join(part for part in HIDEABLE if part in view.hidden) or "nothing"
    yield "presentation", spelled(view.presentation)
    yield "lesson", view.lesson or "none"


def _camera(camera: Camera) -> str:
    return _parts(*camera.eye, *camera.center, *camera.up)


def _fields(owner: Any) -> list[str]:
    return [f"{name_of(name)}{PART}{spelled(getattr(owner, name))}" for name in declared(owner)]


def _items(*items: str) -> str:
    return ITEM.join(items)


def _parts(*values: float) -> str:
    return PART.join(spelled(value) for value in values)
