"""The browser walks the paths of `run`: to the last bit where arithmetic allows, else as far as the path is stable."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, SCHEDULES, MiniBatch, Trajectory, final_points, run
from parameters import declared
from scenes import worked_step
from surfaces import SURFACES, DataSurface, stationary_covariance
from tests.tracing.cases import RULES, Case, cases, drawn, is_exact, named, surface_parameters
from tests.tracing.deno import answers
from tracing import kernels
from tracing.sources import trace_rule, trace_schedule, trace_surface, variants

ROUNDING = 1e-12
LEAST_COMPARED = 0.05
"""The share of a pair's updates that has to be compared. Rastrigin's paths are the least stable: 7 % with momentum."""


@dataclass(frozen=True)
class Walked:
    case: Case
    path: dict[str, Any]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[Walked]]:
    """What the browser's module makes of all cases, by surface and rule."""
    drawn = cases()
    paths = answers(kernels().text, [("walk", case.settings) for case in drawn], tmp_path_factory.mktemp("kernels"))
    found: dict[tuple[str, str], list[Walked]] = {}
    for case, path in zip(drawn, paths, strict=True):
        found.setdefault((case.surface.key, case.rule.key), []).append(Walked(case, path))
    return found


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("surface", SURFACES)
def test_the_browser_walks_the_path_of_a_run(surface: str, rule: str, walked: Any) -> None:
    compared = taken = 0
    for one in walked[surface, rule]:
        ours = one.case.run()
        reach = ours.steps if is_walked_exactly(one.case) else stable_steps(one.case, ours)
        compared, taken = compared + reach, taken + ours.steps
        allowed = 0.0 if is_walked_exactly(one.case) else ROUNDING
        if reach == ours.steps:
            assert one.path["length"] == ours.steps
        assert len(one.path["x"]) == len(one.path["loss"]) == one.path["length"] + 1
        assert len(one.path["rate"]) == one.path["length"]
        of_points, of_gradients = (1.0 + np.abs(numbers).max(axis=0) for numbers in (ours.points, ours.gradients))
        expected = {
            "x": (ours.points[0], of_points),
            "y": (ours.points[1], of_points),
            "loss": (ours.values, 1.0 + np.abs(ours.values)),
            "gx": (ours.gradients[0], of_gradients),
            "gy": (ours.gradients[1], of_gradients),
        }
        for name, (numbers, scale) in expected.items():
            assert_near(one.path[name][: reach + 1], numbers[: reach + 1], allowed, scale[: reach + 1], name)
        rates = ours.learning_rates[:reach]
        assert_near(one.path["rate"][:reach], rates, allowed, rates, "rate")
    assert compared >= LEAST_COMPARED * taken, "too few updates are stable enough to be compared"


def test_a_path_that_diverges_is_cut_at_its_last_finite_point(tmp_path: Path) -> None:
    steep = Case(
        SURFACES["himmelblau"](), OPTIMIZERS["sgd"](learning_rate=0.5), SCHEDULES["constant"](), (4, 4), 50, 0, 0
    )
    ours = steep.run()
    (path,) = answers(kernels().text, [("walk", steep.settings)], tmp_path)
    assert 0 < ours.steps < steep.steps
    assert path["length"] == ours.steps == len(path["rate"]) == len(path["loss"]) - 1
    np.testing.assert_array_equal((path["x"], path["y"]), ours.points)
    np.testing.assert_array_equal((path["gx"], path["gy"]), ours.gradients)


@pytest.mark.parametrize("rule", RULES)
def test_the_numbers_of_every_update_are_those_of_a_worked_step(rule: str, tmp_path: Path) -> None:
    random = np.random.default_rng(11)
    schedule = SCHEDULES["cosine"]()
    chosen = [replace(drawn(RULES[rule], random), learning_rate=0.01) for _ in range(4)]
    runs = [Case(SURFACES["himmelblau"](), each, schedule, (1.5, -2.0), 60, 0.5, 4) for each in chosen]
    paths = answers(kernels().text, [("walk", case.settings) for case in runs], tmp_path)
    calls = [("numbersOf", {**case.settings, "path": path}) for case, path in zip(runs, paths, strict=True)]
    for case, found in zip(runs, answers(kernels().text, calls, tmp_path), strict=True):
        ours = case.run()
        expected = worked_step.arrays(case.rule, ours)
        expected |= {"gradient_norms": ours.gradient_norms, "points": ours.points}
        assert found.keys() == expected.keys()
        for name, numbers in expected.items():
            assert found[name]["shape"] == list(numbers.shape)
            same = np.reshape(found[name]["data"], numbers.shape)
            assert_near(same, numbers, ROUNDING, 1.0 + np.abs(numbers), f"{rule}: {name}")


