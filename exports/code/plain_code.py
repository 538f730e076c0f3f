"""The race in plain NumPy: a script that a student can read, and that needs nothing of this project."""

import re
from dataclasses import fields
from typing import Any

from exports.code.literal import literal
from exports.code.plain_rules import PLAIN_RULES
from exports.code.plain_schedules import PLAIN_SCHEDULES
from exports.code.plain_surfaces import PLAIN_SURFACES
from exports.heading import heading
from lecture.lecture import Contender, Lecture
from lecture.race import noise_of
from lecture.wording import labels
from parameters import choose

_WALK = """\
def walk(rule, start, rates, **values):
    path, v, s = [np.array(start)], np.zeros(2), np.zeros(2)
    for t, rate in enumerate(rates, start=1):
        w, v, s = rule(path[-1], gradient(path[-1]), t, rate, v, s, **values)
        if not np.isfinite(w).all():
            break  # diverged: the path ends at its last finite point
        path.append(w)
    return np.array(path).T
"""

_NOISY_WALK = """\
def walk(rule, start, rates, seed, **values):
    errors = {noise} * np.random.default_rng(seed).standard_normal((len(rates) + 1, 2))
    path, v, s = [np.array(start)], np.zeros(2), np.zeros(2)
    for t, rate in enumerate(rates, start=1):
        w, v, s = rule(path[-1], gradient(path[-1]) + errors[t - 1], t, rate, v, s, **values)
        if not np.isfinite(w).all():
            break  # diverged: the path ends at its last finite point
        path.append(w)
    return np.array(path).T
"""


def plain_code(lecture: Lecture, link: str) -> str:
    """A script that leaves the points of every contender, (2, T+1), in `paths` by name.

    Raises ValueError when the surface, a rule or a schedule has no plain version.
    """
    names = zip(labels(lecture.contenders), lecture.contenders, strict=True)
    taking_part = [(name, contender) for name, contender in names if contender.active]
    surface = choose(PLAIN_SURFACES, lecture.surface.key, "surface in plain NumPy")
    rules = [choose(PLAIN_RULES, key, "rule in plain NumPy") for key in _rule_keys(taking_part)]
    runs = "".join(f"    {name!r}: {_call(lecture, contender)},\n" for name, contender in taking_part)
    body = "\n".join(
        [
            _filled(surface, _values(lecture.surface)),
            *rules,
            _filled(_NOISY_WALK if lecture.noise else _WALK, {"noise": literal(lecture.noise)}),
            f't = np.arange(1.0, {lecture.steps} + 1.0)\nnp.seterr(all="ignore")\npaths = {{\n{runs}}}',
            "for name, path in paths.items():\n    print(name, path[:, -1], loss(path[:, -1]))\n",
        ]
    )
    return "".join(f"# {line}\n" for line in heading(lecture, link)) + _imports(body) + body


def _imports(body: str) -> str:
    """The imports that a script needs: NumPy, and of math what is not called as NumPy's own."""
    names = [name for name in ("cos", "pi", "radians", "sin") if re.search(rf"(?<![\w.]){name}\b", body)]
    return (f"from math import {', '.join(names)}\n\n" if names else "") + "import numpy as np\n\n"


def _rule_keys(taking_part: list[tuple[str, Contender]]) -> list[str]:
    return list(dict.fromkeys(contender.rule.key for _, contender in taking_part))


def _call(lecture: Lecture, contender: Contender) -> str:
    values = _values(contender.rule)
    initial = values.pop("learning_rate")
    schedule = choose(PLAIN_SCHEDULES, contender.schedule.key, "schedule in plain NumPy")
    noise, seed = noise_of(lecture, contender)
    arguments = [
        contender.rule.key.replace("-", "_"),
        literal(contender.start or lecture.start),
        _filled(schedule, {"initial": initial, **_values(contender.schedule)}),
        *([f"seed={literal(seed)}"] if noise else []),
        *(f"{name}={value}" for name, value in values.items()),
    ]
    return f"walk({', '.join(arguments)})"


def _values(owner: Any) -> dict[str, str]:
    return {field.name: literal(getattr(owner, field.name)) for field in fields(owner)}


def _filled(template: str, values: dict[str, str]) -> str:
    """The template with every {name} replaced; other braces are Python's own."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template
