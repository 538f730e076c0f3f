"""A batch of starts and a sweep over hyper-parameters are as many single runs."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import sympy

from optimizers import OPTIMIZERS, SCHEDULES, Optimizer, Trajectory, blocks, final_points, run
from parameters import Number, declared
from surfaces import SURFACES, Surface
from tests.formulas import equations
from tests.optimizers.cases import Array, assert_close, assert_same, every_rule, every_surface, rule_of, suited

# NumPy's power, exponential and cosine may round differently for one number and for many.
ROUNDING = 1e-12


def is_exact(surface: Surface) -> bool:
    """Whether the loss is made of sums, products and powers of x and y: those have the same bits everywhere."""
    loss = equations(surface.formula)[0].expression
    x, y, e = sympy.symbols("x y e")
    return not any(f.has(x, y) for f in (*loss.atoms(sympy.Function), *(p.exp for p in loss.atoms(sympy.Pow)))) and (
        e not in loss.free_symbols
    )


def spread(parameter: Number, n: int = 4) -> Array:
    """Values over the span of a parameter's slider."""
    low, high = parameter.slider_span
    along = {
        "linear": lambda: np.linspace(low, high, n),
        "log": lambda: np.geomspace(low, high, n),
        "complement": lambda: 1.0 - np.geomspace(1.0 - low, 1.0 - high, n),
    }
    found = along[parameter.scale]()
    found = np.clip(found, parameter.low, parameter.high)
    return np.round(found) if parameter.integer else found


def numbers_of(registry: Any) -> list[Any]:
    """Each number of each entry: key and field."""
    return [
        pytest.param(key, name, id=f"{key}-{name}")
        for key, family in registry.items()
        for name, parameter in declared(family).items()
        if isinstance(parameter, Number)
    ]


def ends(path: Trajectory) -> Array:
    """The last finite point of each lane."""
    lanes = np.array([path.lane(index).points[:, -1] for index in np.ndindex(path.lengths.shape)])
    return lanes.T.reshape(2, *path.lengths.shape)


@every_rule
@every_surface
@pytest.mark.parametrize("noise", [0.0, 0.2])
def test_a_batch_of_starts_is_single_runs(key: str, surface: Surface, noise: float) -> None:
    low, high = np.transpose(surface.window)
    starts = np.random.default_rng(9).uniform(low, high, (9, 2)).T
    # A small rate where rounding differs, so that a bounce does not make much of a last bit.
    rule = suited(key, surface) if is_exact(surface) else OPTIMIZERS[key](learning_rate=1e-3)
    together = run(surface, rule, starts, 40, noise=noise, seed=4)
    for index, start in enumerate(starts.T):
        alone = run(surface, rule, start, 40, noise=noise, seed=4)
        if is_exact(surface):
            assert_same(together.lane(index), alone)
            assert together.lane(index).outcome[:2] == alone.outcome[:2]
        else:
            assert_close(together.lane(index), alone, ROUNDING)


@every_rule
def test_a_grid_of_starts_is_a_batch(key: str) -> None:
    surface = SURFACES["himmelblau"]()
    starts = np.random.default_rng(9).uniform(-5.0, 5.0, (2, 3, 4))
    path = run(surface, suited(key, surface), starts, 25)
    flat = run(surface, suited(key, surface), starts.reshape(2, 12), 25)
    for i, j in np.ndindex(3, 4):
        assert_same(path.lane((i, j)), flat.lane(4 * i + j))


@pytest.mark.parametrize(("key", "name"), numbers_of(OPTIMIZERS))
def test_a_sweep_over_a_number_of_a_rule_is_single_runs(key: str, name: str) -> None:
    bowl = SURFACES["bowl"]()
    rule = suited(key, bowl)
    parameter = declared(rule)[name]
    assert isinstance(parameter, Number)
    swept = spread(parameter)
    together = run(bowl, replace(rule, **{name: swept}), (-4.0, 1.5), 50)
    powers = getattr(rule, "bias_correction", key in ("nadam", "adamax")) and name.startswith(("beta", "momentum"))
    for index, value in enumerate(swept):
        alone = run(bowl, replace(rule, **{name: float(value)}), (-4.0, 1.5), 50)
        if powers:
            assert_close(together.lane(index), alone, ROUNDING)
        else:
            assert_same(together.lane(index), alone)


