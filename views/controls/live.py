"""Where the browser finds what a control changes, so that the picture can follow it while a hand is on it."""

from collections.abc import Sequence

from lecture import Lecture
from lecture.pages import Page
from lecture.pages.race import Race
from parameters import Number, declared
from scenes.sliders import slider_name
from scenes.terms import number_places
from surfaces import DataSurface
from views import session

Control = tuple[Sequence[str], float, float, str]
"""Where the value is in the terms of the race, the range it may have, and the name of its slider."""


def live_controls(lecture: Lecture) -> dict[str, Control]:
    """Find the place of every number that has a control, by the name of that control.

    The name is that of a slider and of an entry without their last word (controls/number.py).
    """
    if not isinstance(lecture.page, Race):
        return _page_controls(lecture.page)
    found: dict[str, Control] = {}
    surface_name = session.surface_name(lecture.surface)
    for field, parameter in declared(lecture.surface).items():
        if isinstance(parameter, Number):
            found[f"{surface_name}.{field}"] = _control(("surfaceParameters", field), parameter)
    for field in ("steps", "noise"):
        found[f"{session.LECTURE_NAME}.{field}"] = _control((field,), declared(lecture)[field])
    for contender in lecture.contenders:
        name = session.contender_name(contender)
        if isinstance(lecture.surface, DataSurface):
            path = ("contenders", str(contender.slot), "batchSize")
            found[f"{name}.batch_size"] = _control(path, declared(contender)["batch_size"])
        if contender.branch_of is not None:
            path = ("contenders", str(contender.slot), "branchStep")
            found[f"{name}.branch_step"] = _control(path, declared(contender)["branch_step"])
        names = {contender.rule: name, contender.schedule: session.schedule_name(name, contender.schedule)}
        for owner, field, parameter, path in number_places(contender):
            found[f"{names[owner]}.{field}"] = _control(path, parameter)
    return found


def _page_controls(page: Page) -> dict[str, Control]:
    name = session.page_name(page)
    return {
        f"{name}.{field}": _control(("terms", field), parameter)
        for field, parameter in declared(page).items()
        if field in page.live and isinstance(parameter, Number)
    }


def _control(path: Sequence[str], parameter: Number) -> Control:
    return path, parameter.low, parameter.high, slider_name(parameter)
