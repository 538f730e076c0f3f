"""The opening lecture of each surface, and functions that return a changed copy of a lecture."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lecture.branches import root_of, without
from lecture.first_rates import first_rate
from lecture.lecture import MAX_CONTENDERS, Contender, Lecture, Pair
from lecture.view import View
from optimizers import BASELINES, MISTAKES, OPTIMIZERS, SCHEDULES, Optimizer, Schedule
from parameters import MOST_EXAMPLES, Number, declared
from surfaces import DataSurface, Surface

RULES: Mapping[str, type[Optimizer]] = {**OPTIMIZERS, **BASELINES, **MISTAKES}
"""Whatever can take part, the mistakes last."""

DEFAULT_STEPS = 200
"""The number of steps for which the defaults of schedules are made."""

FIRST_RULES = ("sgd", "momentum", "rmsprop", "adam")
FIRST_RULE = OPTIMIZERS["sgd"]
"""Of the surfaces whose first picture is about something else than rules."""


FIRST_BATCHES = (32, MOST_EXAMPLES, 1)


def opening(surface: Surface) -> Lecture:
    """Return the first lecture of a surface, at values that show what it teaches.

    Four rules take part; on the loss of a data set it is one rule, with mini-batches, full batches and single examples,
    and on a surface that is about schedules one rule under some of them.
    """
    steps, _, noise, schedules = surface.opening
    if isinstance(surface, DataSurface):
        first = [Contender(FIRST_RULE(), batch_size=size) for size in FIRST_BATCHES]
    elif schedules:
        first = [Contender(FIRST_RULE(), fitted(SCHEDULES[key](), steps)) for key in schedules]
    else:
        first = [Contender(OPTIMIZERS[key]()) for key in FIRST_RULES]
    contenders = tuple(replace(c, rule=with_suggested_rate(c.rule, surface), slot=slot) for slot, c in enumerate(first))
    view = View(curve="rate", focus=len(schedules) - 1) if schedules else View()
    return Lecture(surface, surface.starts[0].point, contenders, steps=steps, noise=noise, view=view)


def on_surface(lecture: Lecture, surface: Surface) -> Lecture:
    """Move the contenders to another surface, at the learning rates, start and steps that suit it.

    They begin with mini-batches where they come to the loss of a data set. Noise with which a surface opens is its own:
    it comes with that surface, and goes with it.
    """
    is_own = lecture.noise == lecture.surface.opening.noise
    come = isinstance(surface, DataSurface) and not isinstance(lecture.surface, DataSurface)
    contenders = tuple(
        replace(
            c,
            rule=with_suggested_rate(c.rule, surface),
            start=None,
            batch_size=FIRST_BATCHES[0] if come else c.batch_size,
        )
        for c in lecture.contenders
    )
    return replace(
        lecture,
        surface=surface,
        start=surface.starts[0].point,
        steps=surface.opening.steps,
        noise=surface.opening.noise if is_own else lecture.noise,
        contenders=contenders,
    )


def added(lecture: Lecture, rule_key: str) -> Lecture:
    """Add a contender in the first free colour; return the lecture unchanged if every colour is taken."""
    taken = {c.slot for c in lecture.contenders}
    free = [slot for slot in range(MAX_CONTENDERS) if slot not in taken]
    if not free:
        return lecture
    newcomer = Contender(with_suggested_rate(RULES[rule_key](), lecture.surface), slot=free[0])
    return replace(lecture, contenders=(*lecture.contenders, newcomer))


def removed(lecture: Lecture, slot: int) -> Lecture:
    """Return the lecture without the contender of that slot, and without its branches."""
    return replace(lecture, contenders=without(lecture.contenders, slot))


def started(lecture: Lecture, slot: int, start: Pair) -> Lecture:
    """Return the lecture with that start of its own for the contender of that slot."""
    return replace(
        lecture, contenders=tuple(replace(c, start=start) if c.slot == slot else c for c in lecture.contenders)
    )


EACH_SCHEDULE = (
    "constant",
    "exponential",
    "inverse-time",
    "step",
    "polynomial",
    "cosine",
    "warmup-stable-decay",
    "one-cycle",
)
"""As many schedules as there are colours, for a race of each once; every other one is much like one of them."""


def left_out(keys: Collection[str]) -> str | None:
    """Write the sentence that names the schedules that are not among these; None if all are."""
    titles = [schedule.title for key, schedule in SCHEDULES.items() if key not in keys]
    *most, last = titles or [""]
    return f"Left out: {' and '.join(filter(None, [', '.join(most), last]))}." if titles else None


def under_schedules(lecture: Lecture, slot: int, keys: Sequence[str]) -> Lecture:
    """Return the lecture with one rule under each of these schedules, from the same start and with the same noise.

    The rule is that of the contender in `slot`, from the start on. A schedule has the parameters that suit a race of so
    many steps.
    """
    (chosen,) = (c for c in lecture.contenders if c.slot == slot)
    model = replace(chosen, branch_of=None, start=root_of(lecture.contenders, chosen).start)
    contenders = tuple(
        replace(model, schedule=fitted(SCHEDULES[key](), lecture.steps), active=True, slot=place)
        for place, key in enumerate(keys[:MAX_CONTENDERS])
    )
    return replace(lecture, contenders=contenders, same_noise=True)


def fitted(schedule: Schedule, steps: int) -> Schedule:
    """Return a schedule with its defaults for a race of 200 steps stretched to another number of steps."""
    stretched = {}
    for name, parameter in declared(schedule).items():
        if isinstance(parameter, Number) and parameter.unit == "updates":
            length = round(getattr(schedule, name) * steps / DEFAULT_STEPS)
            stretched[name] = min(max(length, int(parameter.low)), int(parameter.high))
    return replace(schedule, **stretched)


def with_suggested_rate(rule: Optimizer, surface: Surface) -> Optimizer:
    """Return the rule at the learning rate at which it first races on the surface."""
    return replace(rule, learning_rate=first_rate(rule, surface))
