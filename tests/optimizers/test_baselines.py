"""The baselines: Newton against linear algebra, the others against SciPy's own runs, all of them as racers."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize

from optimizers import BASELINES, OPTIMIZERS, OutcomeKind, branch, run
from optimizers.bfgs import BFGS
from optimizers.conjugate_gradients import ConjugateGradients
from optimizers.iterates import FAR
from optimizers.nelder_mead import NelderMead
from optimizers.newton import Newton
from optimizers.work import HESSIAN, VALUE
from surfaces import SURFACES
from surfaces.rosenbrock import Rosenbrock
from surfaces.saddle import Saddle
from tests.optimizers.cases import Array, every_surface, start_of

every_baseline = pytest.mark.parametrize("key", BASELINES)
ROSENBROCK = Rosenbrock()


@pytest.mark.parametrize("damping", [0.0, 3.0])
@pytest.mark.parametrize("absolute", [False, True])
def test_newtons_direction_solves_its_equations(damping: float, absolute: bool) -> None:
    surface, random = SURFACES["himmelblau"](), np.random.default_rng(0)
    rule = Newton(damping=damping, absolute=absolute)
    for point in random.uniform(-4.0, 4.0, (20, 2)):
        gradient, hessian = surface.gradient(point), surface.hessian(point)
        if absolute:
            values, vectors = np.linalg.eigh(hessian)
            hessian = vectors @ np.diag(np.abs(values)) @ vectors.T
        wanted = np.linalg.solve(hessian + damping * np.eye(2), gradient)
        moved, state = rule.on(surface)(point, gradient, rule.init(point), 0.5)
        np.testing.assert_allclose(state.d, wanted, rtol=1e-9)
        np.testing.assert_allclose(moved, point - 0.5 * wanted, rtol=1e-9)


def test_newton_goes_to_the_saddle_unless_curvatures_lose_their_signs() -> None:
    surface = Saddle()
    plain, absolute = (run(surface, Newton(absolute=on), start_of(surface), 20) for on in (False, True))
    assert plain.outcome.kind is OutcomeKind.SADDLE
    assert absolute.outcome.kind in (OutcomeKind.LEFT_THE_MAP, OutcomeKind.DIVERGING)
    assert (np.diff(absolute.values) < 0.0).all()


@every_surface
@pytest.mark.parametrize("family", [BFGS, ConjugateGradients])
def test_iterates_are_those_of_scipy(surface, family) -> None:
    start, iterates, counted = np.array(start_of(surface)), [], []

    def note(xk: Array) -> None:
        iterates.append(xk.copy())
        if np.abs(xk).max() > FAR:
            raise StopIteration

    with np.errstate(all="ignore"):
        found = minimize(
            surface.value, start, jac=surface.gradient, method=family.method, callback=note, options={"maxiter": 40}
        )
    counted = VALUE * found.nfev + found.njev
    path = run(surface, family(), start, 40)
    np.testing.assert_array_equal(path.points[:, 1 : len(iterates) + 1], np.array(iterates).T)
    work = family().work(path.states, path.steps)
    if len(iterates) == 40:
        assert work[-1] <= counted
    else:
        assert (np.ptp(path.points[:, len(iterates) :], axis=1) == 0.0).all(), "where it ends the path stays"
        assert work[len(iterates)] == work[-1] <= counted


@every_surface
def test_one_triangle_walks_as_in_one_run_of_scipy(surface) -> None:
    start, iterates = np.array(start_of(surface)), []
    corners = start + np.array(((0.0, 0.0), (0.5, 0.0), (0.0, 0.5)))
    with np.errstate(all="ignore"):
        found = minimize(
            surface.value,
            start,
            method="Nelder-Mead",
            callback=lambda xk: iterates.append(xk.copy()),
            options={"initial_simplex": corners, "maxiter": 61},
        )
    path = run(surface, NelderMead(0.5), start, 60)
    np.testing.assert_array_equal(path.points[:, 1 : len(iterates) + 1], np.array(iterates).T)
    assert path.states.asked[0, -1] == found.nfev
    losses = surface.value(np.stack([path.points[:, 1:], path.states.second, path.states.worst], axis=-1))
    assert (np.diff(losses, axis=-1) >= 0.0).all(), "w is the best corner and c the worst"


@every_baseline
def test_work_is_counted_from_zero_and_never_falls(key: str) -> None:
    rule = BASELINES[key]()
    path = run(ROSENBROCK, rule, start_of(ROSENBROCK), 30)
    work = rule.work(path.states, path.steps)
    assert work.shape == (31,)
    assert work[0] == 0.0
    assert (np.diff(work) >= 0.0).all()


def test_a_rule_asks_for_one_gradient_an_update_and_newton_for_a_hessian_too() -> None:
    np.testing.assert_array_equal(OPTIMIZERS["adam"]().work(None, 3), [0.0, 1.0, 2.0, 3.0])
    np.testing.assert_array_equal(OPTIMIZERS["nesterov"]().work(None, 3), [0.0, 1.0, 2.0, 3.0])
    newton, bowl = Newton(), SURFACES["bowl"]()
    path = run(bowl, newton, start_of(bowl), 5)
    # One update arrives, and another one finds that it has.
    np.testing.assert_array_equal(newton.work(path.states, 5), (1.0 + HESSIAN) * np.array((0, 1, 2, 2, 2, 2)))


@every_baseline
def test_a_branch_with_the_same_values_is_the_path(key: str) -> None:
    rule = BASELINES[key](learning_rate=0.5)
    path = run(ROSENBROCK, rule, start_of(ROSENBROCK), 25)
    again = branch(path, 7, rule, 25)
    np.testing.assert_array_equal(again.points, path.points)
    for one, other in zip(again.states, path.states, strict=True):
        np.testing.assert_array_equal(one, other)


@every_baseline
def test_a_batch_is_its_lanes(key: str) -> None:
    starts = np.array(((-1.2, 0.5, 2.0), (1.0, -0.5, 1.5)))
    lengths: Any = np.array((0.3, 0.5, 1.0))
    together = run(ROSENBROCK, BASELINES[key](learning_rate=lengths), starts, 12)
    for lane, length in enumerate(lengths.tolist()):
        alone = run(ROSENBROCK, BASELINES[key](learning_rate=length), starts[:, lane], 12)
        np.testing.assert_array_equal(together.lane(lane).points, alone.points)


@every_baseline
def test_without_a_surface_there_is_nobody_to_ask(key: str) -> None:
    rule = BASELINES[key]()
    with pytest.raises(TypeError, match="needs a surface"):
        rule.step(np.zeros(2), np.zeros(2), rule.init(np.zeros(2)), 1.0)


@every_baseline
def test_a_baseline_says_what_its_state_is(key: str) -> None:
    rule = BASELINES[key]()
    assert tuple(rule.meanings) == rule.init(np.zeros(2))._fields
    assert rule.price.endswith(".")
    assert replace(rule, learning_rate=0.1).formula
