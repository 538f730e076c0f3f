"""What became of a run: each kind from a run that ends so, and small gradients that are no arrival."""

import re
from typing import Any, NamedTuple

import numpy as np
import pytest

from optimizers import OPTIMIZERS, OutcomeKind, Trajectory, run
from optimizers.heavy_ball import HeavyBall
from surfaces import SURFACES, CriticalPoint, Surface
from surfaces.bowl import Bowl
from tests.optimizers.cases import every_surface, says

KINDS = {
    "global minimum": OutcomeKind.GLOBAL_MINIMUM,
    "local minimum": OutcomeKind.LOCAL_MINIMUM,
    "saddle": OutcomeKind.SADDLE,
    "maximum": OutcomeKind.MAXIMUM,
}
MINIMA = {OutcomeKind.GLOBAL_MINIMUM, OutcomeKind.LOCAL_MINIMUM}


class Scenario(NamedTuple):
    """A run and how it ends."""

    kind: OutcomeKind
    surface: str
    rule: str
    hyperparameters: dict[str, Any]
    start: tuple[float, float]
    steps: int

    def path(self) -> Trajectory:
        rule = OPTIMIZERS[self.rule](**self.hyperparameters)
        return run(SURFACES[self.surface](), rule, self.start, self.steps)


def rate(alpha: float, **others: Any) -> dict[str, Any]:
    return {"learning_rate": alpha, **others}


SCENARIOS = {
    "the only minimum": Scenario(OutcomeKind.GLOBAL_MINIMUM, "bowl", "sgd", rate(0.09), (-4.0, 1.5), 200),
    "one of four equal minima": Scenario(OutcomeKind.GLOBAL_MINIMUM, "himmelblau", "adam", rate(0.1), (3.5, 2.5), 400),
    "the end of a valley": Scenario(OutcomeKind.GLOBAL_MINIMUM, "rosenbrock", "adam", rate(0.05), (0.5, 0.25), 3000),
    "the deep well": Scenario(OutcomeKind.GLOBAL_MINIMUM, "plateau", "sgd", rate(0.5), (1.0, 0.5), 100),
    "the shallow well": Scenario(OutcomeKind.LOCAL_MINIMUM, "plateau", "sgd", rate(0.5), (3.5, 1.8), 100),
    "a valley of minima": Scenario(OutcomeKind.GLOBAL_MINIMUM, "edge", "sgd", rate(0.1), (5.0, 0.1), 100),
    "a dimple": Scenario(OutcomeKind.LOCAL_MINIMUM, "rastrigin", "sgd", rate(0.003), (4.2, 4.2), 100),
    "a hump's trap": Scenario(OutcomeKind.LOCAL_MINIMUM, "six-hump-camel", "sgd", rate(0.02), (1.5, 0.5), 200),
    "down the ridge": Scenario(OutcomeKind.SADDLE, "saddle", "sgd", rate(0.03), (1.5, 0.0), 300),
    "down the ridge with speed": Scenario(OutcomeKind.SADDLE, "saddle", "momentum", rate(0.03), (1.5, 0.0), 900),
    "on the hilltop": Scenario(
        OutcomeKind.MAXIMUM, "himmelblau", "sgd", rate(1e-5), (-0.2708445906673476, -0.9230385564799816), 10
    ),
    "halfway": Scenario(OutcomeKind.MOVING, "bowl", "sgd", rate(0.01), (-4.0, 1.5), 20),
    "through the minimum at speed": Scenario(
        OutcomeKind.MOVING, "bowl", "heavy-ball", rate(0.5, beta1=0.9), (-4.0, 0.0), 3
    ),
    "far out on the plateau": Scenario(OutcomeKind.STANDING, "plateau", "sgd", rate(0.5), (-3.0, 5.0), 200),
    "down the open side": Scenario(OutcomeKind.LEFT_THE_MAP, "saddle", "sgd", rate(0.03), (1.5, 1e-3), 200),
    "outside from the start": Scenario(OutcomeKind.MOVING, "bowl", "sgd", rate(1e-4), (50.0, 1.0), 10),
    "a rate a little too large": Scenario(OutcomeKind.DIVERGING, "bowl", "sgd", rate(0.11), (-4.0, 1.5), 60),
    "so far out that the loss is infinite": Scenario(
        OutcomeKind.DIVERGING, "bowl", "sgd", rate(0.18), (-4.0, 1.5), 500
    ),
    "a rate too large": Scenario(OutcomeKind.DIVERGED, "rosenbrock", "sgd", rate(1.0), (-1.2, 1.0), 200),
    # Small gradients, or steps that are small because the rate is, where no critical point is near.
    "trap: the valley floor": Scenario(OutcomeKind.MOVING, "rosenbrock", "sgd", rate(1e-3), (0.0, 0.0), 200),
    "trap: late on the valley floor": Scenario(OutcomeKind.MOVING, "rosenbrock", "sgd", rate(1e-3), (0.9, 0.81), 300),
    "trap: down to a valley of minima": Scenario(OutcomeKind.MOVING, "edge", "sgd", rate(0.01), (5.0, 0.1), 3),
    "trap: the plateau": Scenario(OutcomeKind.STANDING, "plateau", "momentum", rate(0.5), (7.9, 5.9), 300),
    "trap: where the gradient is exactly zero": Scenario(
        OutcomeKind.STANDING, "plateau", "sgd", rate(0.5), (60.0, 60.0), 50
    ),
    "trap: the ridge not yet done": Scenario(OutcomeKind.MOVING, "saddle", "sgd", rate(0.03), (1.5, 0.0), 30),
    "trap: a tiny rate": Scenario(OutcomeKind.STANDING, "himmelblau", "sgd", rate(1e-8), (1.0, 0.2), 20),
}
every_scenario = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=list(SCENARIOS))


