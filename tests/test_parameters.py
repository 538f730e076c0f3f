"""Declared values: what each kind accepts and says, and what every declaration of the project has to say."""

import math
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lecture import Contender, Lecture, View
from lecture.pages import PAGES
from optimizers import BASELINES, MISTAKES, OPTIMIZERS, SCHEDULES, Noisy
from parameters import (
    Choice,
    Choices,
    Number,
    Numbers,
    Switch,
    Text,
    choice,
    choices,
    choose,
    declared,
    format_number,
    number,
    numbers,
    switch,
    text,
    validate,
)
from surfaces import SURFACES, Formula
from tests.strategies import values
from tests.written_numbers import read_number

REGISTRIES = (SURFACES, OPTIMIZERS, BASELINES, MISTAKES, SCHEDULES, PAGES)
FAMILIES: list[Any] = [family for registry in REGISTRIES for family in registry.values()]
FAMILIES += [Noisy, Contender, Lecture, View]
every_family = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)

REQUIRED: dict[Any, dict[str, Any]] = {
    Contender: {"rule": OPTIMIZERS["sgd"]()},
    Lecture: {"surface": SURFACES["bowl"](), "start": (0.0, 0.0), "contenders": ()},
}
"""What has no default."""

BESIDE: dict[Any, dict[str, Any]] = {
    (Contender, "branch_step"): {"branch_of": 1},
    (Formula, "b"): {"expression": "b*x"},
    (Formula, "c"): {"expression": "c*x"},
}
"""What a value says nothing without."""

UNDECLARED = {
    Noisy: {"seed"},
    Contender: {"rule", "schedule", "slot"},
    Lecture: {"surface", "contenders", "page", "view"},
}
"""The fields that are no parameters: parts with declarations of their own, and those that nobody sets by hand."""


def made(family: Any, **given: Any) -> Any:
    """An instance with these values, with what they say nothing without, and with the defaults of all others."""
    beside = {key: value for name in given for key, value in BESIDE.get((family, name), {}).items()}
    return family(**REQUIRED.get(family, {}) | beside | given)


class Corner(NamedTuple):
    """A value that is made from two numbers."""

    x: float
    y: float


@dataclass(frozen=True)
class Oven:
    """Something with a parameter of every kind, and a field that is no parameter."""

    heat: float = number(180.0, 50.0, 250.0, label="Heat", help="How hot.", unit="degrees", slider=(100.0, 200.0))
    trays: int = number(1, 1, 4, label="Trays", help="How many.", step=1)
    timer: int | None = number(None, 1, 90, label="Timer", help="When it ends.", none="never")
    fan: bool = switch(True, label="Fan", help="Moves the air.")
    program: str = choice(("both", "top"), label="Program", help="Where the heat is.")
    racks: frozenset[str] = choices(("low", "high"), label="Racks", help="Which are in.", empty="nothing")
    cook: str = text("Ada", pattern="[A-Z][a-z]+", longest=5, label="Cook", help="Who.", meaning="a name")
    corner: Corner = numbers(
        Corner(0.0, 1.0), low=-9.0, high=9.0, shape=(2,), make=Corner, label="Corner", help="Where.", meaning="a corner"
    )
    spans: tuple[tuple[float, float], ...] | None = numbers(
        None,
        low=0.0,
        high=5.0,
        shape=(3, 2),
        increasing=True,
        label="Spans",
        help="When.",
        meaning="three spans",
        none="always",
    )
    name: str = "oven"

    def __post_init__(self) -> None:
        validate(self)


NUMBERS = [
    pytest.param(family, name, id=f"{family.__name__}-{name}")
    for family in FAMILIES
    for name, parameter in declared(family).items()
    if isinstance(parameter, Number)
]


def declared_number(family: Any, name: str) -> Number:
    parameter = declared(family)[name]
    assert isinstance(parameter, Number)
    return parameter


def declared_numbers(name: str) -> Numbers:
    parameter = declared(Oven)[name]
    assert isinstance(parameter, Numbers)
    return parameter


