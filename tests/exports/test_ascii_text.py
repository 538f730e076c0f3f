"""ASCII for what the page writes in other letters."""

import pytest

from exports.ascii_text import ascii_text, contender_name


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Momentum, β₁ 0.9", "Momentum, beta1 0.9"),
        ("ε 3.5\xa0·\xa010⁻⁸", "epsilon 3.5e-8"),
        ("ε 10⁻⁸, −10⁴", "epsilon 1e-8, -1e4"),
        ("from (−4, 1.5)", "from (-4, 1.5)"),
        ("Σ, É, ½, …", "sigma, E, 1/2, ..."),
        ("σᵧ 1, x̄ 1", "sigmay 1, x 1"),
        ("plain", "plain"),
        ("中", "?"),
    ],
)
def test_letters_are_spelled(text: str, spelled: str) -> None:
    assert ascii_text(text) == spelled


def test_no_sign_of_a_comment_is_left() -> None:
    assert contender_name("SGD #1: n 200, # 0") == "SGD 1: n 200, no. 0"
