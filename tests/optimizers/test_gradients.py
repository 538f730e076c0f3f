"""Sources of gradients: the same runs as with `noise` and `seed`, and a source that the loop does not know."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, Exact, Gradients, Noisy, Trajectory, final_points, run
from optimizers.gradients import Draw
from optimizers.loss_surface import Array, LossSurface
from parameters import number
from surfaces import SURFACES
from tests.optimizers.cases import assert_same, every_rule, rule_of, suited

HIMMELBLAU = SURFACES["himmelblau"]()
START = (-0.5, -1.2)


@every_rule
def test_exact_is_what_a_run_has_without_noise(key: str) -> None:
    rule = suited(key, HIMMELBLAU)
    assert_same(run(HIMMELBLAU, rule, START, 40, gradients=Exact()), run(HIMMELBLAU, rule, START, 40))
    assert_same(run(HIMMELBLAU, rule, START, 40, gradients=Noisy()), run(HIMMELBLAU, rule, START, 40))


@every_rule
@pytest.mark.parametrize("seed", [0, 5, (5, 2)])
def test_noisy_is_noise_and_seed(key: str, seed: Any) -> None:
    rule, starts = suited(key, HIMMELBLAU), np.random.default_rng(3).uniform(-3.0, 3.0, (2, 4))
    for start in (START, starts):
        ours = run(HIMMELBLAU, rule, start, 40, gradients=Noisy(5.0, seed))
        assert_same(ours, run(HIMMELBLAU, rule, start, 40, noise=5.0, seed=seed))
        ends = final_points(HIMMELBLAU, rule, start, 40, gradients=Noisy(5.0, seed))
        np.testing.assert_array_equal(ends, final_points(HIMMELBLAU, rule, start, 40, noise=5.0, seed=seed))
        # This noise turns no sign around, and so does not reach Lion from everywhere.
        assert key == "lion" or np.any(ours.points != run(HIMMELBLAU, rule, start, 40).points)


def test_noise_is_swept_in_noisy_too() -> None:
    levels: Any = np.array((0.0, 0.5, 5.0))
    rule = rule_of("sgd", learning_rate=0.001)
    together = run(HIMMELBLAU, rule, START, 30, gradients=Noisy(levels, seed=8))
    assert_same(together, run(HIMMELBLAU, rule, START, 30, noise=levels, seed=8))
    for index, noise in enumerate(levels):
        assert_same(together.lane(index), run(HIMMELBLAU, rule, START, 30, gradients=Noisy(float(noise), seed=8)))


def test_sources_are_values() -> None:
    assert Noisy(0.5, (1, 2)) == Noisy(0.5, (1, 2)) != Noisy(0.5, (1, 3))
    assert hash(Noisy(0.5, (1, 2))) == hash(Noisy(0.5, (1, 2)))
    assert Exact() == Exact()


@pytest.mark.parametrize("of", [run, final_points])
@pytest.mark.parametrize("other", [{"noise": 0.5}, {"seed": 3}, {"noise": np.array((0.0, 1.0)), "seed": 1}])
def test_gradients_and_noise_together_are_refused_with_a_sentence(of: Any, other: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="run: noise and seed must stay out when gradients are given") as refused:
        of(HIMMELBLAU, OPTIMIZERS["sgd"](), START, 5, gradients=Exact(), **other)
    assert "gradients=Exact()" in str(refused.value)
    assert all(f"{name}={value!r}" in str(refused.value) for name, value in other.items())


@pytest.mark.parametrize("noise", [-0.1, float("nan"), float("inf"), "much", None, np.array((0.5, -0.1))])
def test_noise_that_is_no_standard_deviation_is_refused_with_a_sentence(noise: Any) -> None:
    def by_run(noise: Any) -> Trajectory:
        return run(HIMMELBLAU, OPTIMIZERS["sgd"](), START, 5, noise=noise)

    for refusing in (Noisy, by_run):
        with pytest.raises(ValueError, match="Noisy: noise must be a number from 0 to ") as refused:
            refusing(noise)
        assert f"{noise!r} was given" in str(refused.value)


@dataclass(frozen=True)
class Alternating(Gradients):
    """Every other gradient is scaled: a source as mini-batches will be one, with a function and indices per update."""

    scale: float = number(2.0, 0.0, 10.0, label="Scale", help="The factor.", symbol="c", plain_symbol="c")

    def draw(self, surface: LossSurface, steps: int, batch: tuple[int, ...]) -> Draw:
        def scaled(factor: float, point: Array) -> Array:
            return factor * surface.gradient(point)

        functions = [partial(scaled, self.scale if t % 2 else 1.0) for t in range(steps + 1)]
        return Draw(functions, batches=np.arange(2 * steps).reshape(steps, 2))


def test_a_source_of_another_kind_gives_each_update_its_own_gradient_and_leaves_its_batches() -> None:
    bowl = SURFACES["bowl"]()
    path = run(bowl, rule_of("sgd", learning_rate=0.01), START, 11, gradients=Alternating(3.0))
    factors = np.where(np.arange(12) % 2, 3.0, 1.0)
    np.testing.assert_array_equal(path.gradients, factors * bowl.gradient(path.points))
    np.testing.assert_array_equal(path.batches, np.arange(22).reshape(11, 2))


def test_batches_end_with_the_run_and_with_the_lane() -> None:
    starts = np.array(((-1.2, 1e150), (1.0, -1e150)))
    rule = rule_of("sgd", learning_rate=1.0)
    alone = run(SURFACES["rosenbrock"](), rule, (-1.2, 1.0), 50, gradients=Alternating())
    assert 0 < alone.steps < 50
    assert alone.batches is not None
    assert alone.batches.shape == (alone.steps, 2)
    together = run(SURFACES["rosenbrock"](), rule, starts, 50, gradients=Alternating())
    np.testing.assert_array_equal(together.lane(0).batches, alone.batches)
    np.testing.assert_array_equal(together.lane(1).batches, np.empty((0, 2)))
    ends = final_points(SURFACES["rosenbrock"](), rule, starts, 50, gradients=Alternating())
    np.testing.assert_array_equal(ends, np.transpose([together.lane(i).points[:, -1] for i in range(2)]))


def test_without_mini_batches_a_path_has_none() -> None:
    assert run(HIMMELBLAU, OPTIMIZERS["sgd"](), START, 5).batches is None
    assert run(HIMMELBLAU, OPTIMIZERS["sgd"](), START, 5, noise=0.5).lane(()).batches is None