def assert_near(found: Any, expected: Any, allowed: float, scale: Any, name: str) -> None:
    if allowed:
        with np.errstate(invalid="ignore"):
            near = (
                (np.abs(found - expected) <= allowed * scale)
                | (found == expected)
                | (np.isnan(found) & np.isnan(expected))
            )
        assert near.all(), f"{name} differs at step {np.argmin(near)}: {found[~near][:3]} for {expected[~near][:3]}"
    else:
        np.testing.assert_array_equal(found, expected, err_msg=name)


def is_walked_exactly(case: Case) -> bool:
    """Whether a run uses nothing but operations that are rounded alike everywhere."""
    switches = next(v for v in variants(type(case.rule)) if all(getattr(case.rule, k) == x for k, x in v.items()))
    surface = trace_surface(type(case.surface), variants(type(case.surface))[0])
    step, rate = trace_rule(type(case.rule), switches).step, trace_schedule(type(case.schedule), {})
    return all(map(is_exact, (surface.value, surface.gradient, step, rate)))


def stable_steps(case: Case, ours: Trajectory) -> int:
    """How many steps a run takes before a last bit moves a point or gradient by 1e-13 of its size, or of 1 if smaller.

    The last bit is one of the start's coordinates, of the surface's parameters, or of the learning rate: a cosine of
    them may be rounded otherwise.
    """
    reach = ours.steps
    for moved in (neighbour.run() for neighbour in neighbours(case)):
        common = min(moved.steps, ours.steps) + 1
        for mine, theirs in ((ours.points, moved.points), (ours.gradients, moved.gradients)):
            scale = 1.0 + np.abs(mine[:, :common]).max(axis=0)
            with np.errstate(invalid="ignore"):
                near = np.abs(mine[:, :common] - theirs[:, :common]).max(axis=0) <= 0.1 * ROUNDING * scale
            reach = min(reach, common - 1 if near.all() else int(np.argmin(near)) - 1)
    return max(reach, 0)


def neighbours(case: Case) -> list[Case]:
    """Runs that differ from one in the last bit of a number."""
    x, y = case.start
    starts = ((np.nextafter(x, np.inf), y), (x, np.nextafter(y, np.inf)))
    floats = {name: value for name, value in named(case.surface).items() if isinstance(value, float)}
    surfaces = [
        replace(case.surface, **{name: np.nextafter(value, 0.0)}) for name, value in floats.items() if value > 1.0
    ]
    rates = [np.nextafter(case.rule.learning_rate, to) for to in (0.0, np.inf)]
    low, high = declared(case.rule)["learning_rate"].low, declared(case.rule)["learning_rate"].high
    rules = [replace(case.rule, learning_rate=rate) for rate in rates if low <= rate <= high]
    return [
        *(replace(case, start=start) for start in starts),
        *(replace(case, surface=surface) for surface in surfaces),
        *(replace(case, rule=rule) for rule in rules),
    ]


@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_many_paths_end_where_those_of_numpy_do(rule: str, tmp_path: Path) -> None:
    surface = SURFACES["himmelblau"]()
    starts = np.random.default_rng(3).uniform(-6.0, 6.0, (2, 50))
    chosen = replace(OPTIMIZERS[rule](), learning_rate=0.03)
    settings = {
        "surface": "himmelblau",
        "rule": rule,
        "ruleParameters": named(chosen),
        "steps": 30,
        "x": starts[0],
        "y": starts[1],
    }
    (ends,) = answers(kernels().text, [("finalPoints", settings)], tmp_path)
    expected = final_points(surface, chosen, starts, 30)
    assert_near(np.array((ends["x"], ends["y"])), expected, ROUNDING, 1.0 + np.abs(expected), "final points")


