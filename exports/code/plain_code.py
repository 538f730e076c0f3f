"""The race in plain NumPy: a script that a student can read, and that runs without this project."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from exports.ascii_text import contender_name
from exports.code.formula_code import formula_source
from exports.code.literal import literal
from exports.code.plain_sources import PLAIN_RULES, PLAIN_SCHEDULES, PLAIN_SURFACES, WALKS, Source
from exports.heading import heading
from lecture.branches import followed, root_of
from lecture.lecture import Contender, Lecture
from lecture.race import gradients_of, path_of
from lecture.wording import taking_part
from optimizers import MiniBatch, Noisy, Schedule
from parameters import choose
from surfaces import Formula, Surface

Named = list[tuple[str, Contender]]


def plain_code(lecture: Lecture, link: str) -> str:
    """Write a script that leaves the points of every contender, (2, T+1), in `paths` by name.

    Raises ValueError if the surface, a rule or a schedule has no plain version.
    """
    active = taking_part(lecture.contenders)
    everyone = [part for _, contender in active for part, _ in _parts(lecture, contender)]
    sources = [
        _ground(lecture.surface),
        *_sources(PLAIN_RULES, (c.rule.key for c in everyone), "rule in plain NumPy"),
        *_sources(PLAIN_SCHEDULES, (c.schedule.key for c in everyone), "schedule in plain NumPy"),
        *_walks(lecture, active),
    ]
    comment = "".join(f"# {line}\n" for line in heading(lecture, link))
    return comment + "\n\n".join((_imports(sources), *(source.text for source in sources), _race(lecture, active)))


def _ground(surface: Surface) -> Source:
    """Return the module of a surface with its values, which is written for a formula and read for all others."""
    if isinstance(surface, Formula):
        return formula_source(surface)
    source = choose(PLAIN_SURFACES, surface.key, "surface in plain NumPy")
    return source._replace(text=_with_constants(source.text, _values(surface)))


def _parts(lecture: Lecture, contender: Contender) -> list[tuple[Contender, int]]:
    """Return whose values count in each part of a path, and the step at which it begins; one part but for a branch."""
    lineage = (contender, *followed(lecture.contenders, contender))
    parts: list[tuple[Contender, int]] = []
    end = lecture.steps
    for each in lineage:
        end = min(end, path_of(lecture, each)[1])
        parts.insert(0, (each, end))
    return parts


def _walks(lecture: Lecture, active: Named) -> list[Source]:
    """Return the functions that walk: with batches, with noise, or with neither, as far as contenders need them."""
    needed = {_walk(lecture, contender) for _, contender in active} or {"walk"}
    needed |= {"mini_batches"} if "batch_walk" in needed else set()
    needed |= {"branched"} if any(len(_parts(lecture, contender)) > 1 for _, contender in active) else set()
    return [source for name, source in WALKS.items() if name in needed]


def _walk(lecture: Lecture, contender: Contender) -> str:
    sources = [gradients_of(lecture, part) for part, _ in _parts(lecture, contender)]
    if any(isinstance(source, MiniBatch) for source in sources):
        return "batch_walk"
    return "noisy_walk" if isinstance(sources[0], Noisy) else "walk"


def _sources(registry: Mapping[str, Source], keys: Iterable[str], what: str) -> list[Source]:
    """Look up each key once, in the order of its first use."""
    return [choose(registry, key, what) for key in dict.fromkeys(keys)]


def _with_constants(text: str, values: Mapping[str, str]) -> str:
    """Set each constant at the top of a module to the value of the field with its name."""
    for name, value in values.items():
        text = re.sub(rf"^{name} = .*$", f"{name} = {value}", text, count=1, flags=re.MULTILINE)
    return text


def _imports(sources: Iterable[Source]) -> str:
    names = sorted({name for source in sources for name in source.imports})
    return (f"from math import {', '.join(names)}\n\n" if names else "") + "import numpy as np\n"


def _race(lecture: Lecture, active: Named) -> str:
    """Write the part of the script that runs every contender and prints where it ends."""
    runs = "".join(f"    {contender_name(name)!r}: {_call(lecture, contender)},\n" for name, contender in active)
    return (
        f't = np.arange(1.0, {lecture.steps} + 1.0)\nnp.seterr(all="ignore")\npaths = {{\n{runs}}}\n'
        "for name, path in paths.items():\n    print(name, path[:, -1], loss(path[:, -1]))\n"
    )


def _call(lecture: Lecture, contender: Contender) -> str:
    parts = _parts(lecture, contender)
    walk = _walk(lecture, contender)
    values = {part: _values(part.rule) for part, _ in parts}
    rates = {part: values[part].pop("learning_rate") for part, _ in parts}
    rule, begun = _function(contender.rule), [begins for _, begins in parts]
    if len(parts) > 1:
        changes = [f"({begins}, dict({', '.join(_keywords(values[part]))}))" for part, begins in parts]
        rule = f"branched({', '.join((rule, *changes))})"
    arguments = [
        "gradient",
        rule,
        literal(root_of(lecture.contenders, contender).start or lecture.start),
        _joined([_rates(part.schedule, rates[part], begins) for part, begins in parts], begun),
    ]
    if walk == "batch_walk":
        arguments.append(_joined([_batches(lecture, part, begins) for part, begins in parts], begun, " + "))
    elif walk == "noisy_walk":
        arguments += _keywords(_values(gradients_of(lecture, contender)))
    if len(parts) == 1:
        arguments += _keywords(values[contender])
    return f"{walk}({', '.join(arguments)})"


def _joined(parts: list[str], begun: list[int], sign: str | None = None) -> str:
    """Write what holds for each update from what holds from the beginning of each part on."""
    whole = parts[0]
    for part, begins in zip(parts[1:], begun[1:], strict=True):
        head = f"{whole}[:{begins}]"
        whole = f"({head}{sign}{part})" if sign else f"np.concatenate([{head}, {part}])"
    return whole


def _rates(schedule: Schedule, initial: str, begins: int) -> str:
    t = f"t[{begins}:]" if begins else "t"
    return f"{_function(schedule)}({', '.join((initial, t, *_keywords(_values(schedule))))})"


def _batches(lecture: Lecture, contender: Contender, begins: int) -> str:
    """Write the list of the batches from a step on; a slice stands for all examples."""
    source, rest = gradients_of(lecture, contender), f"[{begins}:]" if begins else ""
    if not isinstance(source, MiniBatch):
        return f"[slice(None)] * {lecture.steps - begins}"
    return f"mini_batches(len(t), {', '.join((*_keywords(_values(source)), 'examples=examples'))}){rest}"


def _function(owner: Any) -> str:
    """Return the name of the plain function of a rule or a schedule."""
    return owner.key.replace("-", "_")


def _keywords(values: Mapping[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in values.items()]


def _values(owner: Any) -> dict[str, str]:
    return {field.name: literal(getattr(owner, field.name)) for field in fields(owner)}
