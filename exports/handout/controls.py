"""What brings a handout to life (frontend/handout/): its controls, its link, and the words for how a path ended."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from lecture.caption import noise_in_words
from lecture.lecture import Contender, Lecture
from lecture.link.encode import CONTENDER, SURFACE, encode
from lecture.link.values import ITEM, PART, link_name
from lecture.race import Entry, is_noisy, race
from lecture.results import NOTED
from optimizers import Baseline, Optimizer, Schedule
from parameters import Number, Parameter, Switch, declared
from scenes.race import largest_known_batch
from scenes.sliders import stops, title
from scenes.terms import owners
from surfaces import DataSurface, Surface

COLUMNS = ("Optimizer", "Values", "Final loss", "Outcome")
"""Of the table of results."""

BATCH_SIZE = "batchSize"
"""What the terms of a contender call it (scenes/terms.py)."""

PAGE = "page"
"""The part of a link that is the page."""


def living(lecture: Lecture) -> dict[str, Any]:
    """Describe it as plain JSON.

    `query` is the link that changed values are written into, `groups` are the controls of every contender that takes
    part, `ground` those of the surface, `words` name an outcome by its key, `columns` those of the table, and `noise`
    says what makes gradients noisy. Everybody can take part if `open`; `locked` are the groups of controls that the
    link hides.
    """
    query = encode(lecture)
    parts = link_parts(query)
    entries = race(lecture)
    followed = {entry.contender.branch_of for entry in entries}
    in_branches = [entry.contender.slot in followed or bool(entry.followed) for entry in entries]
    groups = [
        contender_group(entry.contender, parts, rates_only=tied, largest_batch=largest_known_batch(lecture))
        for entry, tied in zip(entries, in_branches, strict=True)
    ]
    return {
        "query": query,
        "groups": groups,
        "ground": ground_group(lecture, parts),
        "words": {kind.key: kind.value for kind in NOTED},
        "columns": COLUMNS,
        "noise": "; ".join(noise_in_words(lecture)),
        # Only its own noise is known for a contender that has one.
        "open": lecture.same_noise or not is_noisy(lecture),
        "locked": [part for part in lecture.page.controls if lecture.view.hides(part)],
    }


def source_words(owner: Optimizer | Surface) -> str:
    """Say where a rule or a surface comes from."""
    return f"{owner.title}: {owner.source}."


def living_page(lecture: Lecture) -> dict[str, Any]:
    """Describe the controls of a page that its picture follows without a server, as plain JSON.

    `query` is the link, `words` are the page's part of it, and `values` the settings as they are handed out.
    """
    page, query = lecture.page, encode(lecture)
    words = link_parts(query)[PAGE].split(ITEM)
    found = [(parameter, fact) for parameter, fact in _facts(page, "terms", words) if fact["path"][1] in page.live]
    values = {field: getattr(page, field) for field in page.live}
    return {"query": query, "words": words, "values": values, **_by_kind(found)}


def link_parts(query: str) -> dict[str, str]:
    """The fields of a link by name."""
    return dict(part.split("=", 1) for part in query.split("&"))


def can_live(entries: Sequence[Entry]) -> bool:
    """Tell whether a browser can walk all paths: those of rules, not of baselines.

    A branch may have other rates and batches than whom it follows.
    """
    return not any(isinstance(e.contender.rule, Baseline) for e in entries) and all(
        _memory(one) == _memory(other) for e in entries for one, other in pairwise((e.contender, *e.followed))
    )


def _memory(contender: Contender) -> Optimizer:
    """Return what a path follows from beside its rates and batches."""
    return replace(contender.rule, learning_rate=1.0)


def contender_group(
    contender: Contender, parts: dict[str, str], *, rates_only: bool = False, largest_batch: int = 0
) -> dict[str, Any]:
    """Describe the controls of a contender, and its part of the link; `rates_only` for branches.

    Batches have a control where they are not larger than `largest_batch`.
    """
    part = f"{CONTENDER}{contender.slot}"
    words = parts[part].split(ITEM)
    found = [
        fact
        for owner, section in owners(contender)
        for fact in _facts(owner, section, words)
        if fact[1]["path"][-1] not in contender.derived
        and (not rates_only or isinstance(owner, Schedule) or fact[1]["path"][-1] == "learning_rate")
    ]
    return {"id": str(contender.slot), "words": words, **_by_kind([*found, *_batches(contender, words, largest_batch)])}


def _batches(contender: Contender, words: Sequence[str], largest: int) -> Iterator[tuple[Parameter, dict[str, Any]]]:
    """Describe the batch size of a contender, if there is one up to the largest."""
    parameter = declared(contender)["batch_size"]
    if contender.batch_size <= largest and isinstance(parameter, Number):
        name = link_name("batch_size", parameter)
        word = next(k for k, each in enumerate(words) if each.startswith(name + PART))
        yield replace(parameter, high=largest), {"path": (BATCH_SIZE,), "word": word, "name": name}


def ground_group(lecture: Lecture, parts: dict[str, str]) -> dict[str, Any]:
    """Describe the controls of the surface, and its part of the link; other data than it has cannot be drawn there."""
    words = parts[SURFACE].split(ITEM)
    facts = [] if isinstance(lecture.surface, DataSurface) else _facts(lecture.surface, "surfaceParameters", words)
    return {"words": words, **_by_kind(list(facts))}


def _by_kind(found: Sequence[tuple[Parameter, dict[str, Any]]]) -> dict[str, Any]:
    return {
        "numbers": [fact | _scale(parameter) for parameter, fact in found if isinstance(parameter, Number)],
        "switches": [
            fact | {"label": parameter.label, "help": parameter.help}
            for parameter, fact in found
            if isinstance(parameter, Switch)
        ],
    }


def _facts(owner: Any, section: str, words: Sequence[str]) -> Iterator[tuple[Parameter, dict[str, Any]]]:
    """Describe each number and each switch, with its place in the terms of the race and in the words of the link."""
    begun = words.index(owner.key)
    for field, parameter in declared(owner).items():
        if isinstance(parameter, Number | Switch):
            name = link_name(field, parameter)
            word = next(k for k in range(begun, len(words)) if words[k].startswith(name + PART))
            yield parameter, {"path": (section, field), "word": word, "name": name}


def _scale(parameter: Number) -> dict[str, Any]:
    return {
        "label": title(parameter),
        "symbol": parameter.plain_symbol or parameter.label,
        "help": parameter.hint,
        "low": parameter.low,
        "high": parameter.high,
        "span": parameter.slider_span,
        "step": parameter.step,
        "integer": parameter.integer,
        "stops": None if parameter.scale == "linear" else stops(parameter),
    }
