"""Decimals: displayed numbers, packed into four bytes each, with the six significant digits that the page shows.

A double needs eight bytes, and nearly all of them are digits that nobody sees. What is drawn stays a double
(blobs.py); what is only read is sent as it is read, so that it is exact in every digit on the page.

A code is `mantissa · 2048 + exponent + 1024`, for mantissa · 10^exponent. A mantissa of 0 stands for zero, or, by its
exponent, for what is no number: 1 is ∞, 2 is −∞ and 3 is NaN.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

DIGITS = 6
_EXPONENTS, _BIAS = 2048, 1024
_INFINITY, _MINUS_INFINITY, _NAN = 1, 2, 3


class Decimals(NamedTuple):
    """Numbers of DIGITS significant digits, as codes (...) of type int32."""

    codes: np.ndarray


def encode(values: np.ndarray) -> Decimals:
    """Round to DIGITS significant digits: (...) -> (...)."""
    values = np.asarray(values, dtype=float)
    finite = np.isfinite(values) & (values != 0.0)
    double = np.where(finite, np.abs(values), 1.0)
    exponent = np.floor(np.log10(double)).astype(int) - (DIGITS - 1)
    # Longer than a double, so that scaling does not move a value over the middle between two roundings.
    size = double.astype(np.longdouble)
    mantissa = _scaled(size, exponent)
    # The logarithm may err by one beside a power of ten, and rounding up may reach the next.
    exponent += np.where(mantissa >= 10**DIGITS, 1, 0) - np.where(mantissa < 10 ** (DIGITS - 1), 1, 0)
    mantissa = np.where(values < 0.0, -1, 1) * _scaled(size, exponent)
    special = np.select(
        [np.isnan(values), values == np.inf, values == -np.inf], [_NAN, _INFINITY, _MINUS_INFINITY], default=0
    )
    codes = np.where(finite, mantissa, 0) * _EXPONENTS + np.where(finite, exponent, special) + _BIAS
    return Decimals(codes.astype(np.int32))


def encode_all(arrays: Mapping[str, np.ndarray]) -> dict[str, Decimals]:
    """Encode arrays of any shapes at once: a run has a dozen short ones, for which the calls take longest."""
    codes = encode(np.concatenate([np.ravel(array) for array in arrays.values()])).codes
    ends = np.cumsum([np.size(array) for array in arrays.values()])
    parts = zip(arrays.items(), np.split(codes, ends[:-1]), strict=True)
    return {name: Decimals(part.reshape(np.shape(array))) for (name, array), part in parts}


def decode(decimals: Decimals) -> np.ndarray:
    """Return the doubles nearest to the decimal numbers, (...) -> (...), as frontend/data/decimals.js computes them."""
    mantissa, exponent = np.divmod(np.asarray(decimals.codes, dtype=np.int64), _EXPONENTS)
    special = {0: 0.0, _INFINITY: np.inf, _MINUS_INFINITY: -np.inf, _NAN: np.nan}
    pairs = zip(mantissa.ravel().tolist(), (exponent - _BIAS).ravel().tolist(), strict=True)
    return np.array([float(f"{m}e{e}") if m else special[e] for m, e in pairs]).reshape(np.shape(decimals.codes))


_HALF = 200
_POWERS = np.array([np.longdouble(10) ** half for half in range(-_HALF, _HALF + 1)])


def _scaled(size: np.ndarray, exponent: np.ndarray) -> np.ndarray:
    # In two factors, because 10^329 is no double where a longdouble is one; out of a table, because powers are slow.
    half = exponent // 2
    return np.rint(size / _POWERS[half + _HALF] / _POWERS[exponent - half + _HALF]).astype(np.int64)
