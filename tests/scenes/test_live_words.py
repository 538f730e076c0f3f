"""Names and values that the browser words while a hand moves: those that Python writes for the same values."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lecture import Contender, Lecture, opening
from lecture.wording import labels, summary
from optimizers import MISTAKES, OPTIMIZERS, SCHEDULES
from optimizers.adam import Adam
from parameters import Number, Switch, declared
from scenes.live_words import live_words
from scenes.terms import terms
from surfaces import SURFACES
from tests.eights import eights
from tests.tracing.deno import answers

WORDS = Path("frontend/data/words.js").resolve()
MODULE = f"""
import {{ worded }} from "{WORDS.as_uri()}";
export const wordAll = ({{ cases }}) => cases.map(([parts, terms]) => worded(parts, terms));
"""


def moved(owner: Any, share: float) -> Any:
    """The same with every number at a share of its range, and every switch the other way."""
    values: dict[str, Any] = {}
    for field, parameter in declared(owner).items():
        if isinstance(parameter, Number):
            value = parameter.low + (parameter.high - parameter.low) * share
            values[field] = round(value) if parameter.integer else value
        elif isinstance(parameter, Switch):
            values[field] = not getattr(owner, field)
    return replace(owner, **values)


def told(lecture: Lecture, then: Lecture, tmp_path: Path) -> list[list[str]]:
    """What the browser says of each contender, from the words of a lecture and the terms of a later one."""
    words = live_words(lecture)
    cases = [
        (parts, terms(after))
        for before, after in zip(lecture.contenders, then.contenders, strict=True)
        for parts in (words[before.slot]["label"], words[before.slot]["summary"])
    ]
    (found,) = answers(MODULE, [("wordAll", {"cases": cases})], tmp_path)
    return [found[k : k + 2] for k in range(0, len(found), 2)]


def written(lecture: Lecture) -> list[list[str]]:
    """What Python writes of each contender."""
    names = labels(lecture.contenders)
    return [[name, summary(contender)] for name, contender in zip(names, lecture.contenders, strict=True)]


@pytest.mark.parametrize("share", [1 / 7, 0.99995, 1.0])
def test_values_of_every_rule_are_worded_as_python_words_them(tmp_path: Path, share: float) -> None:
    bowl = opening(SURFACES["bowl"]())
    for rules in eights({**OPTIMIZERS, **MISTAKES}.values()):
        before = [Contender(rule(), slot=slot) for slot, rule in enumerate(rules)]
        after = [replace(contender, rule=moved(contender.rule, share)) for contender in before]
        lecture, then = (replace(bowl, contenders=tuple(each)) for each in (before, after))
        assert told(lecture, then, tmp_path) == written(then)


def test_names_of_twins_follow_what_tells_them_apart(tmp_path: Path) -> None:
    sgd, cosine = OPTIMIZERS["sgd"], SCHEDULES["cosine"]
    before = [
        Contender(sgd(), cosine(), slot=0),
        Contender(sgd(learning_rate=0.2), replace(cosine(), horizon=7), start=(1.0, -2.5), slot=1, batch_size=8),
        Contender(Adam(), slot=2),
        Contender(Adam(bias_correction=False), slot=3, batch_size=32),
    ]
    after = [
        replace(before[0], rule=sgd(learning_rate=1e-4), batch_size=2000, schedule=replace(cosine(), horizon=31)),
        replace(before[1], start=(0.123456789, 2.0), batch_size=16),
        replace(before[2], batch_size=1),
        before[3],
    ]
    data = opening(SURFACES["regression"]())
    lecture, then = (replace(data, contenders=tuple(each)) for each in (before, after))
    assert told(lecture, then, tmp_path) == written(then)


def test_a_name_that_a_number_tells_apart_stays() -> None:
    equal = tuple(Contender(OPTIMIZERS["sgd"](), slot=slot) for slot in range(2))
    words = live_words(replace(opening(SURFACES["bowl"]()), contenders=equal))
    assert [words[slot]["label"] for slot in range(2)] == [None, None]
