"""A surface whose window, starts, opening and formula follow from its field."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from lecture import opening
from lecture.wording import outside
from optimizers import OPTIMIZERS, OutcomeKind, run
from parameters import number
from surfaces import CriticalPoint, Start, Surface
from surfaces.surface import Array, Opening, Window


@dataclass(frozen=True)
class Round(Surface):
    """L = ½ (x² + y²) / radius², shown as far as its radius."""

    radius: float = number(1.0, 0.1, 100.0, label="Radius", help="The half-width.", symbol="r", plain_symbol="r")

    key: ClassVar = "round"
    title: ClassVar = "Round"
    teaches: ClassVar = "Nothing."
    source: ClassVar = "Made for this test"

    @property
    def formula(self) -> str:
        return rf"L = \frac{{x^2 + y^2}}{{{2.0 * self.radius**2:g}}}"

    @property
    def window(self) -> Window:
        return ((-self.radius, self.radius), (-self.radius, self.radius))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (Start("Rim", (self.radius, 0.0), "as far out as the window shows"),)

    @property
    def opening(self) -> Opening:
        return Opening(steps=30, learning_rates={"sgd": 0.5 * self.radius**2})

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return (CriticalPoint("global minimum", (0.0, 0.0), 0.0),)

    def value(self, point: Array) -> Array:
        x, y = point
        return 0.5 * (x * x + y * y) / self.radius**2

    def gradient(self, point: Array) -> Array:
        return np.asarray(point) / self.radius**2

    def hessian(self, point: Array) -> Array:
        x, _ = np.asarray(point, dtype=float)
        one, zero = np.ones_like(x) / self.radius**2, np.zeros_like(x)
        return np.array(((one, zero), (zero, one)))


@pytest.mark.parametrize("radius", [0.5, 3.0, 20.0])
def test_what_is_shown_follows_from_the_field(radius: float) -> None:
    surface = Round(radius)
    lecture = opening(surface)
    assert lecture.start == (radius, 0.0)
    assert lecture.steps == 30
    assert lecture.contenders[0].rule.learning_rate == 0.5 * radius**2
    assert outside(lecture) is None
    assert f"{2.0 * radius**2:g}" in surface.formula


@pytest.mark.parametrize("radius", [0.5, 3.0, 20.0])
def test_a_run_is_judged_by_the_window_of_its_surface(radius: float) -> None:
    surface = Round(radius)
    arrived = run(surface, OPTIMIZERS["sgd"](surface.opening.learning_rates["sgd"]), surface.starts[0].point, 30)
    assert arrived.outcome.kind is OutcomeKind.GLOBAL_MINIMUM
    beyond = run(surface, OPTIMIZERS["sgd"](1e-3), (1.5 * radius, 0.0), 1)
    assert "outside the map" in beyond.outcome.sentence


@pytest.mark.parametrize("name", ["formula", "window", "starts", "opening"])
def test_a_surface_without_one_of_them_cannot_be_made(name: str) -> None:
    incomplete = type("Incomplete", (Round,), {name: getattr(Surface, name)})
    with pytest.raises(TypeError, match=f"abstract method '?{name}"):
        incomplete()
