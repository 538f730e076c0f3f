"""Encoding a lecture as a query string."""

from collections.abc import Iterator
from typing import Any

from lecture.lecture import Contender, Lecture
from lecture.link.values import ITEM, PART, encode_value, link_name
from lecture.pages import Page
from parameters import declared

RARE = frozenset(
    {
        *("batch_size", "epoch_is_pass", "replacement"),
        *("branch_of", "branch_step"),
        *("sweep_up", "sweep_shows", "sweep_zoom"),
    }
)
"""Fields that say something on the loss of a data set alone, of branches, or of a sweep. A link has to be short, and
full batches and paths of one's own, which are the defaults for ever, go without saying."""

VERSION = 1
SURFACE = "surface"
CONTENDER = "c"
NOBODY = "none"
"""What a link says of contenders where there are none."""


def encode(lecture: Lecture) -> str:
    """The query string, without "?", that `decode` turns back into an equal lecture."""
    return "&".join(f"{name}={value}" for name, value in _pairs(lecture))


def encode_page(page: Page) -> str:
    """A page with its values, as the field `page` of a link has it."""
    return _items(page.key, *_values(page))


def _pairs(lecture: Lecture) -> Iterator[tuple[str, str]]:
    yield "v", str(VERSION)
    yield "page", encode_page(lecture.page)
    yield SURFACE, _items(lecture.surface.key, *_values(lecture.surface))
    yield from _named_values(lecture)
    for contender in lecture.contenders:
        yield f"{CONTENDER}{contender.slot}", _contender(contender)
    if not lecture.contenders:
        yield CONTENDER, NOBODY
    yield from _named_values(lecture.view)


def _contender(contender: Contender) -> str:
    rule, schedule = contender.rule, contender.schedule
    return _items(rule.key, *_values(contender), *_values(rule), schedule.key, *_values(schedule))


def _items(*items: str) -> str:
    return ITEM.join(items)


def _values(owner: Any) -> Iterator[str]:
    return (f"{name}{PART}{value}" for name, value in _named_values(owner))


def _named_values(owner: Any) -> Iterator[tuple[str, str]]:
    """Every declared value of a dataclass under its name in links."""
    for field, parameter in declared(owner).items():
        value = getattr(owner, field)
        if not (field in RARE and value == parameter.default):
            yield link_name(field, parameter), encode_value(parameter, value)