def test_losses_gradients_and_second_derivatives_are_those_of_the_surfaces(tmp_path: Path) -> None:
    points = np.random.default_rng(5).uniform(-3.0, 3.0, (2, 40))
    points[:, 0] = 1e200
    settings = [
        {"surface": key, "surfaceParameters": surface_parameters(family()), "x": points[0], "y": points[1]}
        for key, family in SURFACES.items()
    ]
    names = ("values", "gradients", "hessians")
    found = iter(answers(kernels().text, [(name, s) for s in settings for name in names], tmp_path))
    with np.errstate(all="ignore"):
        for family in SURFACES.values():
            surface = family()
            assert_near(next(found), surface.value(points), ROUNDING, 1.0, f"{surface.key}: loss")
            gradient, expected = next(found), surface.gradient(points)
            assert_near(np.array((gradient["x"], gradient["y"])), expected, ROUNDING, 1e3, f"{surface.key}: gradient")
            hessian, matrix = next(found), surface.hessian(points)
            second = np.array((hessian["xx"], hessian["xy"], hessian["yy"]))[:, 1:]
            assert_near(second, matrix[[0, 0, 1], [0, 1, 1]][:, 1:], ROUNDING, 1e3, f"{surface.key}: hessian")


def test_what_models_say_is_what_they_say_in_numpy(tmp_path: Path) -> None:
    models = [family(examples=50, data_seed=4) for family in SURFACES.values() if issubclass(family, DataSurface)]
    indices, places, first = np.array([3, 0, 49]), np.linspace(-4.0, 4.0, 9), np.array([-2.0, 0.5])
    calls = []
    for model in models:
        asked = {"surface": model.key, "surfaceParameters": surface_parameters(model), "point": [0.7, -1.2]}
        calls += [(name, {**asked, "indices": indices}) for name in ("predictions", "exampleGradients")]
        calls += [("line", {**asked, "places": places})]
    found = iter(answers(kernels().text, calls, tmp_path))
    for model in models:
        point, batch = np.array([[0.7], [-1.2]]), model.batch(indices)
        assert_near(next(found), model.predicted(point, batch.features), ROUNDING, 1.0, f"{model.key}: predictions")
        gradients, line = next(found), next(found)
        singly = np.transpose([model.batch_gradient(point[:, 0], np.array([index])) for index in indices])
        assert_near(np.array((gradients["x"], gradients["y"])), singly, ROUNDING, 10.0, f"{model.key}: gradients")
        assert_near(np.array((line["u"], line["v"])), model.line(point, places), ROUNDING, 10.0, f"{model.key}: line")
        path: Any = run(model, OPTIMIZERS["sgd"](), (0.7, -1.2), 20, gradients=MiniBatch(7, seed=1))
        batches = {"indices": path.batches.ravel(), "size": 7}
        asked = {"surface": model.key, "surfaceParameters": surface_parameters(model), "batches": batches}
        (values,) = answers(
            kernels().text, [("values", asked | dict(zip("xy", path.points[:, :-1], strict=True)))], tmp_path
        )
        assert_near(values, path.batch_values[:-1], ROUNDING, 10.0, f"{model.key}: losses of batches")
    asked = {"surface": "regression", "surfaceParameters": surface_parameters(models[0]), "index": 3, "x": first}
    (second,) = answers(kernels().text, [("withoutLoss", asked)], tmp_path)
    asked = {**asked, "point": models[0].minima[0].point, "rate": 0.05, "size": 4}
    (moment,) = answers(kernels().text, [("cloud", asked)], tmp_path)
    expected = stationary_covariance(models[0], 0.05, 4)
    assert expected is not None
    assert_near(np.array(moment), expected[[0, 0, 1], [0, 1, 1]], ROUNDING, 1.0, "cloud")
    assert_near(second, models[0].without_loss(first, models[0].batch(np.array([3]))), 0.0, 1.0, "without loss")


@pytest.mark.parametrize("key", SCHEDULES)
def test_every_schedule_gives_the_rates_of_numpy(key: str, tmp_path: Path) -> None:
    random = np.random.default_rng(8)
    schedules = [SCHEDULES[key](), *(drawn(SCHEDULES[key], random) for _ in range(5))]
    calls = [
        ("ratesOf", {"schedule": key, "scheduleParameters": named(s), "initial": 0.3, "steps": 400}) for s in schedules
    ]
    for schedule, rates in zip(schedules, answers(kernels().text, calls, tmp_path), strict=True):
        expected = schedule.rate(0.3, np.arange(1, 401))
        exact = is_exact(trace_schedule(type(schedule), {}))
        assert_near(rates, expected, 0.0 if exact else ROUNDING, np.maximum(np.abs(expected), 1e-300), key)
