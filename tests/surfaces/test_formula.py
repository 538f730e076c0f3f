"""A typed formula as a surface: the registry's own surfaces typed as text, holes, constants and windows."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from exports import plain_code
from lecture import decode, encode, opening, race
from optimizers import OPTIMIZERS, OutcomeKind, run
from parameters import declared
from surfaces import SURFACES

FORMULA: Any = SURFACES["formula"]

TYPED = {
    "bowl": "1/2*(x^2 + 20y^2)",
    "saddle": "x^2 - y^2",
    "himmelblau": "(x² + y - 11)² + (x + y² - 7)²",
    "rastrigin": r"20 + x^2 + y^2 - 10\cos(2\pi x) - 10\cos(2\pi y)",
    "rosenbrock": r"(1 - x)^2 + 100\left(y - x^2\right)^2",
    "beale": "(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2",
    "six-hump-camel": r"\left(4 - 2.1x^2 + \frac{x^4}{3}\right)x^2 + xy + \left(4y^2 - 4\right)y^2",
    "plateau": r"1 - e^{-\left(x^2 + y^2\right)/2} - \tfrac{1}{2}\, e^{-\left((x - 4)^2 + (y - 2)^2\right)/2}",
    "river": r"15 \left(y - \sin x\right)^2 - \frac{x}{2}",
    "edge": r"\frac{1}{2}(1 - xy)^2",
}
every_typed = pytest.mark.parametrize("key", TYPED)


@every_typed
def test_a_surface_typed_as_text_has_its_critical_points(key: str) -> None:
    surface = SURFACES[key]()
    typed = FORMULA(expression=TYPED[key], region=surface.window)
    assert len(typed.critical_points) == len(surface.critical_points)
    for critical in surface.critical_points:
        found = min(typed.critical_points, key=lambda c: np.hypot(*np.subtract(c.point, critical.point)))
        assert found.kind == critical.kind
        np.testing.assert_allclose(found.point, critical.point, atol=1e-9)


@every_typed
@pytest.mark.parametrize("rule", ["sgd", "momentum", "nesterov"])
def test_a_surface_typed_as_text_has_its_paths(key: str, rule: str) -> None:
    surface = SURFACES[key]()
    typed = FORMULA(expression=TYPED[key], region=surface.window)
    chosen = OPTIMIZERS[rule](learning_rate=surface.opening.learning_rates[rule])
    # On Rastrigin the last bit grows a thousandfold in twenty steps: there the landscape is chaotic.
    steps = 15 if key == "rastrigin" else 60
    ours, theirs = (run(s, chosen, surface.starts[0].point, steps) for s in (typed, surface))
    np.testing.assert_allclose(ours.points, theirs.points, rtol=1e-12, atol=1e-12)
    # Of a typed formula nothing tells that its lowest points form a curve.
    assert surface.has_valley or ours.outcome.kind is theirs.outcome.kind


def test_where_it_is_not_defined_a_path_ends_with_that_outcome() -> None:
    surface = FORMULA(expression="log(x) + y^2")
    assert np.isnan(surface.value(np.array((-1.0, 0.0))))
    assert np.isnan(surface.gradient(np.array((-1.0, 0.0)))).all()
    path = run(surface, OPTIMIZERS["sgd"](learning_rate=0.3), (0.6, 1.0), 50)
    assert path.outcome.kind is OutcomeKind.LEFT_THE_DOMAIN
    assert path.outcome.step == path.steps < 50
    assert path.points[0, -1] <= 0.0 < path.points[0, -2]
    assert "not defined" in path.outcome.sentence


def test_overflow_far_away_is_no_hole() -> None:
    path = run(FORMULA(expression="x^2 - y^2"), OPTIMIZERS["sgd"](learning_rate=10.0), (1.5, 0.1), 500)
    assert path.outcome.kind is OutcomeKind.DIVERGED


def test_constants_are_declared_as_the_formula_calls_them() -> None:
    surface = FORMULA(expression="k*x^2 + b*y^2 + alpha", a=2.0, b=3.0)
    symbols = {name: parameter.plain_symbol for name, parameter in declared(surface).items() if name in "abc"}
    assert symbols == {"a": "k", "b": "b", "c": "α"}
    assert surface.value(np.array((1.0, 2.0))) == 2.0 + 12.0 + 1.0
    assert replace(surface, expression="x^2").a == 1.0


@pytest.mark.parametrize(
    ("expression", "window"),
    [
        ("x^2 + y^2", ((-5.0, 5.0), (-5.0, 5.0))),
        ("(x - 20)^2 + y^2", ((15.0, 25.0), (-5.0, 5.0))),
        ("log(x) + y^2", ((0.0, 10.0), (-5.0, 5.0))),
        ("(100x^2 - 1)^2 + y^2", ((-0.5, 0.5), (-0.5, 0.5))),
    ],
)
def test_the_window_shows_what_there_is(expression: str, window: Any) -> None:
    assert FORMULA(expression=expression).window == window
    assert FORMULA(expression=expression, region=((0.0, 1.0), (0.0, 2.0))).window == ((0.0, 1.0), (0.0, 2.0))


@pytest.mark.parametrize(
    "expression", ["a*x^2/(b - 1) + y^2", "sqrt(x) + y^1.5 + lambda*max(x, y)", "|x| + tanh(y)^-3"]
)
def test_its_link_and_its_plain_program_are_the_same_race(expression: str) -> None:
    lecture = opening(FORMULA(expression=expression))
    assert decode(encode(lecture)) == (lecture, ())
    names: dict[str, Any] = {}
    exec(compile(plain_code(lecture, ""), "taken away", "exec"), names)
    for entry in race(lecture):
        np.testing.assert_array_equal(names["paths"][entry.label], entry.trajectory.points)


def test_a_link_with_no_formula_shows_the_usual_one_and_says_so() -> None:
    lecture, notes = decode("surface=formula~f_x-p")
    assert lecture.surface == FORMULA()
    assert any("not a function of x and y" in note for note in notes)