@every_scenario
def test_a_run_ends_as_expected(scenario: Scenario) -> None:
    assert scenario.path().outcome.kind is scenario.kind


def test_the_scenarios_end_in_every_way_there_is() -> None:
    # Only a typed formula can be undefined somewhere: tests/surfaces/test_formula.py.
    assert {scenario.kind for scenario in SCENARIOS.values()} == {*OutcomeKind} - {OutcomeKind.LEFT_THE_DOMAIN}


def test_a_small_gradient_is_not_enough() -> None:
    # The traps have smaller gradients than runs that have arrived.
    arrived = SCENARIOS["one of four equal minima"]._replace(steps=120).path().outcome
    trapped = SCENARIOS["trap: the plateau"].path().outcome
    assert arrived.kind in MINIMA
    assert trapped.kind not in MINIMA
    assert trapped.gradient_norm < arrived.gradient_norm


@every_scenario
def test_the_sentence_has_the_numbers(scenario: Scenario) -> None:
    path = scenario.path()
    kind, sentence, norm, eigenvalues, step = path.outcome
    x, y = path.points[:, -1]
    expected = [x, y] if kind is OutcomeKind.STANDING else [x, y, path.values[-1]]
    if kind in (*KINDS.values(), OutcomeKind.STANDING, OutcomeKind.MOVING):
        expected += [norm, *eigenvalues]
    if kind in {OutcomeKind.GLOBAL_MINIMUM, OutcomeKind.MOVING, OutcomeKind.LEFT_THE_MAP, OutcomeKind.DIVERGING}:
        expected += [path.steps]
    if kind in {OutcomeKind.MOVING, OutcomeKind.STANDING}:
        expected += [float(np.linalg.norm(path.points[:, -1] - path.points[:, -2]))]
    if kind is OutcomeKind.DIVERGED:
        expected += [path.steps + 1]
    if step is not None:
        expected += [step]
    for number in expected:
        assert says(sentence, number), f"{number:g} is missing in: {sentence}"
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    assert str(path.outcome) == sentence


@every_scenario
def test_the_numbers_are_those_of_the_last_point(scenario: Scenario) -> None:
    path, surface = scenario.path(), SURFACES[scenario.surface]()
    point = path.points[:, -1]
    with np.errstate(all="ignore"):
        gradient, hessian = surface.gradient(point), surface.hessian(point)
        norm = float(np.sqrt(np.sum(gradient.astype(np.longdouble) ** 2)))
    np.testing.assert_allclose(path.outcome.gradient_norm, norm, rtol=1e-12)
    if np.isfinite(hessian).all():
        np.testing.assert_allclose(path.outcome.eigenvalues, np.linalg.eigvalsh(hessian), rtol=1e-12, atol=1e-12)


