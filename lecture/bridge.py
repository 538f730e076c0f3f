"""The way from the averages to the race, where an optimizer keeps the same average of its gradients."""

from dataclasses import replace

from lecture.lecture import Contender, Lecture
from lecture.openings import FIRST_BATCHES, added
from lecture.pages.race import Race
from lecture.view import MAX_CONTENDERS, View
from surfaces import DataSurface

CURVE = "average-y"
"""Along y most surfaces are steeper, and their gradients more jagged."""


def average_of_gradients(lecture: Lecture) -> Lecture:
    """The race of a lecture, with the gradient and its average beside the loss.

    They are those of the first contender that takes part and keeps an average; where none does, momentum joins, on the
    loss of a data set with mini-batches, whose gradients are jagged.
    """
    keeping = _keeping(lecture)
    if not keeping:
        with_room = replace(lecture, contenders=lecture.contenders[: MAX_CONTENDERS - 1])
        lecture = added(with_room, "momentum")
        if isinstance(lecture.surface, DataSurface):
            *others, momentum = lecture.contenders
            lecture = replace(lecture, contenders=(*others, replace(momentum, batch_size=FIRST_BATCHES[0])))
        keeping = _keeping(lecture)
    view = View(layout="map-loss", curve=CURVE, focus=keeping[0].slot)
    return replace(lecture, page=Race(), view=view)


def _keeping(lecture: Lecture) -> list[Contender]:
    return [c for c in lecture.contenders if c.active and "g" in c.rule.averages.values()]
