"""The chart of how rarely all eigenvalues of a random symmetric matrix are positive.

Streamlit lets no SVG through whose colours follow the theme, so that it is elements placed in percent of its area.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from lecture.random_hessians import PositiveShare

LOWEST = -16
"""The power of ten at the bottom of the axis."""
EVERY = 4
"""Powers of ten from one line of the grid to the next."""
MARGIN = 4.0
"""Percent of the width beside the first and the last size."""

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def positive_chart(shares: Sequence[PositiveShare]) -> str:
    """Write the probabilities with their standard errors, and 2⁻ⁿ, on a logarithmic axis, as HTML."""
    words = (
        f"Probability that all n eigenvalues are positive, for n from {shares[0].size} to {shares[-1].size}, on a "
        "logarithmic axis: it falls much faster than 2 to the power of minus n. The table has the numbers."
    )
    parts = "".join([*_axes(shares), *_coins(shares), *_simulated(shares)])
    return f'<div class="saddles-chart" role="img" aria-label="{words}"><div class="saddles-area">{parts}</div></div>'


def _left(size: int, shares: Sequence[PositiveShare]) -> float:
    first, last = shares[0].size, shares[-1].size
    return MARGIN + (size - first) / (last - first) * (100.0 - 2.0 * MARGIN)


def _top(probability: float) -> float:
    return 100.0 * float(np.log10(max(probability, 10.0**LOWEST))) / LOWEST


def _axes(shares: Sequence[PositiveShare]) -> Iterator[str]:
    for power in range(0, LOWEST - 1, -EVERY):
        words = f"10{str(power).translate(_SUPERSCRIPT)}" if power else "1"
        yield f'<div class="saddles-line" style="top: {_top(10.0**power):.2f}%"><span>{words}</span></div>'
    for share in shares:
        yield f'<span class="saddles-size" style="left: {_left(share.size, shares):.2f}%">{share.size}</span>'
    yield '<span class="saddles-axis">n, the size of the matrix</span>'


def _coins(shares: Sequence[PositiveShare]) -> Iterator[str]:
    for share in shares:
        yield _at(_left(share.size, shares), _top(2.0**-share.size), "saddles-coins")
    last = shares[-1].size
    yield _at(_left(last, shares), _top(2.0**-last), "saddles-name saddles-name-coins", "2⁻ⁿ")


def _simulated(shares: Sequence[PositiveShare]) -> Iterator[str]:
    """Each with a bar of a standard error up and down, where that is longer than the dot."""
    drawn = [share for share in shares if share.probability > 0.0]
    for share in drawn:
        left, top = _left(share.size, shares), _top(share.probability)
        high, low = (_top(share.probability + sign * share.error) for sign in (1.0, -1.0))
        place = f"left: {left:.2f}%; top: {high:.2f}%; height: {low - high:.2f}%"
        yield f'<span class="saddles-error" style="{place}"></span>'
        yield _at(left, top, "saddles-simulated")
    named = drawn[2 * len(drawn) // 3]
    beside = _left(named.size, shares), _top(named.probability)
    yield _at(*beside, "saddles-name saddles-name-simulated", "all eigenvalues positive")


def _at(left: float, top: float, name: str, words: str = "") -> str:
    return f'<span class="{name}" style="left: {left:.2f}%; top: {top:.2f}%">{words}</span>'
