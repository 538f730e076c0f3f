"""What can be chosen in any handout: optimizers that may join, and other surfaces, each as it opens."""

from functools import cache
from typing import Any

from exports.handout.controls import contender_group, ground_group, link_parts, source_words
from exports.handout.grammar import grammar
from lecture.first_sight import first_sight
from lecture.lecture import Contender, Lecture
from lecture.link.encode import encode
from lecture.openings import opening, with_suggested_rate
from optimizers import MISTAKES, OPTIMIZERS, Optimizer
from scenes.blobs import surface_blob, unpack
from scenes.kept_average import kept_average
from scenes.live_words import summary_parts
from scenes.palette import STROKES
from scenes.race import number_on_slider, surface_facts
from scenes.sliders import sliders
from scenes.terms import terms
from scenes.worked_step import mathml, plain
from surfaces import SURFACES, DataSurface, Formula, Surface

JOINING = {**OPTIMIZERS, **MISTAKES}
"""Whoever may join: the kernels walk the paths of rules, not those of baselines."""


@cache
def catalogue() -> dict[str, Any]:
    """Describe it as plain JSON: `rules`, `surfaces`, `strokes` by slot, all `sliders`, and the `grammar` of links."""
    some = opening(next(iter(SURFACES.values()))())
    joining = [Contender(family()) for family in JOINING.values()]
    return {
        "rules": [_rule(contender, some) for contender in joining],
        "surfaces": [ground(family()) for family in SURFACES.values()],
        "strokes": [{"color": stroke.color, "dash": stroke.dash} for stroke in STROKES],
        "sliders": sliders(),
        "grammar": grammar(),
    }


def catalogue_with(formula: Formula) -> dict[str, Any]:
    """Describe it with this typed formula among the surfaces, in place of the default one."""
    every = catalogue()
    surfaces = [ground(formula) if each["facts"]["key"] == formula.key else each for each in every["surfaces"]]
    return {**every, "surfaces": surfaces}


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


def ground(surface: Surface) -> dict[str, Any]:
    """Describe a surface as it opens: itself, the race on it, rates that suit it, its controls and part of the link."""
    lecture = opening(surface)
    header, _ = unpack(surface_blob(surface))
    return {
        "facts": {**surface_facts(surface), "critical_points": header["critical_points"], "data": _data(surface)},
        "levels": header["levels"],
        "start": lecture.start,
        "steps": lecture.steps,
        "noise": lecture.noise,
        "firstSight": first_sight(lecture),
        "rates": {key: _rate(family(), surface) for key, family in JOINING.items()},
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
