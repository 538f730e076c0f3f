"""The scene: the small JSON that says what the player shows and which blobs it needs for it.

It holds no arrays. A surface and every contender name their blob by its id; the player draws when
all of them have arrived.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

import lecture
from lecture import Entry
from lecture.wording import summary
from scenes.palette import stroke
from surfaces import Surface

Pair = tuple[float, float]
Triple = tuple[float, float, float]


@dataclass(frozen=True)
class Mark:
    """A critical point on the map. `kind`: global minimum, local minimum, saddle or maximum."""

    kind: str
    point: Pair
    value: float
    eigenvalues: Pair


@dataclass(frozen=True)
class Ground:
    """The surface under the race; `lowest` is its lowest value, where one is known."""

    blob: str
    key: str
    title: str
    window: tuple[Pair, Pair]
    lowest: float | None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Contender:
    """One path of the race. `id` stays the same while its settings change; `slot` picks its stroke."""

    id: str
    slot: int
    blob: str
    label: str
    summary: str
    outcome_kind: str
    outcome_sentence: str
    outcome_step: int | None = None
    """The step at which it is known, where that is before the end: it diverged there, or left the map."""


class Camera(Protocol):
    """From where the relief is seen, in Plotly's terms."""

    @property
    def eye(self) -> Triple: ...
    @property
    def center(self) -> Triple: ...
    @property
    def up(self) -> Triple: ...


@dataclass(frozen=True)
class View:
    """How the picture is looked at, when it is first shown and whenever `token` is a new one, and not "".

    None is what follows the race by itself: `step` its end, `camera` the usual one, `zoom` the whole window, `focus`
    nobody chosen. `speed` 1 is 60 steps a second; `zoom` is the range of x and that of y; `focus` is a slot.
    """

    step: int | None = None
    speed: float = 1.0
    layout: str = "map-loss"
    camera: Camera | None = None
    zoom: tuple[Pair, Pair] | None = None
    focus: int | None = None
    token: str = ""


def ground(surface: Surface, blob: str) -> Ground:
    """What the map says of a surface, with its critical points and their curvatures."""
    marks = (
        Mark(c.kind, c.point, c.value, tuple(np.linalg.eigvalsh(surface.hessian(np.array(c.point)))))
        for c in surface.critical_points
    )
    return Ground(blob, surface.key, surface.title, surface.window, surface.lowest, tuple(marks))


def contender(entry: Entry, blob: str) -> Contender:
    """What the player is told of one contender and of what became of it."""
    outcome = entry.trajectory.outcome
    return Contender(
        id=str(entry.contender.slot),
        slot=entry.contender.slot,
        blob=blob,
        label=entry.label,
        summary=summary(entry.contender),
        outcome_kind=outcome.kind.value,
        outcome_sentence=outcome.sentence,
        outcome_step=outcome.step,
    )


def view(chosen: lecture.View, token: str = "") -> View:
    """How a lecture is looked at, as the player takes it."""
    return View(chosen.step, chosen.speed, chosen.layout, chosen.camera, chosen.zoom, chosen.focus, token)


def scene(
    under: Ground,
    contenders: Sequence[Contender],
    start: Pair,
    steps: int,
    view: View | None = None,
    settings: Sequence[str] = (),
    *,
    fill: bool = False,
) -> dict[str, Any]:
    """The scene as the player reads it: plain dicts, lists, strings and finite numbers.

    `settings` are all settings in words, for the caption of a still. With `fill` the picture, its legend and its
    transport take the whole screen, in a size for a projector.
    """
    view = view or View()
    return {
        "surface": {
            "blob": under.blob,
            "key": under.key,
            "title": under.title,
            "window": [_numbers(side) for side in under.window],
            "lowest": None if under.lowest is None else _number(under.lowest),
            "critical_points": [_mark(mark) for mark in under.marks],
        },
        "start": _numbers(start),
        "steps": int(steps),
        "settings": list(settings),
        "contenders": [_contender(contender) for contender in contenders],
        "fill": fill,
        "view": _view(view),
    }


def _view(view: View) -> dict[str, Any]:
    camera = view.camera
    return {
        "step": view.step,
        "speed": _number(view.speed),
        "layout": view.layout,
        "camera": camera and {name: _numbers(getattr(camera, name)) for name in ("eye", "center", "up")},
        "zoom": view.zoom and [_numbers(side) for side in view.zoom],
        "focus": view.focus,
        "token": view.token,
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {
        "kind": mark.kind,
        "point": _numbers(mark.point),
        "value": _number(mark.value),
        "eigenvalues": _numbers(mark.eigenvalues),
    }


def _contender(contender: Contender) -> dict[str, Any]:
    drawn = stroke(contender.slot)
    return {
        "id": contender.id,
        "slot": contender.slot,
        "blob": contender.blob,
        "label": contender.label,
        "summary": contender.summary,
        "color": drawn.color,
        "dash": drawn.dash,
        "outcome": {
            "kind": contender.outcome_kind,
            "sentence": contender.outcome_sentence,
            "step": contender.outcome_step,
        },
    }


def _numbers(values: Sequence[float]) -> list[float]:
    return [_number(value) for value in values]


def _number(value: float) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"a scene holds finite numbers only, not {number}: JSON has no name for it")
    return number
