"""What the rules have in common, and the first step of each."""

from dataclasses import fields

import numpy as np
import pytest

from optimizers import OPTIMIZERS, SCHEDULES, run
from surfaces import Surface
from tests.optimizers.cases import Array, every_surface, relative_error, rule_of, schedule_of, start_of, suited

GRADIENTS = np.random.default_rng(5).standard_normal((2, 400)) * 10.0 ** np.linspace(-6.0, 6.0, 400)
START = np.random.default_rng(6).uniform(-3.0, 3.0, (2, 400))


def rules_with(*names: str) -> list[str]:
    """The keys of the rules that have all these hyper-parameters."""
    return [key for key, rule in OPTIMIZERS.items() if set(names) <= {f.name for f in fields(rule)}]


def first_step(key: str, **hyperparameters: float) -> Array:
    """How far the first update moves, for gradients over twelve orders of magnitude, at a rate of 0.125."""
    rule = OPTIMIZERS[key](learning_rate=0.125, **hyperparameters)
    origin = np.zeros_like(GRADIENTS)
    return rule.step(origin, GRADIENTS, rule.init(origin), 0.125)[0]


@every_surface
@pytest.mark.parametrize("schedule", ["constant", "exponential", "warmup-cosine"])
@pytest.mark.parametrize("noise", [0.0, 0.3])
@pytest.mark.parametrize("key", ["momentum", "heavy-ball", "nesterov"])
def test_without_momentum_it_is_gradient_descent(key: str, surface: Surface, schedule: str, noise: float) -> None:
    rate = surface.opening.learning_rates["sgd"]
    decay = SCHEDULES[schedule]()
    expected = run(surface, OPTIMIZERS["sgd"](rate), start_of(surface), 60, decay, noise=noise)
    path = run(surface, rule_of(key, learning_rate=rate, beta1=0.0), start_of(surface), 60, decay, noise=noise)
    np.testing.assert_array_equal(path.points, expected.points)


@every_surface
@pytest.mark.parametrize("beta", [0.1, 0.5, 0.9])
def test_the_average_at_a_larger_rate_is_the_heavy_ball(surface: Surface, beta: float) -> None:
    # A small rate: where a path bounces without end, the last bit of a number decides where it goes.
    heavy = 0.1 * suited("heavy-ball", surface).learning_rate
    expected = run(surface, rule_of("heavy-ball", learning_rate=heavy, beta1=beta), start_of(surface), 100)
    path = run(surface, rule_of("momentum", learning_rate=heavy / (1.0 - beta), beta1=beta), start_of(surface), 100)
    assert relative_error(path.points, expected.points) <= 1e-9


@every_surface
def test_the_average_differs_from_the_heavy_ball_when_the_rate_decays(surface: Surface) -> None:
    heavy, decay = suited("heavy-ball", surface).learning_rate, schedule_of("exponential", factor=0.5)
    ball = run(surface, rule_of("heavy-ball", learning_rate=heavy, beta1=0.9), start_of(surface), 60, decay)
    average = run(surface, rule_of("momentum", learning_rate=heavy / 0.1, beta1=0.9), start_of(surface), 60, decay)
    assert relative_error(average.points, ball.points) > 1e-6


@pytest.mark.parametrize("beta", [0.5, 0.9, 0.99, 0.999])
def test_the_first_step_of_rmsprop_is_larger_by_a_root(beta: float) -> None:
    expected = -0.125 / np.sqrt(1.0 - beta) * np.sign(GRADIENTS)
    np.testing.assert_allclose(first_step("rmsprop", beta2=beta, epsilon=1e-30), expected, rtol=1e-13)


@pytest.mark.parametrize("beta1", [0.0, 0.9])
@pytest.mark.parametrize("beta2", [0.9, 0.999])
def test_the_first_step_of_adam_is_the_rate(beta1: float, beta2: float) -> None:
    step = first_step("adam", beta1=beta1, beta2=beta2, epsilon=1e-30)
    np.testing.assert_allclose(step, -0.125 * np.sign(GRADIENTS), rtol=1e-13)


@pytest.mark.parametrize(("beta1", "beta2"), [(0.9, 0.999), (0.5, 0.99), (0.0, 0.999)])
def test_the_first_step_of_adam_without_correction_is_larger(beta1: float, beta2: float) -> None:
    step = first_step("adam", beta1=beta1, beta2=beta2, epsilon=1e-30, bias_correction=False)
    factor = (1.0 - beta1) / np.sqrt(1.0 - beta2)
    np.testing.assert_allclose(step, -0.125 * factor * np.sign(GRADIENTS), rtol=1e-13)


def test_the_first_step_of_adagrad_is_the_rate() -> None:
    np.testing.assert_allclose(first_step("adagrad", epsilon=1e-30), -0.125 * np.sign(GRADIENTS), rtol=1e-13)


@pytest.mark.parametrize("key", [key for key in rules_with("epsilon") if key not in ("adadelta", "nadam")])
def test_epsilon_is_added_to_the_root_not_under_it(key: str) -> None:
    # A gradient far below ε: beside the root it divides by ε, under the root it would divide by √ε = 10.
    rule = rule_of(key, learning_rate=1.0, epsilon=100.0)
    gradient = np.array((1e-6, -2e-6))
    moved, _ = rule.step(np.zeros(2), gradient, rule.init(np.zeros(2)), 1.0)
    np.testing.assert_allclose(moved, -gradient / 100.0, rtol=1e-6)


def test_adagrad_slows_down_for_good() -> None:
    rule = OPTIMIZERS["adagrad"](learning_rate=1.0)
    state, taken = rule.init(np.zeros(2)), []
    for _ in range(50):
        moved, state = rule.step(np.zeros(2), np.ones(2), state, 1.0)
        taken.append(-moved[0])
    np.testing.assert_allclose(taken, 1.0 / np.sqrt(np.arange(1, 51)), rtol=1e-9)
