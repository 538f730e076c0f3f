"""Numbers and switches: what they accept, what they say, and what every declaration of the project has to say."""

import math
from dataclasses import FrozenInstanceError, dataclass, fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, SCHEDULES
from parameters import Number, Switch, choose, declared, format_number, number, switch, validate
from surfaces import SURFACES
from tests.strategies import values

FAMILIES = [*SURFACES.values(), *OPTIMIZERS.values(), *SCHEDULES.values()]
every_family = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)


@dataclass(frozen=True)
class Oven:
    """Something with two numbers, a switch, and a field that is no parameter."""

    heat: float = number(
        180.0, 50.0, 250.0, label="Heat", help="How hot.", symbol="h", plain_symbol="h", slider=(100.0, 200.0)
    )
    trays: int = number(1, 1, 4, label="Trays", help="How many.", symbol="n", plain_symbol="n", step=1)
    fan: bool = switch(True, label="Fan", help="Moves the air.")
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


def test_declarations_are_read_in_their_order_from_class_and_instance() -> None:
    assert list(declared(Oven)) == ["heat", "trays", "fan"]
    assert declared(Oven()) == declared(Oven)
    assert declared_number(Oven, "heat").label == "Heat"
    assert isinstance(declared(Oven)["fan"], Switch)


def test_defaults_are_declared_once() -> None:
    assert Oven() == Oven(heat=180.0, trays=1, fan=True)


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
        {"fan": False},
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
    ],
    ids=str,
)
def test_a_fault_is_a_sentence_with_object_field_range_and_value(refused: dict[str, Any], wanted: str) -> None:
    ((_, value),) = refused.items()
    with pytest.raises(ValueError, match="Oven") as raised:
        Oven(**refused)
    assert str(raised.value) == f"Oven: {wanted}, but {value!r} was given."


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
        (1e-8, 6, "1e−8"),
        (1.5e300, 6, "1.5e300"),
        (-2.5e-12, 3, "−2.5e−12"),
        (3.14159265, 3, "3.14"),
        (0.0, 6, "0"),
        (math.inf, 6, "inf"),
        (-math.inf, 6, "−inf"),
        (math.nan, 6, "nan"),
    ],
)
def test_a_number_is_short_and_has_a_true_minus(value: float, digits: int, written: str) -> None:
    assert format_number(value, digits) == written


@given(value=st.floats(allow_nan=False, allow_infinity=False), digits=st.integers(1, 15))
def test_a_number_reads_back_as_the_rounded_number(value: float, digits: int) -> None:
    assert float(format_number(value, digits).replace("−", "-")) == float(f"{value:.{digits}g}")


@every_family
def test_what_is_chosen_does_not_change(family: Any) -> None:
    chosen = family()
    for field in fields(chosen):
        with pytest.raises(FrozenInstanceError):
            setattr(chosen, field.name, getattr(chosen, field.name))


@every_family
def test_every_field_is_declared_with_its_default(family: Any) -> None:
    assert {f.name: f.default for f in fields(family)} == {n: p.default for n, p in declared(family).items()}


@every_family
def test_every_parameter_has_a_label_and_a_line_of_help(family: Any) -> None:
    labels = [parameter.label for parameter in declared(family).values()]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    assert all(parameter.help.endswith(".") and "\n" not in parameter.help for parameter in declared(family).values())


@every_family
def test_symbols_are_distinct(family: Any) -> None:
    numbers = [parameter for parameter in declared(family).values() if isinstance(parameter, Number)]
    assert len({n.symbol for n in numbers}) == len({n.plain_symbol for n in numbers}) == len(numbers)
    assert all(n.symbol and n.plain_symbol for n in numbers)


@pytest.mark.parametrize(("family", "name"), NUMBERS)
def test_a_range_contains_its_slider_and_the_slider_its_default(family: Any, name: str) -> None:
    parameter = declared_number(family, name)
    low, high = parameter.slider_span
    assert parameter.low <= low < high <= parameter.high
    assert parameter.default is not None
    assert low <= parameter.default <= high
    assert 0.0 < parameter.step <= high - low
    # On a logarithmic scale nothing is at 0, on the scale of the distance to 1 nothing is at 1.
    assert parameter.scale != "log" or parameter.low > 0.0
    assert parameter.scale != "complement" or parameter.high < 1.0


@pytest.mark.parametrize(("family", "name"), NUMBERS)
def test_the_ends_of_a_range_are_in_it_and_what_lies_beyond_is_refused(family: Any, name: str) -> None:
    parameter = declared_number(family, name)
    for inside in (parameter.low, parameter.high):
        assert getattr(family(**{name: inside}), name) == inside
    below, above = np.nextafter(parameter.low, -math.inf), np.nextafter(parameter.high, math.inf)
    for outside in (below, above, math.nan, math.inf, "1", None):
        with pytest.raises(ValueError, match=f"^{family.__name__}: {name} must be a .*number from") as raised:
            family(**{name: outside})
        assert f"{parameter.low:g} to {parameter.high:g}, but {outside!r} was given." in str(raised.value)


@every_family
@given(data=st.data())
def test_a_value_that_is_drawn_from_a_declaration_is_accepted(family: Any, data: st.DataObject) -> None:
    for name, parameter in declared(family).items():
        value = data.draw(values(parameter), label=name)
        assert getattr(family(**{name: value}), name) == value
