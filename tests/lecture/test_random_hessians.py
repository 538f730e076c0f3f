"""How rare positive definite matrices are: against the exact probabilities, and against eigenvalues."""

from typing import Any

import numpy as np
import pytest
from mpmath import det, factorial, gamma, matrix, mp, mpf, pi, power, sqrt

from lecture.random_hessians import SIZES, positive_shares


def exact(size: int) -> float:
    """The probability by de Bruijn's integration formula: a Pfaffian, by the normalization of Mehta.

    The density of the ordered eigenvalues is the product of their differences times that of exp(−λ²/2), whose integral
    over positive ones is the Pfaffian of the integrals of sign(y − x) xⁱ yʲ, with a border of moments for an odd size.
    """
    with mp.workdps(60):
        bordered = size + size % 2
        entries = matrix(bordered, bordered)
        for i in range(size):
            for j in range(size):
                entries[i, j] = below(i, j) - below(j, i)
            if bordered > size:
                entries[i, size], entries[size, i] = moment(i), -moment(i)
        ordered = sqrt(det(entries))
        mehta = power(2 * pi, mpf(size) / 2)
        for j in range(1, size + 1):
            mehta *= gamma(1 + mpf(j) / 2) / gamma(mpf(3) / 2)
        return float(factorial(size) * ordered / mehta)


def moment(k: int) -> Any:
    """The integral of xᵏ exp(−x²/2) over the positive numbers."""
    return power(2, mpf(k - 1) / 2) * gamma(mpf(k + 1) / 2)


def below(i: int, j: int) -> Any:
    """The integral of xⁱ yʲ exp(−(x² + y²)/2) over 0 < x < y, by parts."""
    if i == j == 0:
        return moment(0) ** 2 / 2
    if i == 0:
        return moment(0) * moment(j) - below(j, 0)
    half = gamma(mpf(i + j) / 2) / 2
    return moment(j) - half if i == 1 else (i - 1) * below(i - 2, j) - half


def test_the_exact_probabilities_are_those_that_are_known() -> None:
    known = (0.5, (2.0 - np.sqrt(2.0)) / 4.0, (np.pi - 2.0 * np.sqrt(2.0)) / (4.0 * np.pi))
    assert [exact(n) for n in (1, 2, 3)] == pytest.approx(known, rel=1e-12)


@pytest.mark.parametrize("draws", [10_000, 100_000])
def test_every_size_has_its_exact_probability_within_a_few_standard_errors(draws: int) -> None:
    shares = positive_shares(draws)
    assert [share.size for share in shares] == list(SIZES)
    for size, probability, error in shares:
        assert abs(probability - exact(size)) < 4.0 * error, size
        assert error < 0.5 * probability or draws == 10_000


def test_sizes_that_can_be_drawn_anew_are_as_eigenvalues_say() -> None:
    random = np.random.default_rng(5)
    for size, probability, error in positive_shares(100_000)[1:4]:
        entries = random.standard_normal((200_000, size, size))
        eigenvalues = np.linalg.eigvalsh((entries + entries.transpose(0, 2, 1)) / np.sqrt(2.0))
        share = float((eigenvalues > 0.0).all(axis=1).mean())
        own = np.sqrt(share * (1.0 - share) / 200_000)
        assert abs(share - probability) < 4.0 * np.hypot(error, own)


def test_it_lies_below_independent_signs_from_two_on_and_is_reproducible() -> None:
    shares = positive_shares(100_000)
    assert all(share.probability + 4.0 * share.error < 2.0**-share.size for share in shares[1:])
    positive_shares.cache_clear()
    assert positive_shares(100_000) == shares
    assert positive_shares(100_000, seed=1) != shares
