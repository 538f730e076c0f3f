"""Pasted numbers: however they are separated, and a sentence for what cannot be shown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lecture.pages.averages import MAX_DAYS
from lecture.pasted import read_numbers, written


@pytest.mark.parametrize(
    "text", ["1 2.5 -3", "1\n2.5\n-3\n", "1,2.5,-3", "1, 2.5, -3", "1; 2.5;\n\n −3 ;", "\ufeff1\t2.5\r\n-3"]
)
def test_numbers_may_be_separated_in_several_ways(text: str) -> None:
    assert read_numbers(text) == ((1.0,), (2.5,), (-3.0,))


@given(st.lists(st.tuples(st.floats(-1e12, 1e12)), min_size=1, max_size=40).map(tuple))
def test_what_is_written_is_read_back(rows: tuple[tuple[float, ...], ...]) -> None:
    assert read_numbers(written(rows)) == rows


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There are no numbers in the text."),
        (" ;,\n", "There are no numbers in the text."),
        ("1 2\n3, four\nfive", "Line 2: “four” is not a number."),
        ("1\n\nnan", "Line 3: “nan” is not a number."),
        ("1_000", "Line 1: “1?000” is not a number."),
        ("1\n2 -inf", "Line 2: “-inf” is not finite, and its average would not be either."),
        ("1e999", "Line 1: “1e999” is not finite, and its average would not be either."),
        ("3\n4,2\n5,1", "Line 2: “4,2” may be one number or two: write “4.2”, or a blank after the comma."),
        ("0,5; -0,25", "Line 1: “0,5” may be one number or two: write “0.5”, or a blank after the comma."),
        ("3\n1e13", "Line 2: “1e13” is beyond ±10¹²."),
        ("1\n" * (MAX_DAYS + 1), "There are 10,001 numbers in the text, and no more than 10,000 can be shown."),
    ],
)
def test_what_cannot_be_shown_is_named(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        read_numbers(text)


def test_a_list_tells_that_its_commas_divide() -> None:
    assert read_numbers("1,2,3\n4,5") == tuple((float(number),) for number in (1, 2, 3, 4, 5))


def test_as_many_as_can_be_shown_are_read() -> None:
    assert len(read_numbers("1;" * MAX_DAYS)) == MAX_DAYS
