"""How a link wants its lecture to be looked at; what cannot be used is as usual, with a note."""

from collections.abc import Mapping
from typing import Any

from lecture.link.values import PART, chosen, fitted, numbers_in, quoted
from lecture.view import HIDEABLE, LAYOUTS, MOST_CONTENDERS, MOST_STEPS, ON_AXIS, PAGES, SPATIAL, Camera, View, is_word
from parameters import Number, declared

STEP = Number(0, 0, MOST_STEPS, label="Step", help="The step shown.", symbol="t", plain_symbol="step")
FOCUS = Number(0, 0, MOST_CONTENDERS - 1, label="Focus", help="Whose step is shown.", symbol="c", plain_symbol="focus")

VIEW_NAMES = (
    "step",
    "speed",
    "layout",
    "camera",
    "zoom",
    "focus",
    "page",
    "hide",
    "presentation",
    "lesson",
)


def view_in(given: Mapping[str, str], notes: list[str]) -> View:
    """The view that the parts of a query ask for."""
    usual, said = View(), {name: given[name] for name in VIEW_NAMES if name in given}
    values: dict[str, Any] = {
        name: chosen(name, said[name], allowed, getattr(usual, name), notes)
        for name, allowed in (("layout", LAYOUTS), ("page", PAGES))
        if name in said
    }
    values |= {
        name: fitted(name, parameter, said[name], getattr(usual, name), notes)
        for name, parameter in declared(View).items()
        if name in said
    }
    return View(
        step=None if said.get("step", "end") == "end" else fitted("step", STEP, said["step"], 0, notes),
        camera=_camera_in(said.get("camera", "auto"), notes),
        zoom=_zoom_in(said.get("zoom", "auto"), notes),
        focus=None if said.get("focus", "none") == "none" else fitted("focus", FOCUS, said["focus"], 0, notes),
        hidden=_hidden_in(said.get("hide", "nothing"), notes),
        lesson=_lesson_in(said.get("lesson", "none"), notes),
        **values,
    )


def _camera_in(text: str, notes: list[str]) -> Camera | None:
    if text == "auto":
        return None
    numbers = numbers_in(text, SPATIAL, 9)
    if numbers is None:
        notes.append(f"camera = {quoted(text.replace(PART, ' '))} is not nine numbers; showing the usual one")
        return None
    a, b, c, d, e, f, g, h, i = numbers
    return Camera((a, b, c), (d, e, f), (g, h, i))


def _zoom_in(text: str, notes: list[str]) -> tuple[tuple[float, float], tuple[float, float]] | None:
    if text == "auto":
        return None
    left, right, bottom, top = numbers_in(text, ON_AXIS, 4) or (0.0, 0.0, 0.0, 0.0)
    if left < right and bottom < top:
        return (left, right), (bottom, top)
    asked = quoted(text.replace(PART, " "))
    notes.append(f"zoom = {asked} is not the two ends of x and of y; showing the whole window")
    return None


def _hidden_in(text: str, notes: list[str]) -> frozenset[str]:
    words = [] if text == "nothing" else text.split(PART)
    unknown = [word for word in words if word not in HIDEABLE]
    if unknown:
        notes.append(f"hide = {quoted(' '.join(unknown))} is none of {', '.join(HIDEABLE)}; it is not hidden")
    return frozenset(words) & frozenset(HIDEABLE)


def _lesson_in(text: str, notes: list[str]) -> str | None:
    if text == "none":
        return None
    if is_word(text):
        return text
    notes.append(f"lesson = {quoted(text)} is not the key of a lesson; showing no lesson")
    return None
