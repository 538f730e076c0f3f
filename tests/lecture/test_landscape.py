"""Basins and sweeps: every cell is a run of its own, told by the outcome that `run` gives it."""

from dataclasses import replace

import numpy as np
import pytest

from lecture import basins, sweep
from lecture.openings import with_suggested_rate
from optimizers import MISTAKES, OPTIMIZERS, MiniBatch, Optimizer, OutcomeKind, Trajectory, run
from optimizers.heavy_ball import HeavyBall
from optimizers.sgd import SGD
from surfaces import SURFACES, Surface
from surfaces.bowl import Bowl

RULES = {**OPTIMIZERS, **MISTAKES}
CELLS = 5
MINIMA = (OutcomeKind.GLOBAL_MINIMUM, OutcomeKind.LOCAL_MINIMUM)


def says(path: Trajectory, name: str) -> bool:
    """Whether a name says how a run ended."""
    if path.outcome.kind not in MINIMA:
        return name == path.outcome.kind.value
    return "minimum" in name and "reached" not in name


def opened(surface: Surface, key: str) -> Optimizer:
    return with_suggested_rate(RULES[key](), surface)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("key", SURFACES)
def test_every_cell_ends_as_its_run_does(key: str, rule: str) -> None:
    surface = SURFACES[key]()
    (left, right), (bottom, top) = surface.window
    chosen = opened(surface, rule)
    found = basins(surface, chosen, 60, shape=(9, 11))
    assert found.codes.shape == found.steps.shape == (9, 11)
    random = np.random.default_rng((len(key), *rule.encode()))
    for row, column in random.integers((9, 11), size=(CELLS, 2)).tolist():
        start = (np.linspace(left, right, 11)[column], np.linspace(bottom, top, 9)[row])
        path = run(surface, chosen, start, 60)
        name = found.names[found.codes[row, column]]
        assert says(path, name), f"{name} for {path.outcome}"
        distances = np.hypot(*(path.points - path.points[:, -1:]))
        arrives = path.outcome.kind in (*MINIMA, OutcomeKind.SADDLE, OutcomeKind.MAXIMUM)
        expected = np.argmax(distances <= 0.01) if arrives else np.nan
        np.testing.assert_array_equal(found.steps[row, column], expected)


def test_a_minimum_is_named_by_its_place_and_every_basin_of_himmelblau_is_found() -> None:
    surface = SURFACES["himmelblau"]()
    found = basins(surface, SGD(0.01), 300, shape=(40, 40))
    assert found.names[:4] == tuple(
        f"minimum at ({', '.join(f'{c:.3g}'.replace('-', '−') for c in minimum.point)})" for minimum in surface.minima
    )
    shares = [(found.codes == code).mean() for code in range(4)]
    assert min(shares) > 0.1
    assert sum(shares) > 0.95


def test_a_grid_lies_in_the_window_that_is_given_and_its_parts_fit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    surface = SURFACES["himmelblau"]()
    whole = basins(surface, SGD(0.01), 50, (6, 7), ((-1.0, 2.0), (0.0, 3.0)))
    monkeypatch.setattr("lecture.landscape.POINTS_AT_ONCE", 200)
    parts = basins(surface, SGD(0.01), 50, (6, 7), ((-1.0, 2.0), (0.0, 3.0)))
    np.testing.assert_array_equal(parts.codes, whole.codes)
    np.testing.assert_array_equal(parts.steps, whole.steps)
    corner = run(surface, SGD(0.01), (2.0, 0.0), 50)
    assert says(corner, whole.names[whole.codes[0, 6]])


def test_a_sweep_of_hyper_parameters_is_a_run_for_every_pair() -> None:
    surface, rates, betas = SURFACES["bowl"](), np.geomspace(1e-3, 3.0, 8), np.array([0.0, 0.5, 0.9])
    found = sweep(surface, HeavyBall(), (-4.0, 1.5), 80, ("learning_rate", rates), ("beta1", betas))
    assert found.codes.shape == (3, 8)
    for row, beta in enumerate(betas):
        for column, rate in enumerate(rates):
            path = run(surface, HeavyBall(learning_rate=rate, beta1=beta), (-4.0, 1.5), 80)
            assert says(path, found.names[found.codes[row, column]])
            np.testing.assert_array_equal(found.losses[row, column], path.values[-1])
            near = np.hypot(*path.points) <= 1e-3
            np.testing.assert_array_equal(found.steps[row, column], np.argmax(near) if near.any() else np.nan)


def test_a_surface_can_be_swept_too() -> None:
    rates, conditions = np.array([0.01, 0.1, 0.5]), np.array([2.0, 10.0])
    found = sweep(Bowl(), SGD(), (-4.0, 1.5), 40, ("learning_rate", rates), ("condition", conditions))
    for row, condition in enumerate(conditions):
        for column, rate in enumerate(rates):
            path = run(replace(Bowl(), condition=condition), SGD(rate), (-4.0, 1.5), 40)
            np.testing.assert_array_equal(found.losses[row, column], path.values[-1])


def test_batch_sizes_can_be_swept() -> None:
    surface, rates, sizes = SURFACES["logistic"](), np.array([0.01, 0.1, 1.0]), [1, 8, 200]
    source = MiniBatch(seed=5, replacement=True)
    found = sweep(
        surface, HeavyBall(), (1.0, -2.0), 40, ("learning_rate", rates), ("batch_size", sizes), gradients=source
    )
    for row, size in enumerate(sizes):
        for column, rate in enumerate(rates):
            own = replace(source, batch_size=size)
            path = run(surface, HeavyBall(learning_rate=rate), (1.0, -2.0), 40, gradients=own)
            np.testing.assert_array_equal(found.losses[row, column], path.values[-1])
            assert says(path, found.names[found.codes[row, column]])


def test_what_cannot_be_swept_is_named() -> None:
    rates = ("learning_rate", [0.1])
    with pytest.raises(ValueError, match=r"beta1.*learning_rate"):
        sweep(Bowl(), SGD(), (1.0, 1.0), 10, ("beta1", [0.5]), rates)
    with pytest.raises(ValueError, match=r"batch_size.*learning_rate"):
        sweep(Bowl(), SGD(), (1.0, 1.0), 10, ("batch_size", [8]), rates)
    with pytest.raises(ValueError, match=r"MiniBatch: batch_size must be a whole number"):
        sweep(SURFACES["regression"](), SGD(), (1.0, 1.0), 10, ("batch_size", [2.5]), rates, gradients=MiniBatch())