@pytest.mark.parametrize(("key", "name"), numbers_of(SCHEDULES))
def test_a_sweep_over_a_number_of_a_schedule_is_single_runs(key: str, name: str) -> None:
    surface, schedule = SURFACES["himmelblau"](), SCHEDULES[key]()
    parameter = declared(schedule)[name]
    assert isinstance(parameter, Number)
    swept = spread(parameter)
    rule = OPTIMIZERS["sgd"](0.001)
    together = run(surface, rule, (-0.5, -1.2), 60, replace(schedule, **{name: swept}))
    for index, value in enumerate(swept):
        single = replace(schedule, **{name: int(value) if parameter.integer else float(value)})
        assert_close(together.lane(index), run(surface, rule, (-0.5, -1.2), 60, single), ROUNDING)


def test_a_sweep_over_noise_is_single_runs() -> None:
    surface, levels = SURFACES["himmelblau"](), np.array((0.0, 0.5, 5.0))
    rule = suited("adam", surface)
    together = run(surface, rule, (-0.5, -1.2), 60, noise=levels, seed=8)
    for index, noise in enumerate(levels):
        assert_same(together.lane(index), run(surface, rule, (-0.5, -1.2), 60, noise=float(noise), seed=8))


def test_a_sweep_over_two_numbers_has_a_lane_for_each_pair() -> None:
    surface, rates, betas = SURFACES["himmelblau"](), np.array((0.001, 0.005, 0.01)), np.array((0.0, 0.5, 0.9, 0.99))
    both = rule_of("heavy-ball", learning_rate=rates[:, None], beta1=betas)
    together = run(surface, both, (-0.5, -1.2), 30)
    for i, j in np.ndindex(3, 4):
        one = rule_of("heavy-ball", learning_rate=float(rates[i]), beta1=float(betas[j]))
        assert_same(together.lane((i, j)), run(surface, one, (-0.5, -1.2), 30))


def test_rates_may_be_swept_along_one_axis_of_a_grid_of_starts() -> None:
    surface, rates = SURFACES["himmelblau"](), np.array((0.001, 0.002, 0.005, 0.01))
    starts = np.random.default_rng(2).uniform(-3.0, 3.0, (2, 3, 4))
    together = run(surface, rule_of("sgd", learning_rate=rates), starts, 30)
    for i, j in np.ndindex(3, 4):
        assert_same(together.lane((i, j)), run(surface, OPTIMIZERS["sgd"](float(rates[j])), starts[:, i, j], 30))


def sweep_that_diverges(key: str) -> tuple[Surface, Optimizer, Array]:
    return SURFACES["rosenbrock"](), OPTIMIZERS[key](), np.array((1e-5, 1e-3, 0.01, 0.1, 1.0, 100.0))


@pytest.mark.parametrize("key", ["sgd", "momentum", "heavy-ball", "nesterov"])
@pytest.mark.parametrize("noise", [0.0, 0.3])
def test_lanes_that_diverge_at_different_steps_end_as_they_would_alone(key: str, noise: float) -> None:
    surface, rule, rates = sweep_that_diverges(key)
    together = run(surface, replace(rule, learning_rate=rates), (-1.2, 1.0), 80, noise=noise)
    assert len(set(together.lengths.tolist())) > 3, "the lanes are meant to diverge at different steps"
    for index, rate in enumerate(rates):
        alone = run(surface, replace(rule, learning_rate=float(rate)), (-1.2, 1.0), 80, noise=noise)
        assert_same(together.lane(index), alone)
        assert together.lane(index).outcome[:2] == alone.outcome[:2]
        # After its end a lane has no numbers at all: nothing is held, and nothing is clipped.
        assert np.isnan(together.points[:, alone.steps + 1 :, index]).all()
        assert np.isnan(together.values[alone.steps + 1 :, index]).all()
        assert np.isnan(together.gradients[:, alone.steps + 1 :, index]).all()