def test_declarations_are_read_in_their_order_from_class_and_instance() -> None:
    kinds = {name: type(parameter) for name, parameter in declared(Oven).items()}
    assert list(kinds.items()) == [
        ("heat", Number),
        ("trays", Number),
        ("timer", Number),
        ("fan", Switch),
        ("program", Choice),
        ("racks", Choices),
        ("cook", Text),
        ("corner", Numbers),
        ("spans", Numbers),
    ]
    assert declared(Oven()) == declared(Oven)
    assert declared_number(Oven, "heat").label == "Heat"


def test_defaults_are_declared_once() -> None:
    assert Oven() == Oven(180.0, 1, None, True, "both", frozenset(), "Ada", Corner(0.0, 1.0), None)


def test_a_hint_is_the_help_with_the_unit() -> None:
    assert declared_number(Oven, "heat").hint == "How hot. Unit: degrees."
    assert declared_number(Oven, "trays").hint == "How many."


def test_a_slider_spans_its_part_of_the_range() -> None:
    assert declared_number(Oven, "heat").slider_span == (100.0, 200.0)
    assert declared_number(Oven, "trays").slider_span == (1, 4)


def test_a_whole_number_is_one_with_a_whole_default() -> None:
    assert declared_number(Oven, "trays").integer
    assert not declared_number(Oven, "heat").integer


@pytest.mark.parametrize(
    "accepted",
    [
        {"heat": 50.0},
        {"heat": 250.0},
        {"heat": 100},
        {"heat": np.float64(99.5)},
        {"heat": np.array((50.0, 250.0))},
        {"trays": 4},
        {"trays": 2.0},
        {"trays": np.array((1, 2, 4))},
        {"timer": None},
        {"timer": 90},
        {"fan": False},
        {"program": "top"},
        {"racks": frozenset()},
        {"racks": frozenset({"low"})},
        {"cook": "Grace"},
        {"corner": Corner(-9.0, 9.0)},
        {"corner": (1, 2)},
        {"spans": None},
        {"spans": ((0.0, 1.0), (4.0, 5.0), (0.0, 5.0))},
    ],
    ids=str,
)
def test_what_is_in_range_is_accepted(accepted: dict[str, Any]) -> None:
    ((name, value),) = accepted.items()
    assert np.all(getattr(Oven(**accepted), name) == value)


@pytest.mark.parametrize(
    ("refused", "wanted"),
    [
        ({"heat": 49.9}, "heat must be a number from 50 to 250"),
        ({"heat": 251}, "heat must be a number from 50 to 250"),
        ({"heat": math.nan}, "heat must be a number from 50 to 250"),
        ({"heat": math.inf}, "heat must be a number from 50 to 250"),
        ({"heat": "hot"}, "heat must be a number from 50 to 250"),
        ({"heat": None}, "heat must be a number from 50 to 250"),
        ({"heat": [60.0, 70.0]}, "heat must be a number from 50 to 250"),
        ({"heat": np.array((60.0, 300.0))}, "heat must be a number from 50 to 250"),
        ({"heat": np.array((60.0, math.nan))}, "heat must be a number from 50 to 250"),
        ({"trays": 0}, "trays must be a whole number from 1 to 4"),
        ({"trays": 1.5}, "trays must be a whole number from 1 to 4"),
        ({"trays": np.array((1.0, 2.5))}, "trays must be a whole number from 1 to 4"),
        ({"fan": 1}, "fan must be True or False"),
        ({"fan": "yes"}, "fan must be True or False"),
        ({"timer": 0}, "timer must be None or a whole number from 1 to 90"),
        ({"program": "side"}, "program must be one of both, top"),
        ({"program": None}, "program must be one of both, top"),
        ({"program": ("both",)}, "program must be one of both, top"),
        ({"racks": frozenset({"attic"})}, "racks must be a frozenset of any of low, high"),
        ({"racks": ("low",)}, "racks must be a frozenset of any of low, high"),
        ({"cook": ""}, "cook must be a name"),
        ({"cook": "Ada\n"}, "cook must be a name"),
        ({"cook": "Adaada"}, "cook must be a name"),
        ({"cook": None}, "cook must be a name"),
        ({"corner": (1.0,)}, "corner must be a corner, each a number from -9 to 9"),
        ({"corner": (1.0, 2.0, 3.0)}, "corner must be a corner, each a number from -9 to 9"),
        ({"corner": [1.0, 2.0]}, "corner must be a corner, each a number from -9 to 9"),
        ({"corner": (1.0, 9.5)}, "corner must be a corner, each a number from -9 to 9"),
        ({"corner": (math.nan, 1.0)}, "corner must be a corner, each a number from -9 to 9"),
        ({"corner": ((1.0, 2.0), (1.0, 2.0))}, "corner must be a corner, each a number from -9 to 9"),
        ({"corner": None}, "corner must be a corner, each a number from -9 to 9"),
        ({"spans": ((0.0, 1.0), (0.0, 1.0))}, "spans must be None or three spans, each a number from 0 to 5"),
        ({"spans": ((0.0, 1.0), (0.0, 1.0), (2.0,))}, "spans must be None or three spans, each a number from 0 to 5"),
        (
            {"spans": ((0.0, 1.0), (0.0, 1.0), (2.0, 2.0))},
            "spans must be None or three spans, each a number from 0 to 5",
        ),
        ({"spans": (0.0, 1.0, 2.0)}, "spans must be None or three spans, each a number from 0 to 5"),
    ],
    ids=str,
)
def test_a_fault_is_a_sentence_with_object_field_range_and_value(refused: dict[str, Any], wanted: str) -> None:
    ((_, value),) = refused.items()
    with pytest.raises(ValueError, match="Oven") as raised:
        Oven(**refused)
    assert str(raised.value) == f"Oven: {wanted}, but {value!r} was given."


