"""The language of typed formulas: what is read, what is refused and where, against mpmath and against itself."""

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from mpmath import mp, mpf

from surfaces import SURFACES
from surfaces.formula.error import FormulaError
from surfaces.formula.in_link import from_link, to_link
from surfaces.formula.parser import DEEPEST, LONGEST, parse
from surfaces.formula.writing import plain

FORMULA: Any = SURFACES["formula"]

READ = {
    "2x": "2*x",
    "x²": "x^2",
    "x**2": "x^2",
    "x·y × 2 ÷ 4": "x*y*2/4",
    "2pix": "2*pi*x",
    "sinx": "sin(x)",
    "kxy + a": "k*x*y + a",
    "-x^2": "-x^2",
    "-(x*y)": "-(x*y)",
    "2^3^x": "2^(3^x)",
    "2^-x": "2^(-x)",
    "x - (y - 1)": "x - (y - 1)",
    "sin 2x cos y": "sin(2*x)*cos(y)",
    "sin² x": "sin(x)^2",
    "|x||y|": "abs(x)*abs(y)",
    "max(x, y, 1)": "max(max(x, y), 1)",
    "ln x": "log(x)",
    "√2 x": "sqrt(2)*x",
    "1e-3 x + .5": "0.001*x + 0.5",
    r"L = \frac{1}{2}\left(x^{2} + \kappa y^2\right)": "1/2*(x^2 + kappa*y^2)",
    r"f(x, y) = \sqrt[3]{x} \cdot e^{-y}": "x^(1/3)*e^(-y)",
    r"$\tfrac12 \sin^{2}\!\left(x\right)$": "1/2*sin(x)^2",
    r"\max\{x, y\}\, \lvert x \rvert": "max(x, y)*abs(x)",
    "Sin(X) + PI": "sin(x) + pi",
}

REFUSED = {
    "": (0, "something is missing"),
    "x +": (3, "something is missing"),
    "(x": (2, "something is missing"),
    "x^2 + sin y^2)": (13, "“)” does not fit"),
    "foo(x)": (0, "“foo” is not known"),
    "acos(x)": (0, "“acos” is not known"),
    "x = y": (2, "“=” is not understood"),
    "min(x)": (5, "“)” does not fit"),
    "sin^-1 x": (4, "an inverse function is not understood"),
    "a + b + c + d": (12, "“d” is one constant too many"),
    "٣x": (0, "“٣” is not understood"),
    "x\0": (1, "a character that cannot be seen is not understood"),
    r"\int x": (0, r"“\int” is not understood"),
    "x" * (LONGEST + 1): (LONGEST, "there is too much of it"),
    "(" * 200: (DEEPEST, "this stands too deep inside the rest"),
    "√" * 300: (DEEPEST, "this stands too deep inside the rest"),
    "2^" * 150 + "2": (2 * DEEPEST, "this stands too deep inside the rest"),
    "__import__('os')": (0, "“_” is not understood"),
}


@pytest.mark.parametrize(("typed", "understood"), READ.items())
def test_a_formula_is_understood_as_one_expects(typed: str, understood: str) -> None:
    assert FORMULA(expression=typed).expression == understood
    assert plain(parse(understood)) == understood
    assert from_link(to_link(understood)).replace(" ", "") == understood.replace(" ", "")
    assert set(to_link(understood)) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")


