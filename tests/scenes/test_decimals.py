"""Decimals: what is sent is what Python itself would print, whatever the number."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes import decimals

EXTREMES = [
    0.0,
    -0.0,
    np.inf,
    -np.inf,
    np.nan,
    5e-324,
    1.7976931348623157e308,
    999999.5,
    9.999995,
    1.0,
    0.1,
    1e22,
    1e23,
]


@given(st.lists(st.floats(), min_size=1, max_size=20))
def test_a_number_is_rounded_as_python_rounds_it(values: list[float]):
    rounded = [float(f"{value:.{decimals.DIGITS - 1}e}") for value in values]
    assert np.array_equal(decimals.decode(decimals.encode(np.array(values))), rounded, equal_nan=True)


@pytest.mark.parametrize("value", EXTREMES)
def test_extremes(value: float):
    rounded = [float(f"{value:.{decimals.DIGITS - 1}e}")]
    assert np.array_equal(decimals.decode(decimals.encode(np.array([value]))), rounded, equal_nan=True)


def test_shapes_are_kept():
    for shape in [(), (0,), (2, 3), (2, 0)]:
        codes = decimals.encode(np.zeros(shape))
        assert codes.codes.dtype == np.int32
        assert codes.codes.shape == decimals.decode(codes).shape == shape


def test_arrays_of_any_shapes_are_encoded_at_once() -> None:
    arrays = {"a": np.array([[1.5, -2.0], [np.inf, np.nan]]), "b": np.array(3.0), "none": np.zeros((0, 2))}
    encoded = decimals.encode_all(arrays)
    assert encoded.keys() == arrays.keys()
    for name, array in arrays.items():
        assert encoded[name].codes.tobytes() == decimals.encode(array).codes.tobytes()
        assert encoded[name].codes.shape == array.shape
