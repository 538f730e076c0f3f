"""How soon the map's layers stand, in a real Chromium: grids of paths, computed by workers beside the page."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from playwright.sync_api import Page, sync_playwright

from benchmarks.core import RATES, STEPS, compiled, peer_of
from benchmarks.page import FRAMES_AT_REST, Measured, served
from benchmarks.timing import best_of_alternating
from lecture.openings import with_suggested_rate
from optimizers import OPTIMIZERS, Optimizer
from parameters import declared
from surfaces import SURFACES, Surface
from tests.browser.conftest import ARGUMENTS
from tests.browser.find_chromium import find_or_install
from views.assets import KERNELS, base_url

ROUNDS = 5
SIDE, COARSE, ZOOM = 200, 64, 256
"""Cells along an edge: of a finished map, as many starts as the peer has; of a coarse one; of one that is zoomed to."""

SWEPT, SWEPT_STEPS = (60, 40), 500
"""Columns and rows of a sweep, and the steps of its paths."""

SET_UP = """async (base) => {
  const { Pool } = await import(base + "landscape/pool.js");
  const { Following } = await import(base + "landscape/following.js");
  const pool = new Pool();
  window.compute = async (grid) => {
    const begin = performance.now();
    await pool.run(grid);
    return performance.now() - begin;
  };
  window.follow = (grid, seconds) => new Promise((done) => {
    const begin = performance.now();
    let [maps, frames] = [0, 0];
    const following = new Following(pool, () => { maps += 1; }, (error) => { throw error; });
    const tick = (now) => {
      if (now - begin > 1000 * seconds) return done([maps / seconds, frames / seconds]);
      frames += 1;
      following.want({ ...grid });
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}"""
"""JavaScript: compute a grid, or another one in every frame, as while a slider is dragged."""


def rows() -> list[Measured]:
    """Measure every row of the table."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=[*ARGUMENTS, "--no-sandbox"])
        with served("app.py") as url:
            page = browser.new_page()
            page.goto(f"{url}_stcore/health")
            page.evaluate(SET_UP, f"{url}{base_url()}")
            found = [*_basins(page, url), *_zoom(page, url), *_sweep(page, url), *_dragged(page, url)]
        browser.close()
    return found


def _basins(page: Page, url: str) -> Iterator[Measured]:
    """Measure finished maps beside plain C on one core, and a coarse one."""
    surface, library = SURFACES["himmelblau"](), compiled()
    for key, limit in (("adam", 0.7), ("sgd", None)):
        rule = OPTIMIZERS[key](learning_rate=RATES.get(key, 0.001))
        starts = np.array(np.meshgrid(*axes(surface, SIDE))).reshape(2, -1)
        grid = described(url, surface, rule, SIDE)
        ours, floor = best_of_alternating(
            lambda grid=grid: page.evaluate("(grid) => compute(grid)", grid),
            peer_of(library, key, rule, starts),
            rounds=ROUNDS,
        )
        yield Measured(
            f"basins {SIDE} × {SIDE} × {STEPS} steps, {key} on Himmelblau",
            f"{1000 * ours:.0f} ms",
            f"{1000 * floor:.0f} ms of plain C, one core",
            f"≤ {limit} × C" if limit else "",
            limit is None or ours <= limit * floor,
        )
    coarse = described(url, surface, OPTIMIZERS["adam"](learning_rate=RATES["adam"]), COARSE)
    taken = min(page.evaluate("(grid) => compute(grid)", coarse) for _ in range(ROUNDS))
    yield Measured(f"the coarse map of it, {COARSE} × {COARSE}", f"{taken:.0f} ms", "", "≤ 50 ms", taken <= 50.0)


def _zoom(page: Page, url: str) -> Iterator[Measured]:
    """Measure a map of a part of Rastrigin's landscape."""
    surface = SURFACES["rastrigin"]()
    rule = with_suggested_rate(OPTIMIZERS["adam"](), surface)
    grid = described(url, surface, rule, ZOOM, window=((0.25, 0.75), (0.25, 0.75)))
    taken = min(page.evaluate("(grid) => compute(grid)", grid) for _ in range(ROUNDS))
    yield Measured(
        f"zoom {ZOOM} × {ZOOM} × {STEPS} steps, adam on Rastrigin", f"{taken:.0f} ms", "", "≤ 1000 ms", taken <= 1000.0
    )


def _sweep(page: Page, url: str) -> Iterator[Measured]:
    """Measure a sweep of α and β₁, each over the whole of its slider."""
    surface = SURFACES["himmelblau"]()
    for key in ("momentum", "adam"):
        rule = OPTIMIZERS[key]()
        across, up = (declared(rule)[name] for name in ("learning_rate", "beta1"))
        grid = described(url, surface, rule, SIDE) | {
            "columns": {
                "path": ["ruleParameters", "learning_rate"],
                "values": np.geomspace(across.low, across.high, SWEPT[0]).tolist(),
            },
            "rows": {"path": ["ruleParameters", "beta1"], "values": np.linspace(up.low, up.high, SWEPT[1]).tolist()},
            "toMinimum": True,
        }
        grid["settings"] |= {"start": surface.starts[0].point, "steps": SWEPT_STEPS}
        taken = min(page.evaluate("(grid) => compute(grid)", grid) for _ in range(ROUNDS))
        what = f"sweep {SWEPT[0]} × {SWEPT[1]} × {SWEPT_STEPS} steps, {key} on Himmelblau"
        yield Measured(what, f"{taken:.0f} ms", "", "≤ 300 ms", taken <= 300.0)


def _dragged(page: Page, url: str) -> Iterator[Measured]:
    """Measure coarse maps while every frame wants another one, and the frames meanwhile."""
    idle = page.evaluate(FRAMES_AT_REST)
    grid = described(url, SURFACES["himmelblau"](), OPTIMIZERS["adam"](learning_rate=RATES["adam"]), COARSE)
    maps, frames = page.evaluate("(grid) => follow(grid, 3)", grid)
    yield Measured("coarse maps a second while a slider is dragged", f"{maps:.0f}", "", "≥ 12", maps >= 12.0)
    yield Measured(
        "frames a second meanwhile", f"{frames:.0f}", f"{idle:.0f} idle", "≥ 0.5 × idle", frames >= 0.5 * idle
    )


def axes(surface: Surface, side: int, window: Any = None) -> list[np.ndarray]:
    """The columns and the rows of a grid of starts."""
    return [np.linspace(low, high, side) for low, high in window or surface.window]


def described(url: str, surface: Surface, rule: Optimizer, side: int, window: Any = None) -> dict[str, Any]:
    """A grid of starts, as the pool takes it."""
    x, y = axes(surface, side, window)
    return {
        "kernels": f"{url}{base_url()}{KERNELS}",
        "settings": {
            "surface": surface.key,
            "surfaceParameters": {},
            "rule": rule.key,
            "ruleParameters": {name: getattr(rule, name) for name in declared(rule)},
            "steps": STEPS,
        },
        "columns": {"path": ["start", "0"], "values": x.tolist()},
        "rows": {"path": ["start", "1"], "values": y.tolist()},
        "window": surface.window,
        "lowest": surface.lowest,
        "valley": None,
        "minima": [minimum.point for minimum in surface.minima],
        "reach": 0.01,
    }
