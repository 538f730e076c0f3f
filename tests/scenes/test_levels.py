"""Contour levels: they rise, they are finite, and they show the shape of every surface."""

from pathlib import Path

import numpy as np
import pytest

from scenes.levels import INTERVALS, choose_levels, height_on
from surfaces import SURFACES
from tests.tracing.deno import answers

GRIDS = {
    "constant": (np.full((4, 5), 3.0), None),
    "constant at its lowest": (np.zeros((4, 5)), 0.0),
    "one node apart": (np.array([[0.0, 0.0], [0.0, 1.0]]), 0.0),
    "two values": (np.repeat([[1.0, 2.0]], 50, axis=0), None),
    "infinite corner": (np.array([[1.0, 2.0, np.inf], [3.0, np.nan, 4.0]]), 0.0),
    "nothing finite": (np.full((2, 2), np.inf), None),
    "below its lowest by rounding": (np.linspace(-1e-12, 1.0, 400).reshape(20, 20), 0.0),
    "twenty orders of magnitude": (np.geomspace(1e-10, 1e10, 400).reshape(20, 20), 0.0),
}


def grid_of(key):
    surface = SURFACES[key]()
    x, y = (np.linspace(low, high, 101) for low, high in surface.window)
    return surface.value(np.stack(np.meshgrid(x, y))), surface.lowest


CASES = GRIDS | {key: grid_of(key) for key in SURFACES}


@pytest.mark.parametrize(("z", "lowest"), CASES.values(), ids=CASES.keys())
def test_levels_are_finite_and_rise(z, lowest):
    levels = choose_levels(z, lowest)
    assert 2 <= levels.size <= INTERVALS + 1
    assert np.isfinite(levels).all()
    assert (np.diff(levels) > 0).all()


@pytest.mark.parametrize(("z", "lowest"), CASES.values(), ids=CASES.keys())
def test_height_rises_with_the_loss_and_stays_on_the_scale(z, lowest):
    levels = choose_levels(z, lowest)
    finite = np.sort(z[np.isfinite(z)], axis=None)
    height = height_on(levels, finite)
    assert (np.diff(height) >= 0).all()
    assert ((height >= 0) & (height <= levels.size - 1)).all()
    assert np.array_equal(height_on(levels, levels), np.arange(levels.size))


@pytest.mark.parametrize("key", SURFACES)
def test_no_surface_is_drawn_as_one_flat_colour(key):
    z, lowest = grid_of(key)
    band = np.floor(height_on(choose_levels(z, lowest), z)).astype(int)
    shares = np.bincount(np.minimum(band, INTERVALS - 1).ravel(), minlength=INTERVALS) / band.size
    assert np.count_nonzero(shares) >= INTERVALS - 2, "nearly every interval is somewhere on the map"
    if key != "plateau":  # which is flat where it is flat
        assert shares.max() < 0.4


def test_choosing_levels_changes_nothing():
    z, lowest = grid_of("rosenbrock")
    before = z.copy()
    z.flags.writeable = False
    height_on(choose_levels(z, lowest), z)
    assert np.array_equal(z, before)


IN_THE_BROWSER = Path(__file__).resolve().parents[2] / "frontend" / "data" / "levels.js"
BOTH = """
export const both = ({ losses, lowest }) => {
  const levels = chooseLevels(losses, lowest);
  return { levels, heights: Float64Array.from(losses, (loss) => heightOn(levels, loss)) };
};
"""


def test_a_browser_chooses_the_same_levels_for_the_same_losses(tmp_path):
    calls = [("both", {"losses": z.ravel(), "lowest": lowest}) for z, lowest in CASES.values()]
    found = answers(IN_THE_BROWSER.read_text("utf-8") + BOTH, calls, tmp_path)
    for (z, lowest), answer in zip(CASES.values(), found, strict=True):
        levels = choose_levels(z, lowest)
        np.testing.assert_allclose(answer["levels"], levels, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(answer["heights"], height_on(levels, z.ravel()), rtol=1e-9, atol=1e-9)
