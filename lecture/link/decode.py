"""Decoding a link: a missing value takes the surface's default, an invalid one is corrected with a note."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lecture.lecture import MAX_CONTENDERS, Contender, Lecture, branch_fault
from lecture.link import aliases
from lecture.link.encode import CONTENDER, NOBODY, VERSION
from lecture.link.query import pairs
from lecture.link.values import ITEM, PART, decode_value, full_name, link_name, quoted
from lecture.openings import RULES, opening, with_suggested_rate
from lecture.pages import PAGES, Page
from lecture.view import View
from optimizers import SCHEDULES, Schedule
from parameters import MOST_EXAMPLES, Number, declared
from surfaces import SURFACES, DataSurface, Surface

MAX_NOTES = 12
MAX_ITEMS = 32
"""No rule and schedule have more values than this together."""


def decode(text: str) -> tuple[Lecture, tuple[str, ...]]:
    """The lecture of a query string or an address, and a note for everything that had to be corrected.

    It takes any text and never raises. It stops early by rule, so that no text takes long.
    """
    notes: list[str] = []
    given = pairs(text, notes)
    version = given.pop("v", str(VERSION))
    if version != str(VERSION):
        notes.append("The link was made by another version of this page; what this version understands is shown")
    lecture = _lecture(given, notes)
    once = tuple(f"{note}." for note in dict.fromkeys(notes))
    if len(once) > MAX_NOTES:
        once = (*once[: MAX_NOTES - 1], f"{len(once) - MAX_NOTES + 1} more corrections were made.")
    return lecture, once


def _lecture(given: Mapping[str, str], notes: list[str]) -> Lecture:
    surface = _surface(given.get("surface"), notes)
    opened = opening(surface)
    page = _page(given.get("page"), opened.page, notes)
    lecture = replace(opened, page=page, **_named_values(Lecture, given, opened, notes))
    contenders = _contenders(given, lecture, notes)
    view = replace(opened.view, **_named_values(View, given, opened.view, notes))
    view = replace(view, lesson=aliases.LESSONS.get(view.lesson or "", view.lesson))
    _note_unknown_names(given, notes)
    return replace(lecture, contenders=contenders, view=view)


def _named_values(owner: type[Any], given: Mapping[str, str], defaults: Any, notes: list[str]) -> dict[str, Any]:
    """The declared values that have a part of the query each, by field."""
    names = {field: link_name(field, parameter) for field, parameter in declared(owner).items()}
    return {
        field: decode_value(names[field], parameter, given[names[field]], getattr(defaults, field), notes)
        for field, parameter in declared(owner).items()
        if names[field] in given
    }


def _page(text: str | None, default: Page, notes: list[str]) -> Page:
    return _registered(PAGES, aliases.PAGES, text, "page", default, notes)


def _surface(text: str | None, notes: list[str]) -> Surface:
    return _registered(SURFACES, aliases.SURFACES, text, "surface", next(iter(SURFACES.values()))(), notes)


def _registered(
    registry: Mapping[str, Any],
    old_keys: Mapping[str, str],
    text: str | None,
    what: str,
    default: Any,
    notes: list[str],
) -> Any:
    """Find an entry of a registry and give it its values, else return the default."""
    if text is None:
        return default
    key, *items = text.split(ITEM)[:MAX_ITEMS]
    family = registry.get(old_keys.get(key, key))
    if family is None:
        notes.append(f"There is no {what} called {quoted(key)}; showing {default.title}")
        return default
    return _with_values(family(), _by_name(items), f"{family.title}: ", notes)


def _contenders(given: Mapping[str, str], lecture: Lecture, notes: list[str]) -> tuple[Contender, ...]:
    """The contenders in the order of the link; those of the opening where the link names nobody."""
    names = [name for name in given if _is_contender(name)]
    if not names:
        return () if given.get(CONTENDER) == NOBODY else lecture.contenders
    slots = {f"{CONTENDER}{slot}": slot for slot in range(MAX_CONTENDERS)}
    extra = len([name for name in names if name not in slots])
    if extra:
        notes.append(f"Only {CONTENDER}0 to {CONTENDER}{MAX_CONTENDERS - 1} can take part; {extra} more are left out")
    found = (_contender(given[name], slots[name], lecture, notes) for name in names if name in slots)
    return _with_sound_branches([contender for contender in found if contender], notes)


def _with_sound_branches(contenders: Sequence[Contender], notes: list[str]) -> tuple[Contender, ...]:
    """The contenders, of which those that cannot be branches begin at the start."""
    faults = {c.slot: fault for c in contenders if (fault := branch_fault(c, contenders))}
    for contender in contenders:
        if contender.slot in faults:
            fault = faults[contender.slot]
            notes.append(f"{contender.rule.title} cannot branch: {fault}; it begins at the start")
    return tuple(replace(c, branch_of=None) if c.slot in faults else c for c in contenders)


def _is_contender(name: str) -> bool:
    return name.startswith(CONTENDER) and name.isascii() and name[len(CONTENDER) :].isdigit()


def _contender(text: str, slot: int, lecture: Lecture, notes: list[str]) -> Contender | None:
    key, *items = text.split(ITEM)[:MAX_ITEMS]
    family = RULES.get(aliases.RULES.get(key, key))
    if family is None:
        notes.append(f"There is no optimizer called {quoted(key)}; it is left out")
        return None
    # A bare word is the schedule; values before it are the contender's and its rule's, values after it the schedule's.
    word = next((i for i, item in enumerate(items) if PART not in item), len(items))
    title, values = f"{family.title}: ", _by_name(items[:word])
    rule = with_suggested_rate(family(), lecture.surface)
    schedule = _schedule(items[word:], title, notes)
    contender = Contender(rule, schedule, slot=slot)
    own = {name: values.pop(name) for name in _names(contender) if name in values}
    rule = _with_values(rule, values, title, notes)
    # An own start that cannot be read becomes the common one.
    contender = _with_values(replace(contender, rule=rule), own, title, notes, defaults={"start": lecture.start})
    _note_large_batch(contender, lecture.surface, title, notes)
    return contender


def _note_large_batch(contender: Contender, surface: Surface, title: str, notes: list[str]) -> None:
    """Say that a batch is larger than the data set; its default, which means all examples, goes without saying."""
    if isinstance(surface, DataSurface) and surface.examples < contender.batch_size < MOST_EXAMPLES:
        notes.append(
            f"{title}B = {contender.batch_size} is more than the {surface.examples} examples; showing all of them"
        )


def _schedule(items: Sequence[str], title: str, notes: list[str]) -> Schedule:
    constant = SCHEDULES["constant"]()
    if not items:
        return constant
    family = SCHEDULES.get(aliases.SCHEDULES.get(items[0], items[0]))
    if family is None:
        notes.append(f"{title}there is no schedule called {quoted(items[0])}; showing {constant.title}")
        return constant
    return _with_values(family(), _by_name(items[1:]), f"{title}{family.title}, ", notes)


def _by_name(items: Sequence[str]) -> dict[str, str]:
    """ "beta1_0.9" as {"beta1": "0.9"}; of a name that is repeated the last value counts."""
    return {name: value for name, _, value in (item.partition(PART) for item in items)}


def _names(owner: Any) -> dict[str, str]:
    """The field of a dataclass for each name that a link may give it, short and in full."""
    parameters = declared(owner)
    short = {link_name(field, parameter): field for field, parameter in parameters.items()}
    return {full_name(field): field for field in parameters} | short


def _with_values(
    owner: Any, items: Mapping[str, str], title: str, notes: list[str], defaults: Mapping[str, Any] | None = None
) -> Any:
    """A frozen dataclass with the values that the items give to its fields."""
    parameters, fields = declared(type(owner)), _names(type(owner))
    changed = {}
    for name, text in items.items():
        field = fields.get(aliases.FIELDS.get((owner.key, name), name))
        if field is None:
            notes.append(f"{title}there is no value called {quoted(name)}; it is left out")
            continue
        parameter = parameters[field]
        symbol = (isinstance(parameter, Number) and parameter.plain_symbol) or parameter.label.lower()
        default = (defaults or {}).get(field, getattr(owner, field))
        changed[field] = decode_value(f"{title}{symbol}", parameter, text, default, notes)
    return replace(owner, **changed)


def _note_unknown_names(given: Mapping[str, str], notes: list[str]) -> None:
    values = {link_name(field, parameter) for owner in (Lecture, View) for field, parameter in declared(owner).items()}
    known = {"page", "surface", CONTENDER, *values}
    unknown = [name for name in given if name not in known and not _is_contender(name)]
    if unknown:
        more = f" and {len(unknown) - 3} more" if len(unknown) > 3 else ""
        notes.append(f"Unknown, and left out: {', '.join(map(quoted, unknown[:3]))}{more}")
