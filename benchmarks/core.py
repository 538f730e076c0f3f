"""The speed of the NumPy core, against a bare loop and against plain C."""

import ctypes
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import numpy as np

from benchmarks.bare import LOOPS, mini_batches
from benchmarks.timing import best_of_alternating
from optimizers import OPTIMIZERS, MiniBatch, final_points, run
from parameters import Number, declared
from surfaces import SURFACES

STARTS, STEPS = 40_000, 300
RATES = {"adadelta": 0.1} | dict.fromkeys(("adagrad", "rmsprop", "adam", "adam-l2", "adamw", "nadam", "adamax"), 0.01)
CLASSIC_START = np.array((-1.2, 1.0))


def rows() -> list[tuple[str, str, float, float, float, float]]:
    """Measure (work, rule, ours, floor, ratio, allowed ratio): microseconds per step, then seconds per batch."""
    return [*_one_path(), *_mini_batches(), *_many_starts()]


def _one_path() -> list[tuple[str, str, float, float, float, float]]:
    rosenbrock = SURFACES["rosenbrock"]()
    found = []
    for key, rule_class in OPTIMIZERS.items():
        rule, bare = rule_class(learning_rate=1e-4), LOOPS[key]
        _agree(key, run(rosenbrock, rule, CLASSIC_START, 500).points[:, -1], bare(CLASSIC_START, 500, 1e-4))
        ours, floor = best_of_alternating(
            lambda rule=rule: run(rosenbrock, rule, CLASSIC_START, 500).values,
            lambda bare=bare: bare(CLASSIC_START, 500, 1e-4),
            rounds=60,
        )
        found.append(("one path, µs a step", key, ours / 500 * 1e6, floor / 500 * 1e6, ours / floor, 2.0))
    return found


def _mini_batches() -> list[tuple[str, str, float, float, float, float]]:
    family: Any = SURFACES["regression"]
    surface = family(examples=2000)
    features, targets = surface.data
    found = []
    for key, rule_class in OPTIMIZERS.items():
        rule, bare = rule_class(learning_rate=1e-3), LOOPS[key]

        def ours(rule: Any = rule) -> Any:
            return run(surface, rule, CLASSIC_START, 500, gradients=MiniBatch(32, seed=0))

        def floor(bare: Any = bare) -> np.ndarray:
            return bare(CLASSIC_START, 500, 1e-3, mini_batches(features, targets, 32, 0))

        _agree(key, ours().points[:, -1], floor())
        taken, least = best_of_alternating(ours, floor, rounds=40)
        found.append(
            ("batches of 32 of 2,000, µs a step", key, taken / 500 * 1e6, least / 500 * 1e6, taken / least, 2.0)
        )
    return found


def _many_starts() -> list[tuple[str, str, float, float, float, float]]:
    himmelblau, library = SURFACES["himmelblau"](), compiled()
    starts = np.random.default_rng(0).uniform(-5.0, 5.0, (2, STARTS))
    found = []
    for key, rule_class in OPTIMIZERS.items():
        rule = rule_class(learning_rate=RATES.get(key, 0.001))
        peer = peer_of(library, key, rule, starts)
        # RMSprop chatters around a minimum, where rounding decides the side, so only most lanes agree to six digits.
        same = np.isclose(final_points(himmelblau, rule, starts, STEPS), peer(), rtol=1e-6, atol=1e-6)
        if same.mean() < 0.99:
            raise AssertionError(f"{key}: NumPy and C agree on {same.mean():.0%} of the final points only.")
        ours, floor = best_of_alternating(
            lambda rule=rule: final_points(himmelblau, rule, starts, STEPS), peer, rounds=7
        )
        found.append((f"{STARTS:,} starts × {STEPS} steps, s", key, ours, floor, ours / floor, 1.0))
    return found


def peer_of(library: ctypes.CDLL, key: str, rule: Any, starts: np.ndarray) -> Callable[[], np.ndarray]:
    """Wrap the C loop of a rule as a function that returns the final points."""
    function = getattr(library, key.replace("-", "_"))
    numbers = [ctypes.c_double(getattr(rule, name)) for name, p in declared(rule).items() if isinstance(p, Number)]

    def final() -> np.ndarray:
        points = starts.copy()
        function(points.ctypes.data_as(ctypes.c_void_p), ctypes.c_long(STARTS), ctypes.c_long(STEPS), *numbers)
        return points

    return final


def compiled() -> ctypes.CDLL:
    if which("gcc") is None:
        raise SystemExit("make bench compiles its C peer with gcc, which is not installed: apt-get install gcc")
    target = Path(tempfile.mkdtemp(prefix="downhill-")) / "race.so"
    source = Path(__file__).with_name("race.c")
    subprocess.run(["gcc", "-O3", "-shared", "-fPIC", "-o", target, source, "-lm"], check=True)
    return ctypes.CDLL(str(target))


def _agree(key: str, ours: np.ndarray, theirs: np.ndarray) -> None:
    if not np.allclose(ours, theirs, rtol=1e-12):
        raise AssertionError(f"{key}: the bare loop ends at {theirs}, run() at {ours}.")
