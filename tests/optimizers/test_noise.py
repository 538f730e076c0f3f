"""The errors that are added to gradients: the same for every rule, reproducible, and of the declared size."""

import numpy as np
import pytest

from optimizers import run
from surfaces import SURFACES, Surface
from tests.optimizers.cases import Array, every_rule, every_surface, start_of, suited


def errors(key: str, surface: Surface, steps: int, noise: float, seed: int | tuple[int, ...]) -> Array:
    """What a run added to the gradients (2, T+1)."""
    path = run(surface, suited(key, surface), start_of(surface), steps, noise=noise, seed=seed)
    assert path.steps == steps
    return path.gradients - surface.gradient(path.points)


@every_rule
@every_surface
def test_every_rule_meets_the_same_errors(key: str, surface: Surface) -> None:
    rate = 1e-4  # small, so that no rule leaves for where gradients are huge and errors are lost in their last digits
    found = [
        path.gradients - surface.gradient(path.points)
        for rule in (suited("sgd", surface), suited(key, surface))
        for path in [run(surface, type(rule)(learning_rate=rate), start_of(surface), 50, noise=0.5, seed=7)]
    ]
    np.testing.assert_allclose(found[0], found[1], atol=1e-9)
    assert np.abs(found[0]).max() > 0.5


def test_a_seed_gives_the_same_errors_and_another_seed_others() -> None:
    bowl = SURFACES["bowl"]()
    first, again, other = (errors("sgd", bowl, 50, 1.0, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).max() > 1.0


def test_a_seed_may_have_parts() -> None:
    bowl = SURFACES["bowl"]()
    first, again, other = (errors("sgd", bowl, 50, 1.0, seed) for seed in ((1, 0), (1, 0), (1, 1)))
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).max() > 1.0


@every_rule
def test_more_steps_keep_the_earlier_errors(key: str) -> None:
    surface = SURFACES["himmelblau"]()
    short, long = (
        run(surface, suited(key, surface), start_of(surface), steps, noise=0.5, seed=3) for steps in (30, 90)
    )
    np.testing.assert_array_equal(short.points, long.points[:, :31])
    np.testing.assert_array_equal(short.gradients, long.gradients[:, :31])


def test_errors_scale_with_sigma() -> None:
    bowl = SURFACES["bowl"]()
    one, three = (errors("sgd", bowl, 100, noise, 5) for noise in (1.0, 3.0))
    np.testing.assert_allclose(three, 3.0 * one, atol=1e-10)


@pytest.mark.parametrize("sigma", [0.01, 2.0])
def test_errors_are_normal_independent_and_of_the_declared_size(sigma: float) -> None:
    n = 20_000
    drawn = errors("adam", SURFACES["bowl"](), n, sigma, 11) / sigma
    # Five standard errors of each statistic.
    five = 5.0 / np.sqrt(n)
    np.testing.assert_allclose(drawn.mean(axis=1), 0.0, atol=five)
    np.testing.assert_allclose(drawn.std(axis=1), 1.0, atol=five)
    np.testing.assert_allclose((drawn**3).mean(axis=1), 0.0, atol=five * np.sqrt(15.0))
    np.testing.assert_allclose((drawn**4).mean(axis=1), 3.0, atol=five * np.sqrt(96.0))
    assert abs(np.mean(drawn[0] * drawn[1])) < five, "the coordinates are not independent"
    assert np.abs(np.mean(drawn[:, 1:] * drawn[:, :-1], axis=1)).max() < five, "the steps are not independent"


def test_every_lane_of_a_batch_meets_the_same_errors() -> None:
    bowl, starts = SURFACES["bowl"](), np.random.default_rng(0).uniform(-1.0, 1.0, (2, 5))
    path = run(bowl, suited("sgd", bowl), starts, 40, noise=0.5, seed=2)
    found = path.gradients - bowl.gradient(path.points)
    np.testing.assert_allclose(found, np.broadcast_to(found[..., :1], found.shape), atol=1e-12)


@every_rule
def test_no_noise_means_the_gradient_itself(key: str) -> None:
    surface = SURFACES["himmelblau"]()
    quiet = run(surface, suited(key, surface), start_of(surface), 40, noise=0.0)
    default = run(surface, suited(key, surface), start_of(surface), 40)
    np.testing.assert_array_equal(quiet.points, default.points)
    np.testing.assert_array_equal(quiet.gradients, surface.gradient(quiet.points))


@every_surface
def test_values_are_those_of_the_surface_not_of_a_noisy_one(surface: Surface) -> None:
    path = run(surface, suited("sgd", surface), start_of(surface), 40, noise=0.5)
    np.testing.assert_array_equal(path.values, surface.value(path.points))
