"""The race in plain NumPy: a script that a student can read, and that runs without this project."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from exports.ascii_text import contender_name
from exports.code.literal import literal
from exports.code.plain_sources import PLAIN_RULES, PLAIN_SCHEDULES, PLAIN_SURFACES, WALKS, Source
from exports.heading import heading
from lecture.lecture import Contender, Lecture
from lecture.race import gradients_of
from lecture.wording import taking_part
from optimizers import MiniBatch, Noisy
from parameters import choose

Named = list[tuple[str, Contender]]


def plain_code(lecture: Lecture, link: str) -> str:
    """Write a script that leaves the points of every contender, (2, T+1), in `paths` by name.

    Raises ValueError if the surface, a rule or a schedule has no plain version.
    """
    active = taking_part(lecture.contenders)
    surface = choose(PLAIN_SURFACES, lecture.surface.key, "surface in plain NumPy")
    sources = [
        surface._replace(text=_with_constants(surface.text, _values(lecture.surface))),
        *_sources(PLAIN_RULES, (c.rule.key for _, c in active), "rule in plain NumPy"),
        *_sources(PLAIN_SCHEDULES, (c.schedule.key for _, c in active), "schedule in plain NumPy"),
        *_walks(lecture, active),
    ]
    comment = "".join(f"# {line}\n" for line in heading(lecture, link))
    return comment + "\n\n".join((_imports(sources), *(source.text for source in sources), _race(lecture, active)))


def _walks(lecture: Lecture, active: Named) -> list[Source]:
    """Return the functions that walk: with batches, with noise, or with neither, as far as contenders need them."""
    needed = {_walk(lecture, contender): None for _, contender in active} or {"walk": None}
    return [WALKS[name] for name in needed]


def _walk(lecture: Lecture, contender: Contender) -> str:
    match gradients_of(lecture, contender):
        case MiniBatch():
            return "batch_walk"
        case Noisy():
            return "noisy_walk"
    return "walk"


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
    values = _values(contender.rule)
    rates = ", ".join((values.pop("learning_rate"), "t", *_keywords(_values(contender.schedule))))
    walk = _walk(lecture, contender)
    arguments = [
        "gradient",
        _function(contender.rule),
        literal(contender.start or lecture.start),
        f"{_function(contender.schedule)}({rates})",
        *_keywords(_values(gradients_of(lecture, contender))),
        *(["examples=examples"] if walk == "batch_walk" else []),
        *_keywords(values),
    ]
    return f"{walk}({', '.join(arguments)})"


def _function(owner: Any) -> str:
    """Return the name of the plain function of a rule or a schedule."""
    return owner.key.replace("-", "_")


def _keywords(values: Mapping[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in values.items()]


def _values(owner: Any) -> dict[str, str]:
    return {field.name: literal(getattr(owner, field.name)) for field in fields(owner)}
