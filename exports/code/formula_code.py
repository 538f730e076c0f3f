"""A typed formula in plain NumPy: written from its program, operation by operation, to the same bits."""

from pathlib import Path

from exports.code.literal import literal
from exports.code.plain_sources import Source
from surfaces.formula.formula import Formula, programs
from surfaces.formula.program import Program

_TEXTS = {
    "add": "{} + {}",
    "subtract": "{} - {}",
    "multiply": "{} * {}",
    "divide": "{} / {}",
    "negative": "-{}",
    "min": "np.minimum({}, {})",
    "max": "np.maximum({}, {})",
    "power": "np.power({}, {})",
    "choose": "np.where({} <= {}, {}, {})[()]",
    "above zero": "{} > 0.0",
    "not below zero": "{} >= 0.0",
    "a number": "{} == {}",
    "and": "{} & {}",
}
"""Operations that are not functions of NumPy with the same name."""


def formula_source(surface: Formula) -> Source:
    """Write the functions `loss` and `gradient` of a formula with its constants."""
    found = programs(surface.expression)
    constants = [
        f"{_word(name)} = np.float64({literal(getattr(surface, slot))})" for slot, name in surface.constants.items()
    ]
    loss, gradient = (_Writer(program, tuple(surface.constants.values())) for program in (found.value, found.gradient))
    (value,), slopes = loss.results, gradient.results
    lines = [
        f"# L = {surface.expression}",
        *constants,
        "",
        "",
        *loss.function("loss", value),
        "",
        "",
        *gradient.function("gradient", f"np.array(({', '.join(slopes)}))"),
    ]
    return Source(Path("formula.py"), (), "\n".join(lines) + "\n")


class _Writer:
    def __init__(self, program: Program, constants: tuple[str, ...]) -> None:
        self.program = program
        self.names = dict(enumerate(("x", "y", *map(_word, constants))))
        self.results = [self._name(slot) for slot in program.results]

    def function(self, name: str, result: str) -> list[str]:
        """Write a function of w = (x, y) with a line for each operation; NaN where the formula is not defined."""
        condition = self.program.condition
        if condition is not None:
            result = f"np.where({self._name(condition)}, {result}, np.nan)"
        body = [f"    u{step.slot} = {self._call(step.operation, step.operands)}" for step in self.program.steps]
        return [f"def {name}(w):", "    x, y = w", *body, f"    return {result}"]

    def _call(self, operation: str, operands: tuple[int, ...]) -> str:
        names = map(self._name, operands)
        text = _TEXTS.get(operation)
        return text.format(*names) if text else f"np.{operation}({', '.join(names)})"

    def _name(self, slot: int) -> str:
        """Write a number that is known as it is, and call others by their slots."""
        if slot in self.names:
            return self.names[slot]
        return _number(self.program.known[slot]) if slot in self.program.known else f"u{slot}"


def _word(name: str) -> str:
    """A constant's name in Python, which has a meaning of its own for one of them."""
    return f"{name}_" if name == "lambda" else name


def _number(value: float) -> str:
    text = literal(float(value)) if not isinstance(value, bool) else str(value)
    return f"np.float64('{text}')" if text in ("inf", "-inf", "nan") else f"({text})" if text.startswith("-") else text
