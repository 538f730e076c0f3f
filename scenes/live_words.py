"""A contender's name and values in parts, so that the browser can say them anew while a hand changes a value."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from lecture import Contender, Lecture
from lecture.wording import differences, labels, summarized, traits
from parameters import MOST_EXAMPLES, Number, Parameter, Switch, declared
from surfaces import DataSurface, Surface

Part = dict[str, Any]
"""Either `words` that stay, or the `path` of a value in the terms and how it is said: on its `scale`, with the `symbol`
before it, or both replaced by `special` words for some values, of which "full" is for those from `full` on."""

Words = Callable[[Contender], Mapping[str, str]]
"""Words for a contender by trait."""


def live_words(lecture: Lecture) -> dict[int, dict[str, list[Part] | None]]:
    """The `label` and the `summary` of each contender, by its slot; None for a label that a number tells apart."""
    apart, names = differences(lecture.contenders), labels(lecture.contenders)
    found = {}
    for contender, told_apart, name in zip(lecture.contenders, apart, names, strict=True):
        title = contender.rule.title
        is_numbered = name != ", ".join([title, *told_apart.values()])
        told = partial(traits, contenders=lecture.contenders)
        label = [{"words": title}, *_parts(told_apart, contender, lecture.surface, told)]
        summary = summary_parts(contender, lecture.surface)
        found[contender.slot] = {"label": None if is_numbered else label, "summary": summary}
    return found


def summary_parts(contender: Contender, surface: Surface) -> list[Part]:
    """The values beside a contender's name."""
    return _parts(summarized(contender), contender, surface, summarized)


def _parts(names: Iterable[str], contender: Contender, surface: Surface, words: Words) -> list[Part]:
    return [_part(name, contender, surface, words) for name in names]


def _part(name: str, contender: Contender, surface: Surface, words: Words) -> Part:
    part: Part = {"words": words(contender)[name]}
    match name.split("."):
        case ["batch"] if isinstance(surface, DataSurface):
            full = {"full": words(replace(contender, batch_size=MOST_EXAMPLES))[name]}
            part = {"path": ["batchSize"], "symbol": "B", "special": full, "full": surface.examples}
        case ["branch"] if contender.branch_of is not None:
            part = {"path": ["branchStep"], "symbol": "branch at step"}
        case ["start"] if contender.branch_of is None:
            common = words(replace(contender, start=None))[name]
            part = {"path": ["start"], "symbol": "from", "special": {"null": common}}
        case ["schedule", field]:
            part |= _number_part("scheduleParameters", field, declared(contender.schedule)[field])
        case [field] if field in (parameters := declared(contender.rule)):
            if isinstance(parameters[field], Switch):
                part = {"path": ["ruleParameters", field], "special": _switched(field, contender, words)}
            else:
                part |= _number_part("ruleParameters", field, parameters[field])
    return part


def _number_part(section: str, field: str, parameter: Parameter) -> Part:
    """Where a number is, and its symbol; nothing for what no slider changes."""
    if not isinstance(parameter, Number):
        return {}
    return {"path": [section, field], "symbol": parameter.plain_symbol, "scale": parameter.scale}


def _switched(field: str, contender: Contender, words: Words) -> dict[str, str]:
    """The words for a switch of the rule, on and off."""
    both = {on: replace(contender, rule=replace(contender.rule, **{field: on})) for on in (True, False)}
    return {str(on).lower(): words(switched)[field] for on, switched in both.items()}
