"""Names, values and disclosures."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from lecture import Contender, added, opening
from lecture.wording import (
    distinctions,
    labels,
    misfits,
    outside,
    place,
    summary,
    taking_part,
    unequal_rates,
    values_in_words,
)
from optimizers import OPTIMIZERS, SCHEDULES
from optimizers.adam import Adam
from optimizers.momentum import Momentum
from optimizers.schedules.cosine import WarmupCosine
from optimizers.schedules.epochs import Exponential
from optimizers.schedules.warmup_stable_decay import WarmupStableDecay
from parameters import choice, choices, number, numbers, switch, text
from surfaces import SURFACES
from tests.eights import eights


def _contenders(*rules: object) -> list[Contender]:
    return [Contender(rule, slot=slot) for slot, rule in enumerate(rules)]  # type: ignore[arg-type]


def test_a_rule_that_takes_part_once_goes_by_its_title() -> None:
    for some in eights(OPTIMIZERS.values()):
        assert labels(_contenders(*(rule() for rule in some))) == tuple(rule.title for rule in some)


def test_a_rule_that_takes_part_twice_is_told_apart_by_what_differs() -> None:
    twins = _contenders(Momentum(beta1=0.5), Momentum(beta1=0.9), Adam(), Adam(bias_correction=False))
    assert labels(twins) == (
        "Momentum, β₁ 0.5",
        "Momentum, β₁ 0.9",
        "Adam, with bias correction",
        "Adam, without bias correction",
    )


def test_schedules_and_starts_tell_contenders_apart_too() -> None:
    constant, decaying = _contenders(OPTIMIZERS["sgd"](), OPTIMIZERS["sgd"]())
    decaying = replace(decaying, schedule=SCHEDULES["inverse-time"](), start=(1.0, -2.5))
    assert labels([constant, decaying]) == (
        "SGD, constant, from the common start",
        "SGD, inverse time, from (1, −2.5)",
    )


def test_the_values_of_a_schedule_tell_apart_who_runs_under_it() -> None:
    contenders = _contenders(*[OPTIMIZERS["sgd"]()] * 3)
    cosine: Any = SCHEDULES["cosine"]
    schedules = [cosine(horizon=horizon) for horizon in (100, 300)]
    chosen = [replace(c, schedule=s) for c, s in zip(contenders, [*schedules, SCHEDULES["constant"]()], strict=True)]
    assert labels(chosen) == ("SGD, cosine, H 100", "SGD, cosine, H 300", "SGD, constant")


def test_equal_contenders_are_numbered() -> None:
    assert labels(_contenders(OPTIMIZERS["sgd"](), OPTIMIZERS["sgd"]())) == ("SGD #1", "SGD #2")


def test_every_label_is_unique_for_any_mixture() -> None:
    lecture = opening(SURFACES["bowl"]())
    for rule in ("adam", "sgd", "adam", "adam"):
        lecture = added(lecture, rule)
    assert len(set(labels(lecture.contenders))) == len(lecture.contenders)


def test_a_contender_that_sits_out_keeps_its_part_in_the_labels() -> None:
    off, on = _contenders(Momentum(beta1=0.5), Momentum(beta1=0.9))
    assert taking_part([replace(off, active=False), on]) == [("Momentum, β₁ 0.9", on)]


def test_what_tells_twins_apart_follows_the_title_of_their_rule() -> None:
    contenders = _contenders(Momentum(beta1=0.5), Adam(), Momentum(beta1=0.9))
    assert distinctions(contenders) == (", β₁ 0.5", "", ", β₁ 0.9")
    assert distinctions(_contenders(Adam(), Adam())) == (" #1", " #2")


def test_names_are_short_and_none_hides_how_near_to_1_a_value_is() -> None:
    twins = _contenders(Adam(learning_rate=0.0316228, beta2=0.99999), Adam(learning_rate=0.1, beta2=0.999))
    assert labels(twins) == ("Adam, α 0.03162, β₂ 0.99999", "Adam, α 0.1, β₂ 0.999")


def test_a_summary_has_every_number_and_whatever_is_unusual() -> None:
    (contender,) = _contenders(OPTIMIZERS["adam"](learning_rate=0.2))
    assert summary(contender) == "α 0.2, β₁ 0.9, β₂ 0.999, ε 10⁻⁸"
    unusual = replace(
        contender,
        rule=Adam(bias_correction=False),
        schedule=SCHEDULES["cosine"](),
        start=(0.0, 1.0),
    )
    assert summary(unusual) == "α 0.001, β₁ 0.9, β₂ 0.999, ε 10⁻⁸, without bias correction, cosine, from (0, 1)"


def test_a_schedule_is_in_the_summary_whatever_its_values() -> None:
    plain = Contender(OPTIMIZERS["sgd"](learning_rate=0.1))
    assert summary(plain) == "α 0.1"
    assert summary(replace(plain, schedule=Exponential(factor=1.0))) == "α 0.1, exponential"


@dataclass(frozen=True)
class Kitchen:
    """Something with a value of every kind."""

    heat: float = number(180.0, 50.0, 250.0, label="Heat", help="How hot.", plain_symbol="h")
    fan: bool = switch(True, label="Fan", help="Moves the air.")
    light: bool = switch(False, label="Light", help="Shows the cake.")
    program: str = choice(("top", "bottom"), label="Program", help="Where the heat is.")
    racks: frozenset[str] = choices(("low", "high", "side"), label="Racks", help="Which are in.", empty="nothing")
    cook: str | None = text(
        "Ada", pattern="[A-Za-z]+", longest=9, label="Cook", help="Who.", meaning="a name", none="-"
    )
    place: tuple[float, float] = numbers(
        (-1.0, 2.5), low=-9.0, high=9.0, shape=(2,), label="Place", help="Where.", meaning="two numbers"
    )


def test_a_value_of_every_kind_has_its_words() -> None:
    assert list(values_in_words(Kitchen(racks=frozenset({"side", "low"}))).values()) == [
        "h 180",
        "with fan",
        "without light",
        "program top",
        "racks low and side",
        "cook Ada",
        "place (−1, 2.5)",
    ]
    words = values_in_words(Kitchen(cook=None))
    assert (words["racks"], words["cook"]) == ("racks nothing", "cook -")


def test_unequal_rates_are_disclosed_and_equal_ones_are_not() -> None:
    lecture = opening(SURFACES["bowl"]())
    words = unequal_rates(lecture)
    assert words == "The optimizers use different α: SGD 0.098, Momentum 0.3, RMSprop 0.05, Adam 0.2."
    equal = [replace(c, rule=replace(c.rule, learning_rate=0.1)) for c in lecture.contenders]
    assert unequal_rates(replace(lecture, contenders=tuple(equal))) is None
    one_off = [replace(c, active=c.slot < 1) for c in lecture.contenders]
    assert unequal_rates(replace(lecture, contenders=tuple(one_off))) is None


def test_a_start_outside_the_map_is_said() -> None:
    lecture = opening(SURFACES["bowl"]())
    assert outside(lecture) is None
    assert outside(replace(lecture, start=(9.0, 0.0))) == "The start (9, 0) lies outside the map."
    own = replace(lecture.contenders[0], start=(0.0, -7.0))
    words = outside(replace(lecture, contenders=(own, *lecture.contenders[1:])))
    assert words == "The start (0, −7) lies outside the map."


@pytest.mark.parametrize(("point", "words"), [((-4.0, 1.5), "(−4, 1.5)"), ((1e-9, 0.1234567), "(10⁻⁹, 0.1235)")])
def test_a_point_in_words(point: tuple[float, float], words: str) -> None:
    assert place(point) == words


def test_a_schedule_whose_parts_do_not_fit_is_explained_and_still_runs() -> None:
    fits, overlaps = WarmupStableDecay(20, 200, 40), WarmupStableDecay(warmup=150, horizon=200, decay=100)
    lecture = opening(SURFACES["bowl"]())
    first, *others = lecture.contenders
    assert misfits(lecture) is None
    assert misfits(replace(lecture, contenders=(replace(first, schedule=fits), *others))) is None
    words = misfits(replace(lecture, contenders=(replace(first, schedule=overlaps), *others)))
    assert words is not None
    assert words.startswith("SGD: warm-up 150 and decay 100 are longer together than the horizon 200")
    too_long = WarmupCosine(warmup=300, horizon=200)
    assert "warm-up 300" in str(misfits(replace(lecture, contenders=(replace(first, schedule=too_long),))))
    assert float(overlaps.rate(1.0, 200)) == pytest.approx(0.01)
    assert float(overlaps.rate(1.0, 201)) == 0.0
