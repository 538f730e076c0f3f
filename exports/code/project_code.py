"""The race as a script that uses the modules of this project."""

from dataclasses import fields
from typing import Any

from exports.ascii_text import contender_name
from exports.code.literal import literal
from exports.heading import heading
from lecture.lecture import Contender, Lecture
from lecture.race import batch_of, gradients_of
from lecture.wording import taking_part
from optimizers import OPTIMIZERS, Gradients, MiniBatch, Noisy


def project_code(lecture: Lecture, link: str) -> str:
    """Write a script that leaves the trajectories in `paths` by name; it needs this project's modules."""
    active = taking_part(lecture.contenders)
    names = {_registry(contender) for _, contender in active}
    if any(batch_of(lecture, contender) for _, contender in active):
        names.add("MiniBatch")
    return "\n".join(
        [
            *(f"# {line}" for line in heading(lecture, link)),
            "# Run it in Downhill's own folder, or anywhere after: pip install THAT_FOLDER",
            f"from optimizers import {', '.join([*sorted(names | {'SCHEDULES'}), 'run'])}",
            "from surfaces import SURFACES",
            "",
            f"surface = SURFACES[{lecture.surface.key!r}]({_values(lecture.surface)})",
            "paths = {",
            *(line for name, contender in active for line in _run(lecture, contender_name(name), contender)),
            "}",
            "for name, path in paths.items():",
            "    print(name, path.points[:, -1], path.values[-1], path.outcome.kind.value)",
            "",
        ]
    )


def _run(lecture: Lecture, name: str, contender: Contender) -> list[str]:
    rule, schedule, start = contender.rule, contender.schedule, contender.start or lecture.start
    return [
        f"    {name!r}: run(",
        "        surface,",
        f"        {_registry(contender)}[{rule.key!r}]({_values(rule)}),",
        f"        start={literal(start)},",
        f"        steps={literal(lecture.steps)},",
        f"        schedule=SCHEDULES[{schedule.key!r}]({_values(schedule)}),",
        *(f"        {argument}," for argument in _gradients(gradients_of(lecture, contender))),
        "    ),",
    ]


def _gradients(gradients: Gradients) -> list[str]:
    match gradients:
        case MiniBatch(size, seed, replacement):
            return [f"gradients=MiniBatch({size}, seed={literal(seed)}, replacement={replacement})"]
        case Noisy(noise, seed):
            return [f"noise={literal(noise)}", f"seed={literal(seed)}"]
    return []


def _registry(contender: Contender) -> str:
    return "OPTIMIZERS" if contender.rule.key in OPTIMIZERS else "MISTAKES"


def _values(owner: Any) -> str:
    return ", ".join(f"{f.name}={literal(getattr(owner, f.name))}" for f in fields(owner))
