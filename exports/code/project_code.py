"""The race as a script that uses the modules of this project."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from exports.ascii_text import contender_name
from exports.code.literal import literal
from exports.heading import heading
from lecture.branches import followed, parent_of
from lecture.lecture import Contender, Lecture
from lecture.race import gradients_of, path_of
from lecture.wording import taking_part
from optimizers import BASELINES, MISTAKES, OPTIMIZERS, Gradients, MiniBatch, Noisy

WHERE = "# Run it in Downhill's own folder, or anywhere after: pip install THAT_FOLDER"


def project_code(lecture: Lecture, link: str) -> str:
    """Write a script that leaves the trajectories in `paths` by name; it needs this project's modules."""
    active = taking_part(lecture.contenders)
    first = _followed(lecture, [contender for _, contender in active])
    return "\n".join(
        [
            *(f"# {line}" for line in heading(lecture, link)),
            WHERE,
            f"from optimizers import {', '.join(_names(lecture, [*first, *(c for _, c in active)]))}",
            "from surfaces import SURFACES",
            "",
            f"surface = SURFACES[{lecture.surface.key!r}]({_values(lecture.surface)})",
            *(line for each in first for line in _run(lecture, each, f"{_variable(each)} = ", "")),
            "paths = {",
            *(
                line
                for name, each in active
                for line in (
                    [f"    {contender_name(name)!r}: {_variable(each)},"]
                    if each in first
                    else _run(lecture, each, f"    {contender_name(name)!r}: ", ",")
                )
            ),
            "}",
            "for name, path in paths.items():",
            "    print(name, path.points[:, -1], path.values[-1], path.outcome.kind.value)",
            "",
        ]
    )


def _names(lecture: Lecture, contenders: Sequence[Contender]) -> list[str]:
    """Return the names that the script imports: first those in capitals."""
    names = {"SCHEDULES", *map(_registry, contenders)}
    names |= {type(source).__name__ for c in contenders if isinstance(source := gradients_of(lecture, c), MiniBatch)}
    branches = [c for c in contenders if c.branch_of is not None]
    names |= {type(source).__name__ for c in branches if isinstance(source := gradients_of(lecture, c), Noisy)}
    return [*sorted(names), *(["branch"] if branches else []), "run"]


def _followed(lecture: Lecture, contenders: Sequence[Contender]) -> list[Contender]:
    """Return whom others follow, each after those whom it follows itself."""
    lines = [followed(lecture.contenders, contender)[::-1] for contender in contenders]
    return list(dict.fromkeys(each for line in lines for each in line))


def _variable(contender: Contender) -> str:
    return f"path_{contender.slot}"


def _run(lecture: Lecture, contender: Contender, begin: str, end: str) -> list[str]:
    """Write the call that walks a path, a line for each argument."""
    rule, schedule, start = contender.rule, contender.schedule, contender.start or lecture.start
    parent, gradients = parent_of(lecture.contenders, contender), gradients_of(lecture, contender)
    whose = f"{_registry(contender)}[{rule.key!r}]({_values(rule)})"
    shared = [f"steps={literal(lecture.steps)}", f"schedule=SCHEDULES[{schedule.key!r}]({_values(schedule)})"]
    if parent is None:
        arguments = ["surface", whose, f"start={literal(start)}", *shared, *_gradients(gradients)]
    else:
        step = literal(path_of(lecture, contender)[1])
        arguments = [_variable(parent), step, whose, *shared, *_gradients(gradients, whole=True)]
    indent = " " * (len(begin) - len(begin.lstrip()))
    call = "run" if parent is None else "branch"
    return [f"{begin}{call}(", *(f"{indent}    {argument}," for argument in arguments), f"{indent}){end}"]


def _gradients(gradients: Gradients, *, whole: bool = False) -> list[str]:
    """Write where gradients come from; noise by its two numbers, or as a `whole` source."""
    match gradients:
        case MiniBatch(size, seed, replacement):
            return [f"gradients=MiniBatch({size}, seed={literal(seed)}, replacement={replacement})"]
        case Noisy(noise, seed) if whole:
            return [f"gradients=Noisy({literal(noise)}, seed={literal(seed)})"]
        case Noisy(noise, seed):
            return [f"noise={literal(noise)}", f"seed={literal(seed)}"]
    return []


def _registry(contender: Contender) -> str:
    registries = {"OPTIMIZERS": OPTIMIZERS, "BASELINES": BASELINES, "MISTAKES": MISTAKES}
    return next(name for name, registry in registries.items() if contender.rule.key in registry)


def _values(owner: Any) -> str:
    return ", ".join(f"{f.name}={literal(getattr(owner, f.name))}" for f in fields(owner))