@pytest.mark.parametrize(
    ("name", "value", "flat"),
    [
        ("corner", Corner(1.0, 2.0), (1.0, 2.0)),
        ("spans", ((0.0, 1.0), (2.0, 3.0), (4.0, 5.0)), (0.0, 1.0, 2.0, 3.0, 4.0, 5.0)),
    ],
)
def test_numbers_are_laid_flat_and_made_again(name: str, value: Any, flat: tuple[float, ...]) -> None:
    parameter = declared_numbers(name)
    assert parameter.flat(value) == flat
    assert parameter.count == len(flat)
    again = parameter.from_flat(flat)
    assert again == value
    assert type(again) is type(value)


def test_each_of_several_numbers_has_their_range() -> None:
    each = declared_numbers("spans").each
    assert (each.label, each.low, each.high) == ("Spans", 0.0, 5.0)
    assert each.accepts(5.0)
    assert not each.accepts(5.1)


def test_choosing_gives_the_entry_or_a_sentence_with_the_names() -> None:
    registry = {"gas": 1, "electric": 2}
    assert choose(registry, "gas", "oven") == 1
    with pytest.raises(ValueError, match="steam") as raised:
        choose(registry, "steam", "oven")
    assert str(raised.value) == "There is no oven called 'steam'; the names are: gas, electric."


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (0.1, 6, "0.1"),
        (-4.0, 6, "−4"),
        (1e-8, 6, "10⁻⁸"),
        (1.5e300, 6, "1.5\xa0·\xa010³⁰⁰"),
        (-2.5e-12, 3, "−2.5\xa0·\xa010⁻¹²"),
        (-1e-6, 3, "−10⁻⁶"),
        (0.001251, 4, "0.001251"),
        (0.0001251, 4, "1.251\xa0·\xa010⁻⁴"),
        (12345.0, 4, "1.234\xa0·\xa010⁴"),
        (9999.6, 4, "10⁴"),
        (4294967295, 6, "4294967295"),
        (-0.0, 6, "0"),
        (3.14159265, 3, "3.14"),
        (0.0, 6, "0"),
        (math.inf, 6, "∞"),
        (-math.inf, 6, "−∞"),
        (math.nan, 6, "not a number"),
    ],
)
def test_a_number_is_short_and_has_a_true_minus(value: float, digits: int, written: str) -> None:
    assert format_number(value, digits) == written


