"""The exponentially weighted average, against SciPy's filter and against what rules keep."""

import ast
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.signal import lfilter

import optimizers
from optimizers import MISTAKES, OPTIMIZERS, average_weights, run, weighted_average
from parameters import declared
from surfaces import SURFACES

RULES = {**OPTIMIZERS, **MISTAKES}
BETAS = st.floats(0.0, 0.9999)
SERIES = arrays(np.float64, st.integers(1, 60), elements=st.floats(-1e6, 1e6, allow_subnormal=False))


@given(values=SERIES, beta=BETAS)
def test_it_is_scipys_filter(values: np.ndarray, beta: float) -> None:
    filtered = lfilter([1.0 - beta], [1.0, -beta], values)
    largest = np.abs(values).max()
    np.testing.assert_allclose(weighted_average(values, beta), filtered, rtol=1e-12, atol=1e-12 * largest)


@given(values=SERIES, beta=BETAS)
def test_it_is_the_sum_of_the_values_by_their_weights(values: np.ndarray, beta: float) -> None:
    weights = average_weights(beta, values.size)
    last = weighted_average(values, beta)[-1]
    assert last == pytest.approx(float(weights @ values), rel=1e-9, abs=1e-9 * (1.0 + np.abs(values).max()))
    assert weights.sum() == pytest.approx(1.0 - beta**values.size, rel=1e-9, abs=1e-12)
    corrected = weighted_average(values, beta, bias_correction=True)[-1]
    assert corrected == pytest.approx(np.average(values, weights=weights), rel=1e-6, abs=1e-6 * np.abs(values).max())


def test_of_equal_values_the_corrected_average_is_their_value_from_the_first_on() -> None:
    np.testing.assert_allclose(weighted_average(np.full(100, 3.5), 0.9, bias_correction=True), 3.5, rtol=1e-14)
    assert weighted_average(np.full(100, 3.5), 0.9)[0] == pytest.approx(0.35)


def test_it_runs_along_the_last_axis() -> None:
    values = np.random.default_rng(2).normal(size=(2, 3, 20))
    together = weighted_average(values, 0.8, bias_correction=True)
    assert together.shape == values.shape
    for row in np.ndindex(2, 3):
        np.testing.assert_array_equal(together[row], weighted_average(values[row], 0.8, bias_correction=True))


def test_of_nothing_it_is_nothing() -> None:
    assert weighted_average([], 0.9).shape == average_weights(0.9, 0).shape == (0,)


@pytest.mark.parametrize("beta", [-0.1, 1.0, 1.5, float("nan")])
def test_another_beta_is_refused_in_a_sentence(beta: float) -> None:
    for refused in (lambda: weighted_average([1.0], beta), lambda: average_weights(beta, 3)):
        with pytest.raises(ValueError, match="beta must be a number from 0 up to but not including 1"):
            refused()


def test_a_single_number_and_a_negative_count_are_refused() -> None:
    with pytest.raises(ValueError, match="single number"):
        weighted_average(1.0, 0.9)
    with pytest.raises(ValueError, match="cannot be -1 values"):
        average_weights(0.9, -1)


def test_it_is_what_momentum_rmsprop_and_adam_keep() -> None:
    def path_of(key: str):
        return run(SURFACES["himmelblau"](), OPTIMIZERS[key](learning_rate=0.01), (-0.5, -1.25), 80)

    momentum, rmsprop, adam = map(path_of, ("momentum", "rmsprop", "adam"))
    np.testing.assert_allclose(
        momentum.states.velocity, weighted_average(momentum.gradients[:, :-1], 0.9), rtol=1e-12, atol=1e-14
    )
    np.testing.assert_allclose(rmsprop.states.s, weighted_average(rmsprop.gradients[:, :-1] ** 2, 0.99), rtol=1e-12)
    hats = OPTIMIZERS["adam"](learning_rate=0.01).intermediates(adam.states)
    gradients = adam.gradients[:, :-1]
    m_hat = weighted_average(gradients, 0.9, bias_correction=True)
    s_hat = weighted_average(gradients**2, 0.999, bias_correction=True)
    np.testing.assert_allclose(hats[r"\hat{m}"], m_hat, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(hats[r"\hat{s}"], s_hat, rtol=1e-9)


def kept(key: str) -> dict[str, str]:
    """The fields of a rule's state that are averages of its gradients or of their squares, found by their numbers."""
    rule = RULES[key](learning_rate=0.01)
    path = run(SURFACES["himmelblau"](), rule, (-0.5, -1.25), 80)
    given = path.gradients[:, :-1]
    betas = [getattr(rule, name) for name in declared(rule) if name.startswith("beta")]
    return {
        field: of
        for field, values in path.states._asdict().items()
        for of, averaged in (("g", given), ("g²", given**2))
        for beta in betas
        if np.shape(values) == given.shape and np.allclose(values, weighted_average(averaged, beta), rtol=1e-9)
    }


@pytest.mark.parametrize("key", RULES)
def test_a_rule_declares_the_averages_that_it_keeps(key: str) -> None:
    assert dict(RULES[key].averages) == kept(key)


def test_no_rule_calls_it() -> None:
    folder = Path(optimizers.__file__).parent

    def imports_it(file: Path) -> bool:
        found = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        return any(isinstance(node, ast.ImportFrom) and node.module == "optimizers.averages" for node in found)

    assert [file.name for file in folder.glob("*.py") if imports_it(file)] == ["__init__.py"]
