"""Small fans: the paths that one hyper-parameter of a rule can make, as a small SVG.

The fan of the race shows them, too (frontend/map/fan_layer.js), in the same colours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from lecture import Lecture, View
from lecture.lessons.lesson import stage
from lecture.openings import RULES, with_suggested_rate
from optimizers import Optimizer, Trajectory, run
from optimizers.ending import is_inside
from parameters import Number, Switch, declared
from scenes.sliders import has_stops, stops
from scenes.small_map import SmallMap
from scenes.thumbnail import COMMON, start_ring
from surfaces import SURFACES
from tracing import TRACED

MOST = 13
"""Paths in a small fan."""

RATES = (1 / 30, 3.0)
"""Between which multiples of the rate at which a rule first races its fan of α lies: a slider spans far more."""

SURFACE = "bowl"
OTHER_SURFACES: Mapping[str, str] = dict.fromkeys(("epsilon", "weight_decay", "damping", "absolute"), "saddle")
"""The surface on which fans are drawn, and those of fields that make little difference there."""

_HUES, _LIGHTNESS = (262, 402), (38, 46)


@dataclass(frozen=True)
class SmallFan:
    """The picture of a fan: its paths, the ends of its range in words, and the race in which to try it."""

    svg: str
    low: str
    high: str
    race: Lecture


@lru_cache(maxsize=128)
def small_fan(key: str, field: str) -> SmallFan:
    """Draw the fan of a number, or of a switch, of the rule of that key, from the first start of a surface."""
    surface = SURFACES[OTHER_SURFACES.get(field, SURFACE)]()
    rule = with_suggested_rate(RULES[key](), surface)
    parameter = declared(rule)[field]
    start, steps = surface.starts[0].point, surface.opening.steps
    values = _values(parameter, getattr(rule, field))
    drawn = SmallMap(surface)
    lines = [
        _line(run(surface, replace(rule, **{field: value}), start, steps), fan_color(k / (len(values) - 1)), drawn)
        for k, value in enumerate(values)
    ]
    low, high = (_written(parameter, value) for value in (values[0], values[-1]))
    return SmallFan(
        svg=drawn.svg([*lines, start_ring(start, COMMON, drawn)]),
        low=low,
        high=high,
        race=stage(surface, start, steps, *_contenders(rule, field, parameter), view=_view(rule, field, parameter)),
    )


def fan_color(share: float) -> str:
    """The colour of a share of the range, 0 to 1, as the race's fan has it on a light page: violet, red, amber."""
    hue, lightness = (round(low + share * (high - low)) for low, high in (_HUES, _LIGHTNESS))
    return f"hsl({hue % 360}, 78%, {lightness}%)"


def _values(parameter: Number | Switch, value: Any) -> Sequence[Any]:
    """Choose values of the slider, or multiples of the rate, as evenly as they can be chosen, lowest first."""
    if isinstance(parameter, Switch):
        return (False, True)
    if parameter.link == "lr":
        return np.geomspace(value * RATES[0], value * RATES[1], MOST).tolist()
    if not has_stops(parameter):
        return np.linspace(*parameter.slider_span, MOST).tolist()
    places = stops(parameter)
    return [places[round(k)] for k in np.linspace(0, len(places) - 1, MOST)]


def _written(parameter: Number | Switch, value: Any) -> str:
    if isinstance(parameter, Switch):
        return "on" if value else "off"
    return parameter.written(value, digits=2)


def _contenders(rule: Optimizer, field: str, parameter: Number | Switch) -> list[Optimizer]:
    """Whoever races: the rule, or, of a switch, which has no fan in the race, the rule at both of its settings."""
    return [replace(rule, **{field: on}) for on in (True, False)] if isinstance(parameter, Switch) else [rule]


def _view(rule: Optimizer, field: str, parameter: Number | Switch) -> View:
    """Show the fan in the race, where a browser can walk it."""
    has_fan = isinstance(parameter, Number) and rule.key in TRACED
    return View(fan=field, focus=0) if has_fan else View()


def _line(path: Trajectory, color: str, drawn: SmallMap) -> str:
    """Draw a path until it leaves the map, with a dot at its end if it stays."""
    inside = is_inside(path.surface.window, path.points)
    stays = bool(inside.all())
    points = path.points if stays else path.points[:, : int(np.argmin(inside)) + 1]
    x, y = drawn.placed(points[:, -1:]).split(",")
    line = f'<polyline fill="none" stroke="{color}" stroke-width="1.6" points="{drawn.placed(points)}"/>'
    dot = f'<circle cx="{x}" cy="{y}" r="3" fill="{color}"/>' if stays else ""
    return f'<g opacity="0.7">{line}{dot}</g>'
