"""What each surface tells the page: its window, its starts, its opening."""

import numpy as np
import pytest

from optimizers import OPTIMIZERS, OutcomeKind, run
from surfaces import SURFACES, Surface
from tests.surfaces.places import every_surface, inside

DEFAULT_CONTENDERS = ("sgd", "momentum", "rmsprop", "adam")


def test_each_surface_is_registered_under_its_key() -> None:
    assert [surface.key for surface in SURFACES.values()] == list(SURFACES)


def test_titles_are_distinct() -> None:
    assert len({surface.title for surface in SURFACES.values()}) == len(SURFACES)


@every_surface
def test_a_surface_says_what_it_teaches_and_where_it_is_from(surface: Surface) -> None:
    assert surface.title
    assert surface.source
    assert surface.teaches.endswith((".", "?"))


@every_surface
def test_the_window_is_two_intervals(surface: Surface) -> None:
    (left, right), (bottom, top) = surface.window
    assert np.isfinite(surface.window).all()
    assert left < right
    assert bottom < top


@every_surface
def test_starts_are_in_the_window_and_have_a_name_and_a_reason(surface: Surface) -> None:
    assert len(surface.starts) >= 2
    assert len({start.name for start in surface.starts}) == len(surface.starts)
    assert len({start.point for start in surface.starts}) == len(surface.starts)
    for start in surface.starts:
        assert start.name
        assert start.reason
        assert inside(surface, start.point)


@every_surface
def test_the_opening_has_rates_in_range_for_those_who_open(surface: Surface) -> None:
    assert set(DEFAULT_CONTENDERS) <= set(surface.opening.learning_rates) <= set(OPTIMIZERS)
    assert surface.opening.steps == int(surface.opening.steps) > 0
    for key, rate in surface.opening.learning_rates.items():
        assert OPTIMIZERS[key](learning_rate=rate).learning_rate == rate


@every_surface
@pytest.mark.parametrize("key", DEFAULT_CONTENDERS)
def test_no_default_contender_diverges_at_the_opening(surface: Surface, key: str) -> None:
    rule = OPTIMIZERS[key](learning_rate=surface.opening.learning_rates[key])
    path = run(surface, rule, surface.starts[0].point, surface.opening.steps)
    assert path.steps == surface.opening.steps
    assert path.outcome.kind is not OutcomeKind.DIVERGED
