"""How a link is spelled, for a handout that writes the link of what it shows."""

from typing import Any

from lecture import Contender, Lecture, View
from lecture.link.encode import CONTENDER, NOBODY, SURFACE
from lecture.link.values import ITEM, NO_ROWS, PART, link_name
from parameters import declared
from surfaces import DataSurface

OF_SURFACE = ("zoom", "camera")
"""What a view has of one surface, and not of another."""


def grammar() -> dict[str, Any]:
    """Describe it as plain JSON: signs, names of fields, and words for what there is none of."""
    view = declared(View)
    return {
        "item": ITEM,
        "part": PART,
        "surface": SURFACE,
        "contender": CONTENDER,
        "nobody": NOBODY,
        "start": _name(Lecture, "start"),
        "steps": _name(Lecture, "steps"),
        "ownStart": {"name": _name(Contender, "start"), "none": declared(Contender)["start"].none},
        "moved": {"name": _name(DataSurface, "moved"), "none": NO_ROWS},
        "ofSurface": {_name(View, field): view[field].none for field in OF_SURFACE},
    }


def _name(family: type[Any], field: str) -> str:
    return link_name(field, declared(family)[field])