@given(value=st.floats(allow_nan=False, allow_infinity=False), digits=st.integers(1, 15))
def test_a_number_reads_back_as_the_rounded_number(value: float, digits: int) -> None:
    assert read_number(format_number(value, digits)) == float(f"{value:.{digits}g}")


@every_family
def test_what_is_chosen_does_not_change(family: Any) -> None:
    chosen = made(family)
    for field in fields(chosen):
        with pytest.raises(FrozenInstanceError):
            setattr(chosen, field.name, getattr(chosen, field.name))


@every_family
def test_every_field_is_declared_with_its_default(family: Any) -> None:
    defaults = {field.name: field.default for field in fields(family)}
    parameters = declared(family)
    assert defaults.keys() - UNDECLARED.get(family, set()) == parameters.keys()
    for name, parameter in parameters.items():
        # A default of None that the parameter itself would refuse means that there is none.
        has_default = parameter.default is not None or parameter.none
        assert defaults[name] == (parameter.default if has_default else MISSING)
        assert not has_default or parameter.fault(parameter.default) is None


@every_family
def test_every_parameter_has_a_label_and_a_line_of_help(family: Any) -> None:
    labels = [parameter.label for parameter in declared(family).values()]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    assert all(parameter.help.endswith(".") and "\n" not in parameter.help for parameter in declared(family).values())


@every_family
def test_symbols_are_distinct(family: Any) -> None:
    every = [parameter for parameter in declared(family).values() if isinstance(parameter, Number)]
    shown = [n for n in every if n.symbol or n.plain_symbol]
    assert len({n.symbol for n in shown}) == len({n.plain_symbol for n in shown}) == len(shown)
    assert all(n.symbol and n.plain_symbol for n in shown)
    # The player shows the numbers of a view, and where a branch begins, in its own way; every other number has a slider
    # with its symbol.
    assert shown == [n for n in every if family is not View and n.link not in ("of", "from")]


@pytest.mark.parametrize(("family", "name"), NUMBERS)
def test_a_range_contains_its_slider_and_the_slider_its_default(family: Any, name: str) -> None:
    parameter = declared_number(family, name)
    low, high = parameter.slider_span
    assert parameter.low <= low < high <= parameter.high
    assert parameter.none if parameter.default is None else low <= parameter.default <= high
    assert 0.0 < parameter.step <= high - low
    # On a logarithmic scale nothing is at 0, on the scale of the distance to 1 nothing is at 1.
    assert parameter.scale != "log" or parameter.low > 0.0
    assert parameter.scale != "complement" or parameter.high < 1.0


@pytest.mark.parametrize(("family", "name"), NUMBERS)
def test_the_ends_of_a_range_are_in_it_and_what_lies_beyond_is_refused(family: Any, name: str) -> None:
    parameter = declared_number(family, name)
    for inside in (parameter.low, parameter.high):
        assert getattr(made(family, **{name: inside}), name) == inside
    if parameter.none:
        assert getattr(made(family, **{name: None}), name) is None
    below, above = math.nextafter(parameter.low, -math.inf), math.nextafter(parameter.high, math.inf)
    for outside in (below, above, math.nan, math.inf, "1", *([] if parameter.none else [None])):
        words = f"^{family.__name__}: {name} must be {'None or ' if parameter.none else ''}a .*number from"
        with pytest.raises(ValueError, match=words) as raised:
            made(family, **{name: outside})
        assert f"{parameter.low:g} to {parameter.high:g}, but {outside!r} was given." in str(raised.value)


@every_family
@given(data=st.data())
def test_a_value_that_is_drawn_from_a_declaration_is_accepted(family: Any, data: st.DataObject) -> None:
    for name, parameter in declared(family).items():
        value = data.draw(values(parameter), label=name)
        assert getattr(made(family, **{name: value}), name) == value


@pytest.mark.parametrize(
    ("value", "words"), [(0.5, "0.5"), (0.9, "0.9"), (0.987654321, "0.98765"), (0.99999, "0.99999"), (1.0, "1")]
)
def test_a_value_near_1_is_never_written_as_1(value: float, words: str):
    near = Number(label="β", help="", default=0.9, low=0.0, high=1.0, scale="complement")
    assert near.written(value) == words