def test_a_batch_in_which_every_lane_diverges_ends_with_the_last() -> None:
    surface, rule, rates = sweep_that_diverges("sgd")
    together = run(surface, replace(rule, learning_rate=rates[3:]), (-1.2, 1.0), 500)
    assert together.steps == together.lengths.max() < 500


@every_rule
@every_surface
@pytest.mark.parametrize("noise", [0.0, 0.2])
def test_final_points_are_where_runs_end(key: str, surface: Surface, noise: float) -> None:
    starts = np.random.default_rng(1).uniform(-2.0, 2.0, (2, 6))
    rule, decay = suited(key, surface), SCHEDULES["exponential"]()
    path = run(surface, rule, starts, 30, decay, noise=noise, seed=5)
    last = final_points(surface, rule, starts, 30, decay, noise=noise, seed=5)
    np.testing.assert_array_equal(last, ends(path))


@pytest.mark.parametrize("key", [key for key in OPTIMIZERS if key != "lion"])  # whose steps are ±α from anywhere
@pytest.mark.parametrize("noise", [0.0, 0.3])
def test_final_points_of_lanes_that_diverge_are_their_last_finite_ones(key: str, noise: float) -> None:
    surface, rule, rates = sweep_that_diverges(key)
    swept = replace(rule, learning_rate=np.tile(rates, (2, 1)))
    # A start so far out that no rule survives it, beside one that all survive.
    starts = np.array((((-1.2,), (1e150,)), ((1.0,), (-1e150,))))
    path = run(surface, swept, starts, 60, noise=noise)
    assert path.lengths.min() < path.lengths.max()
    last = final_points(surface, swept, starts, 60, noise=noise)
    assert np.isfinite(last).all()
    np.testing.assert_array_equal(last, ends(path))


@every_rule
@every_surface
def test_blocks_of_a_batch_end_where_the_whole_of_it_does(
    key: str, surface: Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    low, high = np.transpose(surface.window)
    starts = (low + (high - low) * np.random.default_rng(3).uniform(size=(3, 41, 2))).transpose(2, 0, 1)
    rule, decay = suited(key, surface), SCHEDULES["exponential"]()
    swept = replace(rule, learning_rate=rule.learning_rate * np.linspace(0.5, 3.0, 41))
    noise = np.array(((0.0,), (0.2,), (1.0,)))
    for chosen in (rule, swept):
        monkeypatch.setattr(blocks, "LANES", 1_000)
        whole = final_points(surface, chosen, starts, 40, decay, noise=noise, seed=5)
        monkeypatch.setattr(blocks, "LANES", 17)
        np.testing.assert_array_equal(final_points(surface, chosen, starts, 40, decay, noise=noise, seed=5), whole)


@pytest.mark.parametrize("batch", [(), (1,), (7,), (3, 50), (50, 3), (1, 64, 2), (0,)])
def test_blocks_hold_every_lane_once(batch: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "LANES", 8)
    lanes = np.arange(np.prod(batch, dtype=int)).reshape(batch)
    cut = blocks.Blocks(batch)
    taken = [cut.of(lanes, part) for part in cut.parts]
    np.testing.assert_array_equal(np.sort(np.concatenate([part.ravel() for part in taken])), lanes.ravel())
    assert len(cut.parts) == min(max((*batch, 1)), -(-lanes.size // 8)) or len(cut.parts) == 1


def test_a_batch_has_no_outcome_of_its_own() -> None:
    path = run(SURFACES["bowl"](), OPTIMIZERS["sgd"](), np.ones((2, 3)), 5)
    with pytest.raises(ValueError, match="outcome per lane"):
        _ = path.outcome
