"""The learning rate at which a rule first races: declared by the surface, or found by racing it."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from lecture.first_rates import RATES, SHARE, first_rate
from lecture.openings import RULES
from optimizers import BASELINES, OPTIMIZERS, OutcomeKind, run
from optimizers.sgd import SGD
from surfaces import SURFACES, Surface
from surfaces.bowl import Bowl
from surfaces.surface import Opening


def left_open(surface: Surface) -> list[str]:
    return [key for key in RULES if key not in {*surface.opening.learning_rates, *BASELINES}]


@dataclass(frozen=True)
class Silent(Bowl):
    """A bowl whose opening has no rates."""

    @property
    def opening(self) -> Opening:
        return Opening(steps=120, learning_rates={})


@pytest.mark.parametrize("key", SURFACES)
def test_the_rate_of_the_opening_comes_first(key: str) -> None:
    surface = SURFACES[key]()
    for rule, rate in surface.opening.learning_rates.items():
        assert first_rate(OPTIMIZERS[rule](), surface) == rate


@pytest.mark.parametrize("key", SURFACES)
def test_whoever_joins_stays_on_the_map_and_goes_down(key: str) -> None:
    surface = SURFACES[key]()
    low, high = np.transpose(surface.window)[..., np.newaxis]
    for rule in left_open(surface):
        raced = replace(RULES[rule](), learning_rate=first_rate(RULES[rule](), surface))
        path = run(surface, raced, surface.starts[0].point, surface.opening.steps)
        assert path.outcome.kind is not OutcomeKind.DIVERGED
        assert ((low <= path.points) & (path.points <= high)).all()
        assert path.values[-1] < path.values[0]


@pytest.mark.parametrize("key", BASELINES)
def test_a_baseline_joins_as_it_is(key: str) -> None:
    baseline = BASELINES[key]()
    assert first_rate(replace(baseline, learning_rate=0.1), Silent()) == baseline.learning_rate == 1.0


def test_it_is_the_smallest_that_makes_nearly_all_of_the_way() -> None:
    surface, start = Silent(), Silent().starts[0].point
    found = first_rate(SGD(), surface)
    ends = np.array([run(surface, SGD(float(rate)), start, 120).values[-1] for rate in RATES if rate <= 0.05])
    way = float(surface.value(np.array(start))) - ends
    smallest = int(np.flatnonzero(way >= SHARE * way.max())[0])
    assert found == RATES[smallest] == 0.02


def test_where_every_rate_leaves_the_map_it_is_the_default() -> None:
    @dataclass(frozen=True)
    class Narrow(Silent):
        @property
        def window(self) -> tuple[tuple[float, float], tuple[float, float]]:
            return ((-4.0, -4.0), (1.5, 1.5))

    assert first_rate(SGD(), Narrow()) == SGD().learning_rate
