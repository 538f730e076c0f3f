"""A loss that a person types: a surface from the text of a function of x and y."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

import numpy as np

from parameters import Number, Parameter, declare, expression, numbers, validate
from surfaces.critical_points import Found, find_critical_points
from surfaces.formula.derivative import derivative
from surfaces.formula.in_link import from_link, to_link
from surfaces.formula.opening import choose_rates, choose_starts, choose_window
from surfaces.formula.parser import LONGEST, parse
from surfaces.formula.program import Program
from surfaces.formula.tree import KNOWN_NUMBERS, VARIABLES, Tree, names_in, written_size
from surfaces.formula.writing import latex, latex_name, plain, plain_name
from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window, infinite_on_overflow

SLOTS = ("a", "b", "c")
"""The fields of the constants. A constant of one of these names is in its own; others take what is free, in order."""

LONGEST_SHOWN = 150
"""Of more parts a derivative is not shown: nobody would read it."""


def _constant(slot: str) -> Any:
    """Declare one of the constants, which is called as the formula calls it."""

    def of(surface: "Formula") -> Parameter | None:
        name = surface.constants.get(slot)
        return (
            None
            if name is None
            else replace(declaration, label="Constant", symbol=latex_name(name), plain_symbol=plain_name(name))
        )

    declaration = Number(
        label=f"Constant {slot}",
        help="A constant of the formula: its slider changes the surface.",
        default=1.0,
        low=-1000.0,
        high=1000.0,
        symbol=slot,
        plain_symbol=slot,
        slider=(-5.0, 5.0),
        step=0.1,
        of=of,
    )
    return field(default=declaration.default, metadata=declare(declaration))


def _read(text: str) -> str:
    return plain(_parsed(text))


@lru_cache(maxsize=256)
def _parsed(text: str) -> Tree:
    return parse(text)


@lru_cache(maxsize=256)
def _constants(expression: str) -> Mapping[str, str]:
    """The constants that a formula names, by the field that holds each."""
    known = (*VARIABLES, *KNOWN_NUMBERS)
    used = [name for name in names_in(_parsed(expression)) if name not in known]
    free = [slot for slot in SLOTS if slot not in used]
    found = {name if name in SLOTS else free.pop(0): name for name in used}
    return {slot: found[slot] for slot in SLOTS if slot in found}


class Programs(NamedTuple):
    """The loss, its two first and its three second derivatives, as trees and as programs."""

    trees: tuple[Tree, ...]
    value: Program
    gradient: Program
    hessian: Program


@lru_cache(maxsize=64)
def programs(expression: str) -> Programs:
    """The programs of a formula, made once."""
    value = _parsed(expression)
    dx, dy = (derivative(value, variable) for variable in VARIABLES)
    xx, xy, yy = derivative(dx, "x"), derivative(dx, "y"), derivative(dy, "y")
    names = tuple(_constants(expression).values())
    return Programs(
        (value, dx, dy, xx, xy, yy),
        Program([value], value, names),
        Program([dx, dy], value, names),
        Program([xx, xy, yy], value, names),
    )


@dataclass(frozen=True)
class Formula(Surface):
    """A loss of one's own: what has been typed is differentiated, searched for minima, and raced on.

    L is `expression`, a function of x and y: numbers, + − * / ^, parentheses, pi, e, sqrt, exp, log, sin, cos, tan,
    tanh, abs, min and max, in plain text or LaTeX, with up to three constants, which are the fields a, b and c.
    (2, ...) -> (...), NaN where it is not defined, such as the logarithm of a negative number; there the gradient is
    NaN, too, so that a path that enters ends.

    Raises ValueError with a sentence for anything that is no formula. The text is kept in one form: x² becomes x^2.

    Critical points are searched for in the window; there may be others.
    """

    expression: str = expression(
        "(x^2 - 2)^2 + a*x + 2*y^2",
        label="Formula",
        link="f",
        help="A function of x and y, as you would write it, or as LaTeX. Letters such as a become sliders.",
        longest=LONGEST,
        meaning="a function of x and y",
        read=_read,
        to_link=to_link,
        from_link=from_link,
    )
    a: float = _constant("a")
    b: float = _constant("b")
    c: float = _constant("c")
    region: Window | None = numbers(
        None,
        low=-1e6,
        high=1e6,
        shape=(2, 2),
        increasing=True,
        link="window",
        label="Window",
        help="The part of the plane that is drawn: the ends of x and of y.",
        meaning="the two ends of x and of y",
        none="auto",
        default_words="the one that suits the formula",
    )

    key: ClassVar = "formula"
    title: ClassVar = "Your own formula"
    teaches: ClassVar = "A loss of your own: which optimizers find its lowest minimum, and what stops the others?"
    source: ClassVar = "Typed by whoever opened it"

    def __post_init__(self) -> None:
        if not isinstance(self.expression, str):
            given = f"{self.expression!r:.60}"
            raise ValueError(f"Formula: expression must be a text such as 'x^2 + y^2', but {given} was given.")
        # What makes no difference has one form: that of the text, and the value of a constant that does not occur.
        object.__setattr__(self, "expression", _read(self.expression))
        for slot in set(SLOTS) - set(self.constants):
            object.__setattr__(self, slot, 1.0)
        validate(self)

    @property
    def constants(self) -> Mapping[str, str]:
        """The names of the constants that occur, by the field that holds each."""
        return _constants(self.expression)

    @property
    def formula(self) -> str:
        return f"L = {latex(_parsed(self.expression))}"

    @property
    def derivative_formulas(self) -> tuple[str, ...]:
        """The equations of the two first and the three second derivatives in LaTeX, but for those that are too long."""
        names = (r"\partial_x L", r"\partial_y L", r"\partial_{xx} L", r"\partial_{xy} L", r"\partial_{yy} L")
        trees = programs(self.expression).trees[1:]
        return tuple(
            f"{name} = {latex(tree)}"
            for name, tree in zip(names, trees, strict=True)
            if written_size(tree) <= LONGEST_SHOWN
        )

    @property
    def window(self) -> Window:
        return self.region or _chosen_window(self.expression)

    @property
    def starts(self) -> tuple[Start, ...]:
        return _starts(self.expression, self.window)

    @property
    def opening(self) -> Opening:
        return _opening(self.expression, self.window)

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return _found(self).points

    @property
    def unlisted(self) -> str | None:
        return _found(self).unlisted

    def value(self, point: Array) -> Array:
        (loss,), defined, x = self._computed("value", point)
        # A sum of terms that overflow is no hole.
        return np.positive(_where(defined, infinite_on_overflow(_spread(loss, x), point)))

    def gradient(self, point: Array) -> Array:
        slopes, defined, x = self._computed("gradient", point)
        return np.array([_where(defined, _spread(slope, x)) for slope in slopes])

    def hessian(self, point: Array) -> Array:
        curvatures, defined, x = self._computed("hessian", point)
        xx, xy, yy = (_where(defined, _spread(curvature, x)) for curvature in curvatures)
        return np.array(((xx, xy), (xy, yy)))

    def _computed(self, name: str, point: Array) -> tuple[list[Any], Any, Any]:
        """What a program gives at a point, where that is defined, and x."""
        x, y = _doubles(point)
        # Python would raise where it divides by zero; NumPy's doubles do not.
        constants = [np.positive(getattr(self, slot)) for slot in self.constants]
        found, defined = getattr(programs(self.expression), name)(x, y, *constants)
        return found, defined, x


def _doubles(point: Any) -> Any:
    """The coordinates as they are, or as doubles where they are whole numbers."""
    given = np.asanyarray(point)
    return given.astype(float) if given.dtype.kind in "iub" else given


def _spread(value: Any, x: Any) -> Any:
    """A number that does not depend on the place, for every place."""
    return value if np.shape(value) == np.shape(x) else np.full_like(x, value)


def _where(defined: Any, value: Any) -> Any:
    return value if defined is True else np.where(defined, value, np.nan)[()]


@lru_cache(maxsize=64)
def _chosen_window(expression: str) -> Window:
    """The window of a formula, which stays the same whatever its constants are."""
    surface = Formula(expression)
    return choose_window(surface, lambda window: _found_in(surface, window).points)


def _found(surface: Formula) -> Found:
    return _found_in(replace(surface, region=None), surface.window)


@lru_cache(maxsize=64)
def _found_in(surface: Formula, window: Window) -> Found:
    """The critical points in a window, found once for whoever chooses it and whoever lists them."""
    return find_critical_points(surface, window)


@lru_cache(maxsize=64)
def _starts(expression: str, window: Window) -> tuple[Start, ...]:
    return choose_starts(Formula(expression), window)


@lru_cache(maxsize=64)
def _opening(expression: str, window: Window) -> Opening:
    surface = Formula(expression, region=window)
    return Opening(steps=150, learning_rates=choose_rates(surface, surface.starts[0].point, window))
