"""Generated names and sentences, among them warnings when contenders run on unequal terms."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from lecture.branches import parent_of, root_of
from lecture.lecture import Contender, Lecture
from optimizers.ending import is_inside
from optimizers.schedules.constant import Constant
from parameters import (
    MOST_EXAMPLES,
    READING_DIGITS,
    Choice,
    Choices,
    Expression,
    Number,
    Numbers,
    Parameter,
    Rows,
    Switch,
    Text,
    declared,
    format_number,
)


def labels(contenders: Sequence[Contender]) -> tuple[str, ...]:
    """Label each contender by its rule and, where a rule takes part more than once, by the values that differ."""
    apart = differences(contenders)
    return tuple(_numbered([", ".join([c.rule.title, *d.values()]) for c, d in zip(contenders, apart, strict=True)]))


def differences(contenders: Sequence[Contender]) -> tuple[dict[str, str], ...]:
    """Word for each contender, by trait, what tells it from others of the same rule; nothing where there are none."""
    found = []
    for contender in contenders:
        twins = [c for c in contenders if type(c.rule) is type(contender.rule)]
        found.append(_differences(contender, twins) if len(twins) > 1 else {})
    return tuple(found)


def taking_part(contenders: Sequence[Contender]) -> list[tuple[str, Contender]]:
    """Return the contenders that take part, each with its label among all of them."""
    return [(name, c) for name, c in zip(labels(contenders), contenders, strict=True) if c.active]


def distinctions(contenders: Sequence[Contender]) -> tuple[str, ...]:
    """Return what each label has after the title of its rule: ", β₁ 0.5", or "" for a rule that takes part once."""
    return tuple(label[len(c.rule.title) :] for label, c in zip(labels(contenders), contenders, strict=True))


def summary(contender: Contender) -> str:
    """Write a contender's values in one line: "α 0.1, β₁ 0.9, ε 10⁻⁸", and whatever differs from its default."""
    return ", ".join(filter(None, summarized(contender).values()))


@lru_cache(maxsize=256)
def summarized(contender: Contender) -> Mapping[str, str]:
    """Word a contender's values by trait; "" for those that go without saying."""
    defaults = values_in_words(type(contender.rule)())
    words = {
        name: words if isinstance(declared(contender.rule)[name], Number) or words != defaults[name] else ""
        for name, words in values_in_words(contender.rule).items()
    }
    words["batch"] = batch_in_words(contender) if contender.batch_size < MOST_EXAMPLES else ""
    words["schedule"] = contender.schedule.title.lower() if contender.schedule != Constant() else ""
    words["start"] = f"from {place(contender.start)}" if contender.start else ""
    words["branch"] = _branch(contender) if contender.branch_of is not None else ""
    return MappingProxyType(words)


def branch_in_words(contender: Contender, contenders: Sequence[Contender]) -> str | None:
    """Write where a contender branches from which other: "branch of Adam, α 0.1 at step 60"; None if it does not."""
    parent = parent_of(contenders, contender)
    if parent is None:
        return None
    name = labels(contenders)[list(contenders).index(parent)]
    return f"branch of “{name}” at step {contender.branch_step}"


def _branch(contender: Contender) -> str:
    return f"branch at step {contender.branch_step}"


def batch_in_words(contender: Contender) -> str:
    """Write a contender's batch size: "B 32", or "full batch"."""
    return "full batch" if contender.batch_size >= MOST_EXAMPLES else f"B {contender.batch_size}"


def place(point: Iterable[float], digits: int = READING_DIGITS) -> str:
    """Write a point: "(−4, 1.5)"."""
    return "(" + ", ".join(format_number(c, digits) for c in point) + ")"


def unequal_rates(lecture: Lecture) -> str | None:
    """Write the sentence that discloses different learning rates; None if all are equal."""
    active = [c for c in lecture.contenders if c.active]
    if len({c.rule.learning_rate for c in active}) < 2:
        return None
    rates = dict.fromkeys(f"{c.rule.title} {_rate(c)}" for c in active)
    return f"The optimizers use different α: {', '.join(rates)}."


def _rate(contender: Contender) -> str:
    return declared(contender.rule)["learning_rate"].written(contender.rule.learning_rate)


def misfits(lecture: Lecture) -> str | None:
    """Write the sentence that says how schedules are understood whose parts do not fit together; None if all do."""
    found = [f"{name}: {c.schedule.misfit}." for name, c in taking_part(lecture.contenders) if c.schedule.misfit]
    return " ".join(found) or None


def outside(lecture: Lecture) -> str | None:
    """Write the sentence that names starts outside the map; None if there are none."""
    starts = {c.start or lecture.start for c in lecture.contenders if c.active} or {lecture.start}
    lost = [place(s) for s in sorted(starts) if not is_inside(lecture.surface.window, s)]
    if not lost:
        return None
    return (
        f"The start {lost[0]} lies outside the map."
        if len(lost) == 1
        else f"The starts {' and '.join(lost)} lie outside the map."
    )


def values_in_words(owner: Any, digits: int = READING_DIGITS) -> dict[str, str]:
    """Word every declared value of a surface, rule or schedule, by field name.

    Rows of which there are none, and numbers that nobody has set, are left out.
    """
    words = {}
    for name, parameter in declared(owner).items():
        value = getattr(owner, name)
        if value is None and isinstance(parameter, Numbers):
            continue
        if not isinstance(parameter, Rows):
            words[name] = _value(parameter, value, digits)
        elif value:
            words[name] = f"{len(value)} {parameter.meaning}"
    return words


def _value(parameter: Parameter, value: Any, digits: int) -> str:
    label = parameter.label.lower()
    match parameter:
        case _ if value is None:
            return f"{label} {parameter.none}"
        case Number():
            return f"{parameter.plain_symbol} {parameter.written(value, digits)}"
        case Switch():
            return f"{'with' if value else 'without'} {label}"
        case Choice() | Text() | Expression():
            return f"{label} {value}"
        case Choices():
            return f"{label} {' and '.join(o for o in parameter.options if o in value) or parameter.empty}"
        case Numbers():
            return f"{label} {place(parameter.flat(value), digits)}"
    raise TypeError(f"There are no words for a value of {parameter!r}.")


def _differences(contender: Contender, twins: Sequence[Contender]) -> dict[str, str]:
    """Word by trait the values, schedule and start of a contender in which any of its twins differs.

    The values of a schedule tell apart only those who run under that schedule.
    """
    all_traits = [traits(twin, twins) for twin in twins]
    own = traits(contender, twins)
    alike = [t for t in all_traits if t["schedule"] == own["schedule"]]
    return {
        name: words
        for name, words in own.items()
        if len({t.get(name) for t in (alike if name.startswith("schedule.") else all_traits)}) > 1
    }


def traits(contender: Contender, contenders: Sequence[Contender]) -> dict[str, str]:
    """Word all that a contender is: by field of its rule, "batch", "schedule.factor", …, "start", "branch"."""
    words = {"batch": batch_in_words(contender)}
    words |= values_in_words(contender.rule)
    words["schedule"] = contender.schedule.title.lower()
    words |= {f"schedule.{name}": value for name, value in values_in_words(contender.schedule).items()}
    start = root_of(contenders, contender).start
    words["start"] = f"from {place(start)}" if start else "from the common start"
    if contender.branch_of is not None:
        words["branch"] = _branch(contender)
    return words


def _numbered(names: Sequence[str]) -> list[str]:
    """Add a number to each name that occurs more than once."""
    count, seen = Counter(names), Counter()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(f"{name} #{seen[name]}" if count[name] > 1 else name)
    return numbered
