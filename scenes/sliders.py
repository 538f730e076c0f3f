"""Sliders, on the page and in a handout: what they are called, and where they can stand."""

from collections.abc import Sequence
from functools import cache, lru_cache
from math import floor, log10

from lecture.lecture import Contender, Lecture
from lecture.openings import RULES
from lecture.pages import PAGES
from optimizers import SCHEDULES
from parameters import Number, declared
from surfaces import SURFACES

NICE = (1.0, 1.1, 1.2, 1.3, 1.5, 1.7, 2.0, 2.2, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0)
"""The stops of a logarithmic slider in each decade: two digits, about equally far apart."""


def title(parameter: Number) -> str:
    """ "α · Learning rate" """
    return " · ".join(filter(None, (parameter.plain_symbol, parameter.label)))


def slider_name(parameter: Number) -> str:
    """The name of a slider, the same for numbers whose sliders can stand at the same places."""
    low, high = parameter.slider_span
    return f"{parameter.scale} {low:g} {high:g} {parameter.step:g}"


@cache
def sliders() -> dict[str, Sequence[float] | dict[str, float]]:
    """Every slider by its name: its stops, or where it begins and ends, and its step."""
    families = (*SURFACES.values(), *RULES.values(), *SCHEDULES.values(), *PAGES.values(), Contender, Lecture)
    numbers = [p for family in families for p in declared(family).values() if isinstance(p, Number)]
    return {slider_name(number): _places(number) for number in numbers}


def has_stops(parameter: Number) -> bool:
    """Whether the numbers of a slider are written by us: those that are not evenly spaced, and those below 0, which
    Streamlit would write with a hyphen for a minus sign.
    """
    return parameter.scale != "linear" or parameter.slider_span[0] < 0


def _places(parameter: Number) -> Sequence[float] | dict[str, float]:
    if has_stops(parameter):
        return stops(parameter)
    low, high = parameter.slider_span
    return {"low": low, "high": high, "step": parameter.step}


@lru_cache(maxsize=64)
def stops(parameter: Number) -> tuple[float, ...]:
    """The places on a slider, both ends included: multiples of its step, nice numbers, or 1 minus nice numbers."""
    low, high = parameter.slider_span
    if parameter.scale == "linear":
        # Rounding takes away what multiples of 0.1 leave behind.
        return tuple(round(low + k * parameter.step, 12) for k in range(round((high - low) / parameter.step) + 1))
    complement = parameter.scale == "complement"
    near, far = (1.0 - high, 1.0 - low) if complement else (low, high)
    decades = range(floor(log10(near)) - 1, floor(log10(far)) + 1)
    nice = [float(f"{digits}e{decade}") for decade in decades for digits in NICE]
    # Rounding takes away what subtraction leaves behind: 1 − 0.1 is to be 0.9 and 1 − 0.001 to be 0.999.
    places = {round(1.0 - n, 12) for n in nice} if complement else set(nice)
    inside = {place for place in places if low <= place <= high} | {low, high}
    return tuple(sorted({int(p) for p in inside if p == int(p)} if parameter.integer else inside))


def step_from(parameter: Number, value: float) -> float:
    """The step of an entry's arrows: from stop to stop where a slider is not linear, also beyond its ends."""
    if parameter.scale == "linear":
        return parameter.step
    places = stops(parameter)
    if places[0] <= value < places[-1]:
        return float(f"{next(place for place in places if place > value) - value:.6g}")
    size = round(1.0 - value, 12) if parameter.scale == "complement" else value
    step = 10.0 ** (floor(log10(size)) - 1) if size > 0.0 else parameter.step
    return max(1.0, step) if parameter.integer else step