@every_surface
def test_a_rule_put_on_a_critical_point_is_said_to_be_there(surface: Surface) -> None:
    for critical in surface.critical_points:
        path = run(surface, OPTIMIZERS["sgd"](learning_rate=1e-6), critical.point, 2)
        assert path.outcome.kind is KINDS[critical.kind], critical
        assert says(path.outcome.sentence, critical.value) or abs(critical.value) < 1e-12


@pytest.mark.parametrize("surface", [surface for surface in (kind() for kind in SURFACES.values()) if surface.minima])
def test_a_rule_in_a_valley_arrives_at_its_minimum(surface: Surface) -> None:
    for minimum in surface.minima:
        low, high = np.linalg.eigvalsh(surface.hessian(np.array(minimum.point)))
        # Half the rate of the fastest way down the steep direction, and steps for the shallow one.
        rule, steps = OPTIMIZERS["sgd"](learning_rate=0.5 / high), 50 + int(20.0 * high / low)
        path = run(surface, rule, nudged(minimum), steps)
        assert path.outcome.kind is KINDS[minimum.kind], minimum


def nudged(critical: CriticalPoint) -> tuple[float, float]:
    x, y = critical.point
    return x + 0.05, y - 0.03


def test_noise_does_not_reach_the_outcome() -> None:
    bowl = SURFACES["bowl"]()
    path = run(bowl, OPTIMIZERS["sgd"](learning_rate=1e-5), (0.0, 0.0), 5, noise=10.0)
    assert path.outcome.kind is OutcomeKind.GLOBAL_MINIMUM
    assert path.outcome.gradient_norm == pytest.approx(float(np.linalg.norm(bowl.gradient(path.points[:, -1]))))
    assert path.outcome.gradient_norm < 0.1 < float(np.linalg.norm(path.gradients[:, -1]))


def test_the_step_of_leaving_is_the_first_of_the_last_time_outside() -> None:
    path = SCENARIOS["down the open side"].path()
    step = path.outcome.step
    assert step is not None
    (_, _), (low, high) = SURFACES["saddle"]().window
    assert low <= path.points[1, step - 1] <= high < path.points[1, step]
    assert SCENARIOS["outside from the start"].path().outcome.step is None


def test_the_key_of_a_kind_is_made_of_lower_case_words_with_dashes() -> None:
    assert OutcomeKind.DIVERGED.key == "diverged"
    assert OutcomeKind.LEFT_THE_MAP.key == "left-the-map"
    assert OutcomeKind.GLOBAL_MINIMUM.key == "global-minimum"
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.key) for kind in OutcomeKind)
    assert len({kind.key for kind in OutcomeKind}) == len(OutcomeKind)


def test_a_run_that_begins_outside_the_map_has_not_left_it() -> None:
    nearer = run(Bowl(condition=20.0), OPTIMIZERS["sgd"](learning_rate=0.01), (-20.0, 0.0), 50).outcome
    assert nearer.kind is OutcomeKind.MOVING
    assert nearer.sentence.startswith("It is still moving after 50 steps, at (−12.1, 0), outside the map, with loss ")
    still = run(SURFACES["plateau"](), OPTIMIZERS["sgd"](), (-20.0, 30.0), 50).outcome
    assert still.kind is OutcomeKind.STANDING
    assert still.sentence.startswith(
        "It stands still at (−20, 30), outside the map, where there is no critical point, with loss 1. "
    )
    away = run(Bowl(condition=20.0), OPTIMIZERS["sgd"](learning_rate=0.11), (-20.0, 20.0), 200).outcome
    assert away.kind is OutcomeKind.DIVERGING
    assert away.sentence.startswith("It is diverging. After 200 steps it is at ")
    assert "left the map" not in nearer.sentence + still.sentence + away.sentence


def test_a_run_that_comes_in_and_goes_out_again_has_left_the_map() -> None:
    bowl = Bowl(condition=1.0)
    out = run(bowl, HeavyBall(learning_rate=0.9, beta1=0.9), (-9.0, 0.0), 2).outcome
    assert out.kind is OutcomeKind.LEFT_THE_MAP
    assert out.step == 2
