"""The settings in a link: what is missing is as the surface opens, what is wrong is corrected with a note."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lecture.lecture import COORDINATE, MOST_CONTENDERS, Contender, Lecture, Pair
from lecture.link import aliases
from lecture.link.decode_view import VIEW_NAMES, view_in
from lecture.link.values import ITEM, PART, fitted, long_name_of, name_of, quoted
from lecture.openings import RULES, at_home, opening
from lecture.wording import place
from optimizers import SCHEDULES, Schedule
from parameters import Number, Switch, declared
from surfaces import SURFACES, Surface

CONTENDER = "c"
TAKES_PART, OWN_START, COMMON = "on", "at", "common"
ACTIVE = Switch(True, label="Takes part", help="Whether it is in the race.")
MOST_ITEMS = 32
"""No rule and schedule have more values than this together."""


def lecture_in(given: Mapping[str, str], notes: list[str]) -> Lecture:
    """The lecture that the parts of a query ask for."""
    surface = _surface_in(given.get("surface"), notes)
    usual = opening(surface)
    values = {
        name: fitted(name_of(name), parameter, given[name_of(name)], getattr(usual, name), notes)
        for name, parameter in declared(Lecture).items()
        if name_of(name) in given
    }
    start = _start_in(given["start"], "", usual.start, notes) if "start" in given else usual.start
    contenders = _contenders_in(given, usual.contenders, replace(usual, start=start), notes)
    _name_the_unknown(given, notes)
    return replace(usual, start=start, contenders=contenders, view=view_in(given, notes), **values)


def _surface_in(text: str | None, notes: list[str]) -> Surface:
    usual = next(iter(SURFACES.values()))()
    if text is None:
        return usual
    key, *items = text.split(ITEM)[:MOST_ITEMS]
    family = SURFACES.get(aliases.SURFACES.get(key, key))
    if family is None:
        notes.append(f"There is no surface called {quoted(key)}; showing {usual.title}")
        return usual
    return _with_values(family(), _named(items), f"{family.title}: ", notes)


def _contenders_in(
    given: Mapping[str, str], usual: tuple[Contender, ...], lecture: Lecture, notes: list[str]
) -> tuple[Contender, ...]:
    """Who takes part, in the order of the link; the usual ones where the link names nobody."""
    names = [name for name in given if _is_contender(name)]
    if not names:
        return () if given.get(CONTENDER) == "none" else usual
    slots = {f"{CONTENDER}{slot}": slot for slot in range(MOST_CONTENDERS)}
    extra = len([name for name in names if name not in slots])
    if extra:
        notes.append(f"Only {CONTENDER}0 to {CONTENDER}{MOST_CONTENDERS - 1} can take part; {extra} more left out")
    found = (_contender_in(given[name], slots[name], lecture, notes) for name in names if name in slots)
    return tuple(contender for contender in found if contender)


def _is_contender(name: str) -> bool:
    return name.startswith(CONTENDER) and name.isascii() and name[len(CONTENDER) :].isdigit()


def _contender_in(text: str, slot: int, lecture: Lecture, notes: list[str]) -> Contender | None:
    key, *items = text.split(ITEM)[:MOST_ITEMS]
    family = RULES.get(aliases.RULES.get(key, key))
    if family is None:
        notes.append(f"There is no rule called {quoted(key)}; it is left out")
        return None
    # A bare word is the schedule; the values before it are the rule's, those after it the schedule's.
    word = next((i for i, item in enumerate(items) if PART not in item), len(items))
    title, own = f"{family.title}: ", _named(items[:word])
    active, start = own.pop(TAKES_PART, "1"), own.pop(OWN_START, COMMON)
    return Contender(
        rule=_with_values(at_home(family(), lecture.surface), own, title, notes),
        schedule=_schedule_in(items[word:], title, notes),
        start=None if start == COMMON else _start_in(start, title, lecture.start, notes),
        active=fitted(f"{title}takes part", ACTIVE, active, True, notes),
        slot=slot,
    )


def _schedule_in(items: Sequence[str], title: str, notes: list[str]) -> Schedule:
    usual = SCHEDULES["constant"]()
    if not items:
        return usual
    family = SCHEDULES.get(aliases.SCHEDULES.get(items[0], items[0]))
    if family is None:
        notes.append(f"{title}there is no schedule called {quoted(items[0])}; showing {usual.title}")
        return usual
    return _with_values(family(), _named(items[1:]), f"{title}{family.title}, ", notes)


def _start_in(text: str, title: str, usual: Pair, notes: list[str]) -> Pair:
    parts = text.split(PART)
    if len(parts) != 2:
        notes.append(f"{title}start = {quoted(text.replace(PART, ' '))} is no pair of numbers; showing {place(usual)}")
        return usual
    x, y = (
        fitted(f"{title}start {axis}", COORDINATE, part, coordinate, notes)
        for axis, part, coordinate in zip("xy", parts, usual, strict=True)
    )
    return x, y


def _named(items: Sequence[str]) -> dict[str, str]:
    """ "beta1_0.9" as {"beta1": "0.9"}; of a name that is repeated the last value counts."""
    return {name: value for name, _, value in (item.partition(PART) for item in items)}


def _with_values(owner: Any, items: Mapping[str, str], title: str, notes: list[str]) -> Any:
    """A surface, a rule or a schedule with the values that the items give to its fields."""
    declaration = declared(owner)
    fields = {spell(field): field for spell in (long_name_of, name_of) for field in declaration}
    changed = {}
    for spelled_name, text in items.items():
        field = fields.get(aliases.FIELDS.get((owner.key, spelled_name), spelled_name))
        if field is None:
            notes.append(f"{title}there is no value called {quoted(spelled_name)}; it is left out")
            continue
        parameter = declaration[field]
        symbol = parameter.plain_symbol if isinstance(parameter, Number) else parameter.label.lower()
        changed[field] = fitted(f"{title}{symbol}", parameter, text, getattr(owner, field), notes)
    return replace(owner, **changed)


def _name_the_unknown(given: Mapping[str, str], notes: list[str]) -> None:
    known = {"surface", "start", CONTENDER, *map(name_of, declared(Lecture)), *VIEW_NAMES}
    unknown = [name for name in given if name not in known and not _is_contender(name)]
    if unknown:
        more = f" and {len(unknown) - 3} more" if len(unknown) > 3 else ""
        notes.append(f"Not known here, and left out: {', '.join(map(quoted, unknown[:3]))}{more}")
