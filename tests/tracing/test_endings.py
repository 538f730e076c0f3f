"""The browser tells how paths end as `run` and `basins` do, but for cells whose paths are chaotic."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lecture import basins, sweep
from lecture.landscape import GOAL, REACH
from lecture.openings import with_suggested_rate
from optimizers import SCHEDULES, MiniBatch, OutcomeKind, run
from surfaces import SURFACES, DataSurface, Surface
from tests.tracing.cases import RULES, Case, named, surface_parameters
from tests.tracing.deno import answers
from tracing import kernels

CELLS = 6
STEPS = 80
CHAOTIC = 0.005
"""The share of the cells that may end otherwise: the last bit of a power or a cosine decides there."""

SIDE = 41
PAIRS = [(surface, rule) for surface in SURFACES for rule in RULES]


def asked(surface: Surface, rule: Any, **more: Any) -> dict[str, Any]:
    """What `ends` is asked, for paths that start on the map."""
    x, y = axes(surface, SIDE)
    return {
        "surface": surface.key,
        "surfaceParameters": surface_parameters(surface),
        "rule": rule.key,
        "ruleParameters": named(rule),
        "steps": STEPS,
        "columns": {"path": ["start", "0"], "values": x},
        "rows": {"path": ["start", "1"], "values": y},
        "window": surface.window,
        "lowest": surface.lowest,
        "valley": surface.lowest if surface.has_valley else None,
        "minima": [minimum.point for minimum in surface.minima],
        "reach": REACH,
        **more,
    }


def axes(surface: Surface, side: int) -> list[Any]:
    return [np.linspace(low, high, side) for low, high in surface.window]


def opened(key: str, rule: str) -> tuple[Surface, Any]:
    surface = SURFACES[key]()
    return surface, with_suggested_rate(RULES[rule](), surface)


def names(surface: Surface) -> list[str]:
    """What the codes mean, beginning with the number of the minimum."""
    others = [kind.key for kind in OutcomeKind if not kind.is_minimum]
    return [*(f"minimum {number}" for number in range(len(surface.minima))), "another minimum", *others]


def test_a_thousand_pixels_end_as_their_runs_do(tmp_path: Path) -> None:
    random = np.random.default_rng(14)
    cells = {pair: random.integers(SIDE * SIDE, size=CELLS) for pair in PAIRS}
    calls = [("ends", asked(*opened(*pair), cells=cells[pair])) for pair in PAIRS]
    otherwise = []
    for pair, found in zip(PAIRS, answers(kernels().text, calls, tmp_path), strict=True):
        surface, rule = opened(*pair)
        x, y = axes(surface, SIDE)
        for cell, code, loss in zip(cells[pair].tolist(), found["codes"], found["losses"], strict=True):
            path = run(surface, rule, (x[cell % SIDE], y[cell // SIDE]), STEPS)
            name, kind = names(surface)[int(code)], path.outcome.kind
            if not (kind.is_minimum if "minimum" in name else name == kind.key):
                otherwise.append((pair, cell, name, kind))
            elif kind.has_arrived:
                np.testing.assert_allclose(loss, path.values[-1], rtol=1e-3, atol=1e-3)
    assert len(PAIRS) * CELLS >= 1000
    assert len(otherwise) <= CHAOTIC * len(PAIRS) * CELLS, otherwise


@pytest.mark.parametrize("key", SURFACES)
def test_the_map_is_that_of_basins(key: str, tmp_path: Path) -> None:
    surface = SURFACES[key]()
    if isinstance(surface, DataSurface):
        surface = type(surface)(examples=20)
    chosen = [with_suggested_rate(RULES[rule](), surface) for rule in ("sgd", "heavy-ball", "adam")]
    calls = [("ends", asked(surface, rule, cells=np.arange(SIDE * SIDE))) for rule in chosen]
    for rule, found in zip(chosen, answers(kernels().text, calls, tmp_path), strict=True):
        expected = basins(surface, rule, STEPS, shape=(SIDE, SIDE))
        steps, same = found["steps"], found["codes"] == expected.codes.ravel()
        assert (~same).mean() <= CHAOTIC, f"{rule.key}: {np.flatnonzero(~same)}"
        near = (steps == expected.steps.ravel()) | (np.isnan(steps) & np.isnan(expected.steps.ravel()))
        assert near[same].mean() >= 1.0 - CHAOTIC, rule.key


@pytest.mark.parametrize("width", [1.0, 1e-6])
def test_a_part_of_the_map_is_that_of_basins_there(width: float, tmp_path: Path) -> None:
    """Around a place between two basins, as it is seen after a zoom."""
    surface, rule = opened("himmelblau", "momentum")
    window = ((0.1 - width, 0.1 + width), (-1.0 - width, -1.0 + width))
    x, y = (np.linspace(low, high, SIDE) for low, high in window)
    settings = asked(surface, rule, cells=np.arange(SIDE * SIDE))
    settings["columns"]["values"], settings["rows"]["values"] = x, y
    (found,) = answers(kernels().text, [("ends", settings)], tmp_path)
    expected = basins(surface, rule, STEPS, shape=(SIDE, SIDE), window=window)
    np.testing.assert_array_equal(found["codes"], expected.codes.ravel())
    np.testing.assert_array_equal(found["steps"], expected.steps.ravel())


@pytest.mark.parametrize("key", ["momentum", "adam"])
def test_a_sweep_is_that_of_numpy(key: str, tmp_path: Path) -> None:
    surface, start = SURFACES["himmelblau"](), (0.5, -1.0)
    rule = RULES[key](learning_rate=0.02)
    rates, betas = np.geomspace(1e-3, 0.5, 20), np.linspace(0.0, 0.99, 15)
    settings = asked(
        surface,
        rule,
        start=start,
        schedule="exponential",
        scheduleParameters=named(SCHEDULES["exponential"]()),
        columns={"path": ["ruleParameters", "learning_rate"], "values": rates},
        rows={"path": ["ruleParameters", "beta1"], "values": betas},
        cells=np.arange(rates.size * betas.size),
        reach=GOAL,
        toMinimum=True,
    )
    (found,) = answers(kernels().text, [("ends", settings)], tmp_path)
    decay = SCHEDULES["exponential"]()
    expected = sweep(surface, rule, start, STEPS, ("learning_rate", rates), ("beta1", betas), decay)
    same = found["codes"] == expected.codes.ravel()
    assert (~same).mean() <= CHAOTIC
    np.testing.assert_array_equal(found["steps"][same], expected.steps.ravel()[same])
    arrived = expected.codes.ravel() < len(surface.minima)
    assert arrived.any()
    np.testing.assert_allclose(found["losses"][arrived], expected.losses.ravel()[arrived], atol=1e-9)


def test_a_sweep_of_batch_sizes_is_that_of_numpy(tmp_path: Path) -> None:
    surface, start, decay = SURFACES["regression"](), (-1.0, 2.0), SCHEDULES["exponential"]()
    rule, rates, sizes = RULES["momentum"](), np.geomspace(1e-3, 3.0, 20), [1, 2, 2, 7, 60, 199]
    of_size = {size: Case(surface, rule, decay, start, STEPS, 0.0, 2, size).batches for size in sizes}
    unknown = 60
    settings = asked(
        surface,
        rule,
        start=start,
        schedule=decay.key,
        scheduleParameters=named(decay),
        columns={"path": ["ruleParameters", "learning_rate"], "values": rates},
        rows={
            "path": ["batchSize"],
            "values": sizes,
            "settings": [
                None if size == unknown else {"batches": of_size[size], "scheduleParameters": named(decay)}
                for size in sizes
            ],
        },
        cells=np.arange(rates.size * len(sizes)),
        reach=GOAL,
        toMinimum=True,
    )
    (found,) = answers(kernels().text, [("ends", settings)], tmp_path)
    expected = sweep(
        surface, rule, start, STEPS, ("learning_rate", rates), ("batch_size", sizes), decay, MiniBatch(seed=2)
    )
    shape, known = expected.codes.shape, np.array(sizes) != unknown
    assert np.isnan(found["losses"].reshape(shape)[~known]).all(), "what is not known is not computed"
    same = found["codes"].reshape(shape)[known] == expected.codes[known]
    assert (~same).mean() <= CHAOTIC
    np.testing.assert_array_equal(found["steps"].reshape(shape)[known][same], expected.steps[known][same])
    finite = np.isfinite(expected.losses[known])
    assert finite.mean() > 0.5
    np.testing.assert_allclose(found["losses"].reshape(shape)[known][finite], expected.losses[known][finite], 1e-9)
