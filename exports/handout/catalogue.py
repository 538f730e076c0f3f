"""What can be chosen in any handout: optimizers that may join, and other surfaces, each as it opens."""

from functools import lru_cache
from typing import Any

from exports.handout.controls import contender_group, ground_group, link_parts, source_words
from exports.handout.grammar import grammar
from lecture.first_sight import first_sight
from lecture.lecture import Contender, Lecture
from lecture.link.encode import encode
from lecture.openings import RULES, opening, with_suggested_rate
from optimizers import Optimizer
from scenes.blobs import surface_blob, unpack
from scenes.kept_average import kept_average
from scenes.live_words import summary_parts
from scenes.palette import STROKES
from scenes.race import number_on_slider, surface_facts
from scenes.sliders import sliders
from scenes.terms import terms
from scenes.worked_step import mathml, plain
from surfaces import SURFACES, DataSurface, Formula, Surface


@lru_cache(maxsize=8)
def catalogue(formula: Formula | None = None) -> dict[str, Any]:
    """Describe it as plain JSON: `rules`, `surfaces`, `strokes` by slot, all `sliders`, and the `grammar` of links.

    Among the surfaces is this typed formula, or its default.
    """
    grounds = [opening(formula if formula and family is Formula else family()) for family in SURFACES.values()]
    some = grounds[0]
    joining = [Contender(family()) for family in RULES.values()]
    return {
        "rules": [_rule(contender, some) for contender in joining],
        "surfaces": [_ground(lecture) for lecture in grounds],
        "strokes": [{"color": stroke.color, "dash": stroke.dash} for stroke in STROKES],
        "sliders": sliders(),
        "grammar": grammar(),
    }


def _rule(contender: Contender, some: Lecture) -> dict[str, Any]:
    """Describe a contender that may join: its controls and its part of the link, which are the same on any surface."""
    alone = Lecture(some.surface, some.start, (contender,))
    return {
        **contender_group(contender, link_parts(encode(alone))),
        "key": contender.rule.key,
        "label": contender.rule.title,
        "summary": summary_parts(contender, some.surface),
        "terms": terms(contender),
        "onSliders": number_on_slider(contender),
        "lines": plain(contender.rule),
        "average": kept_average(contender.rule),
        "source": source_words(contender.rule),
    }


def _ground(lecture: Lecture) -> dict[str, Any]:
    surface = lecture.surface
    return {
        "facts": {**surface_facts(surface), "data": _data(surface)},
        "levels": unpack(surface_blob(surface))[0]["levels"],
        "start": lecture.start,
        "steps": lecture.steps,
        "firstSight": first_sight(lecture),
        "rates": {key: _rate(family(), surface) for key, family in RULES.items()},
        "equations": [mathml(part) for part in surface.equations],
        "source": source_words(surface),
        **ground_group(lecture, link_parts(encode(lecture))),
    }


def _data(surface: Surface) -> dict[str, Any] | None:
    if not isinstance(surface, DataSurface):
        return None
    features, targets = surface.data
    return {"features": features.ravel().tolist(), "targets": targets.tolist()}


def _rate(rule: Optimizer, surface: Surface) -> float:
    return with_suggested_rate(rule, surface).learning_rate
