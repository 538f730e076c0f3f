"""The colours of the optimizers: strong enough for a projector, and apart for eyes that see two of three primaries."""

from itertools import combinations

import numpy as np
import pytest

from scenes.palette import STROKES

SEEN = {
    "usual sight": np.eye(3),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
    ),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
}
"""What is seen of linear red, green and blue. Source: Machado, Oliveira and Fernandes, 2009, at full severity."""


def linear(color: str) -> np.ndarray:
    """The linear parts of a colour "#rrggbb" in sRGB, 0 to 1: (3,)."""
    parts = np.array([int(color[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG, 1 to 21."""
    low, high = sorted(float(linear(color) @ [0.2126, 0.7152, 0.0722]) + 0.05 for color in (one, other))
    return high / low


def lab(light: np.ndarray) -> np.ndarray:
    """Lightness, green to red and blue to yellow, in CIELAB under D65: (3,)."""
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
    )
    part = to_xyz @ np.clip(light, 0, 1) / np.array([0.95047, 1.0, 1.08883])
    x, y, z = np.where(part > 0.008856, np.cbrt(part), 7.787 * part + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("stroke", STROKES[:4], ids=lambda stroke: stroke.name)
def test_the_colours_of_the_opening_stand_out_from_paper_and_from_the_dark(stroke: object) -> None:
    for background in ("#ffffff", "#f8f8f4", "#0e1013"):
        assert contrast(stroke.color, background) >= 3.0  # type: ignore[attr-defined]


@pytest.mark.parametrize("sight", SEEN)
def test_no_two_colours_are_alike_however_they_are_seen(sight: str) -> None:
    for one, other in combinations(STROKES, 2):
        apart = lab(SEEN[sight] @ linear(one.color)) - lab(SEEN[sight] @ linear(other.color))
        assert np.linalg.norm(apart) > 12, f"{one.name} and {other.name}"
        assert (one.dash, one.color) != (other.dash, other.color)
