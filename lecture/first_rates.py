"""The learning rate at which a rule first races on a surface."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from optimizers import Baseline, Optimizer, run
from optimizers.ending import is_inside
from surfaces import Surface

RATES = np.array([*(digit * 10.0**power for power in range(-5, 1) for digit in (1.0, 2.0, 5.0)), 10.0])
"""The rates that are tried, smallest first: those on the slider of α."""

SHARE = 0.99
"""How much of the way down a rate has to make, of that which the best of them makes."""


def first_rate(rule: Optimizer, surface: Surface) -> float:
    """Return the α that the surface's opening has for a rule, or else the one that is found by racing it.

    That is the smallest of `RATES` that makes `SHARE` of the way down, from the surface's first start in the steps of
    its opening, and does not leave the map; the rule's own default where every one leaves it. A baseline has its
    default: how far to go it finds by itself, or by the curvature.
    """
    if isinstance(rule, Baseline):
        return type(rule)().learning_rate
    declared = surface.opening.learning_rates.get(rule.key)
    return declared if declared is not None else _found(type(rule), surface)


@lru_cache(maxsize=256)
def _found(family: type[Optimizer], surface: Surface) -> float:
    """Race a rule with its defaults at all rates at once."""
    start = np.multiply.outer(surface.starts[0].point, np.ones_like(RATES))
    steps = surface.opening.steps
    path = run(surface, replace(family(), learning_rate=RATES), start, steps)
    stays = is_inside(surface.window, path.points).all(axis=0) & (path.lengths == steps)
    if not stays.any():
        return family().learning_rate
    way = path.values[0] - np.where(stays, path.values[-1], np.inf)
    return float(RATES[np.argmax(way >= SHARE * way.max())])
