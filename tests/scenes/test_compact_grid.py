"""A compact surface is smaller and reads the same."""

from decimal import ROUND_HALF_UP, Context, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.blobs import blob_id, surface_blob, unpack
from scenes.compact_grid import compact_grid, rounded
from scenes.levels import height_on
from surfaces import SURFACES

JAVASCRIPT = Context(prec=4, rounding=ROUND_HALF_UP)


def shown(value: float) -> Decimal:
    """Four digits as JavaScript gives them."""
    return JAVASCRIPT.create_decimal(Decimal(float(value)))


@pytest.mark.parametrize("key", SURFACES)
def test_it_is_smaller_and_shows_the_same_losses(key: str) -> None:
    blob = surface_blob(SURFACES[key]())
    light = compact_grid(blob)
    assert len(light) < 0.6 * len(blob)
    assert blob_id(light) != blob_id(blob)
    (header, whole), (light_header, less) = unpack(blob), unpack(light)
    assert light_header["levels"] == header["levels"]
    for axis in "xy":
        np.testing.assert_array_equal(less[axis], whole[axis])
    assert list(map(shown, less["z"].flat)) == list(map(shown, whole["z"].flat))
    assert less.keys() == {"x", "y", "z"}
    drawn = height_on(np.array(header["levels"]), less["z"].astype(float))
    np.testing.assert_allclose(drawn, whole["height"], rtol=0, atol=1 / 60, err_msg="of the way between two contours")


@given(st.floats(width=32, allow_nan=False, allow_subnormal=False), st.integers(2, 23))
def test_rounding_is_to_that_many_digits(value: float, digits: int) -> None:
    made = float(rounded(np.array([value], dtype=np.float32), digits)[0])
    if np.isinf(value) or made == value:
        assert made == value
        return
    mantissa, _ = np.frexp(made)
    assert float(mantissa) * 2**digits == int(float(mantissa) * 2**digits)
    assert abs(made - value) <= abs(value) * 2.0**-digits


def test_what_has_no_digits_stays() -> None:
    values = np.array([np.inf, -np.inf, np.nan, 0.0, np.finfo(np.float32).max], dtype=np.float32)
    np.testing.assert_array_equal(rounded(values, 12), values)
