"""The race as a script that uses the modules of this project."""

from dataclasses import fields
from typing import Any

from exports.code.literal import literal
from exports.heading import heading
from lecture.lecture import Contender, Lecture
from lecture.race import noise_of
from lecture.wording import taking_part
from optimizers import OPTIMIZERS


def project_code(lecture: Lecture, link: str) -> str:
    """Write a script, to be run in the project's folder, that leaves the trajectories in `paths` by name."""
    active = taking_part(lecture.contenders)
    registries = {_registry(contender) for _, contender in active}
    return "\n".join(
        [
            *(f"# {line}" for line in heading(lecture, link)),
            f"from optimizers import {', '.join([*sorted(registries), 'SCHEDULES', 'run'])}",
            "from surfaces import SURFACES",
            "",
            f"surface = SURFACES[{lecture.surface.key!r}]({_values(lecture.surface)})",
            "paths = {",
            *(line for name, contender in active for line in _run(lecture, name, contender)),
            "}",
            "for name, path in paths.items():",
            "    print(name, path.points[:, -1], path.values[-1], path.outcome)",
            "",
        ]
    )


def _run(lecture: Lecture, name: str, contender: Contender) -> list[str]:
    rule, schedule, start = contender.rule, contender.schedule, contender.start or lecture.start
    noise, seed = noise_of(lecture, contender)
    return [
        f"    {name!r}: run(",
        "        surface,",
        f"        {_registry(contender)}[{rule.key!r}]({_values(rule)}),",
        f"        start={literal(start)},",
        f"        steps={literal(lecture.steps)},",
        f"        schedule=SCHEDULES[{schedule.key!r}]({_values(schedule)}),",
        *([f"        noise={literal(noise)},", f"        seed={literal(seed)},"] if noise else []),
        "    ),",
    ]


def _registry(contender: Contender) -> str:
    return "OPTIMIZERS" if contender.rule.key in OPTIMIZERS else "MISTAKES"


def _values(owner: Any) -> str:
    return ", ".join(f"{f.name}={literal(getattr(owner, f.name))}" for f in fields(owner))