@pytest.mark.parametrize(("typed", "fault"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_is_none_is_refused_where_it_is_wrong(typed: str, fault: tuple[int, str]) -> None:
    with pytest.raises(FormulaError) as refused:
        FORMULA(expression=typed)
    assert (refused.value.position, refused.value.what) == fault
    assert str(refused.value).endswith((".", "”"))


@pytest.mark.parametrize("given", [None, 3, 2.5, b"x", ["x"], object(), True, "x" * 10**6, "(" * 10**6, "\0" * 10**6])
def test_anything_else_is_refused_with_a_short_sentence(given: Any) -> None:
    with pytest.raises(ValueError, match=r"^Formula: ") as refused:
        FORMULA(expression=given)
    assert len(str(refused.value)) < 400


PIECES = [
    *(
        "x",
        "y",
        "2",
        "0.5",
        "1e3",
        "pi",
        "e",
        "a",
        "k",
        "+",
        "-",
        "*",
        "/",
        "^",
        "**",
        "(",
        ")",
        "{",
        "}",
        ",",
        "|",
        " ",
    ),
    *("sqrt", "exp", "log", "sin", "cos", "tan", "tanh", "abs", "min(", "max(", r"\frac", r"\left(", r"\right)"),
    *("²", "·", "√", "\0", "é", "٣", "__", "'", "\\", "[", "]", "9**9**9**9", "$", "=", "\n", "α", "sin^", "eval("),
]


def fuzzed(count: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    return ["".join(draw.choices(PIECES, k=draw.randrange(1, 25))) for _ in range(count)]


def test_fuzzed_texts_are_formulas_or_refused() -> None:
    formulas, places = 0, set()
    point = np.array((0.7, -1.3))
    for text in fuzzed(100_000, seed=1):
        try:
            surface = FORMULA(expression=text)
        except FormulaError as fault:
            places.add(0 <= fault.position <= len(text))
            continue
        formulas += 1
        assert FORMULA(expression=surface.expression).expression == surface.expression
        assert FORMULA(expression=from_link(to_link(surface.expression))) == surface
        if formulas % 10 == 0:
            assert np.shape(surface.value(point)) == ()
            assert np.shape(surface.gradient(point)) == (2,)
    assert formulas > 1500
    assert places == {True}


def test_a_tower_of_powers_is_infinite_at_once() -> None:
    assert FORMULA(expression="9**9**9**9").value(np.zeros(2)) == np.inf


Number = Any

IN_MPMATH: dict[str, Callable[..., Number]] = {
    **{name: getattr(mp, name) for name in ("sqrt", "exp", "log", "sin", "cos", "tan", "tanh")},
    "abs": abs,
    "add": lambda u, v: u + v,
    "subtract": lambda u, v: u - v,
    "multiply": lambda u, v: u * v,
    "divide": lambda u, v: u / v,
    "power": lambda u, v: u**v,
    "negative": lambda u: -u,
    "min": min,
    "max": max,
}


def in_mpmath(tree: Any, known: dict[str, Number]) -> Number:
    """A tree computed by another library, with as many digits as one wants."""
    if tree.operation == "number":
        return mpf(tree.value)
    if tree.operation == "name":
        return known[tree.name]
    return IN_MPMATH[tree.operation](*(in_mpmath(operand, known) for operand in tree.operands))


def random_formula(draw: random.Random, depth: int) -> str:
    """A smooth formula that is defined everywhere and stays of moderate size."""
    if depth == 0:
        return draw.choice(("x", "y", "a", "2", "0.3", "pi"))
    u, v = (random_formula(draw, depth - 1) for _ in range(2))
    return draw.choice(
        (
            *(f"({u} + {v})", f"({u} - {v})", f"({u})*({v})", f"({u})/(2 + cos({v}))", f"sin({u})", f"cos({u})"),
            *(
                f"tanh({u})",
                f"exp(-({u})^2)",
                f"sqrt(1 + ({u})^2)",
                f"log(2 + sin({u}))",
                f"({u})^3",
                f"2^({v})",
            ),
            *(f"(2 + sin({u}))^({v})", f"max({u}, {v})", f"min({u}, {v})", f"abs({u})", f"tan(0.2*sin({u}))"),
        )[: 15 if depth > 1 else 17]
    )


def test_value_and_derivatives_of_a_hundred_formulas_are_those_of_mpmath() -> None:
    mp.dps = 60
    draw, checked = random.Random(7), 0
    while checked < 100:
        text = random_formula(draw, 3)
        surface = FORMULA(expression=text, **({"a": 1.7} if "a" in parse_names(text) else {}))
        x, y = draw.uniform(-1.5, 1.5), draw.uniform(-1.5, 1.5)
        tree = parse(surface.expression)

        def f(u: Number, v: Number, tree: Any = tree) -> Number:
            return in_mpmath(tree, {"x": u, "y": v, "a": mpf(1.7), "pi": mp.pi, "e": mp.e})

        try:
            orders = ((0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2))
            expected = [
                float(mp.diff(f, (mpf(x), mpf(y)), order, h=mpf(10) ** -18)) if any(order) else float(f(mpf(x), mpf(y)))
                for order in orders
            ]
        except (ZeroDivisionError, OverflowError):
            continue
        point = np.array((x, y))
        (xx, xy), (_, yy) = surface.hessian(point)
        found = np.array((surface.value(point), *surface.gradient(point), xx, xy, yy))
        scale = 1.0 + np.abs(expected).max()
        assert np.abs(found - expected).max() / scale < 1e-12, text
        checked += 1


def parse_names(text: str) -> set[str]:
    """The constants of a formula."""
    return set(FORMULA(expression=text).constants)
