"""Formulas as the page and the docstrings show them, made into functions that a test can call.

SymPy's LaTeX grammar reads most of what is displayed as it stands. `_for_the_grammar` lists the few places where it
would misread a formula, and `latex` translates the plain notation of docstrings (x², β₁, √s, m̂).
"""

import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import sympy
from sympy.parsing.latex import parse_latex


@dataclass(frozen=True)
class Equation:
    """`name` = `right`, where `condition` (in LaTeX, or nothing) holds; called with its symbols' values by keyword."""

    name: str
    right: str
    condition: str = ""

    @cached_property
    def expression(self) -> Any:
        return _parse(self.right)

    @cached_property
    def symbols(self) -> frozenset[str]:
        """The names that a call needs: `beta_1` for β₁, `mhat` for m̂."""
        return frozenset(_name(str(symbol)) for symbol in self.expression.free_symbols)

    @cached_property
    def _function(self) -> Callable[..., float]:
        return _function(self.expression)

    @cached_property
    def _holds(self) -> Callable[..., float]:
        return _function(_parse(self.condition))

    def __call__(self, **values: float) -> float:
        return self._function(**values)

    def applies(self, **values: float) -> bool:
        return not self.condition or bool(self._holds(**values))


@cache
def equations(formula: str) -> tuple[Equation, ...]:
    """The equations or assignments of one displayed formula; a piece without a left side continues the one before."""
    found: list[Equation] = []
    for part in re.split(r",\s*\\quad", formula):
        piece, _, condition = part.partition(r"\;")
        *left, right = re.split(r"\\leftarrow|=", piece, maxsplit=1)
        name = _name(_for_the_grammar(left[0])) if left else found[-1].name
        found.append(Equation(name, right, condition.strip().removeprefix("(").removesuffix(")")))
    return tuple(found)


def latex(plain: str) -> str:
    """The plain notation of a docstring as LaTeX."""
    text = unicodedata.normalize("NFD", plain)
    text = re.sub("(\\w)\N{COMBINING CIRCUMFLEX ACCENT}", r"\\hat{\1}", text)
    text = re.sub(r"√(\\hat\{\w\}|\w)", r"\\sqrt{\1}", text)
    text = re.sub(r"√\(([^()]*)\)", r"\\sqrt{\1}", text)
    text = re.sub(r"\^\(((?:[^()]|\([^()]*\))*)\)", r"^{\1}", text)
    text = re.sub(r"\bsign(?=\()", r"\\operatorname{sign}", text)
    text = re.sub(r"\b(cos|sin|tanh|exp|log|max)\b", r"\\\1", text)
    for character, command in _PLAIN.items():
        text = text.replace(character, command)
    return text


_PLAIN = {
    "←": r"\leftarrow ", "−": "-", "·": r"\cdot ", "½": r"\frac{1}{2} ",
    "²": "^2", "³": "^3", "⁴": "^4", "ᵗ": "^t", "₀": "_0", "₁": "_1", "₂": "_2",
    "α": r"\alpha ", "β": r"\beta", "ε": r"\epsilon ", "κ": r"\kappa ", "φ": r"\varphi ", "π": r"\pi ",
    "Δ": r"\Delta ", "λ": r"\lambda ", "ψ": r"\psi ", "μ": r"\mu ", "ν": r"\nu ",
}  # fmt: skip


def _for_the_grammar(formula: str) -> str:
    replacements = (
        (r"\\tfrac", r"\\frac"),  # a smaller fraction is a fraction
        (r"\\left(?=[(\[])|\\right(?=[)\]])", ""),  # brackets that grow are brackets
        (r"\\[,;]", " "),  # spaces are not read
        (r"\\log", r"\\ln"),  # a logarithm would be read as decimal
        (r"\\operatorname\{sign\}\((.*)\)", r"\\frac{\1}{|\1|}"),  # a sign would be read as four factors
        (r"\\hat\{(\w)\}", r"\\mathit{\1hat}"),  # a hat would be read as a factor
        (r"(?<![A-Za-z\\])d\s+(?=[A-Za-z\\])", r"(d) \\cdot "),  # d e would be read as a differential
        # α (…) would be read as a function called α: only commands like \cos are functions here.
        (
            r"(\\(?:alpha|beta|epsilon|kappa|lambda|psi|varphi)|(?<![A-Za-z\\])[A-Za-z])(_\w|_\{\w+\})?\s*\(",
            r"\1\2 \\cdot (",
        ),
    )
    for pattern, replacement in replacements:
        formula = re.sub(pattern, replacement, formula)
    return formula


def _parse(formula: str) -> Any:
    # Strict: otherwise the grammar passes over whatever it does not understand at the end.
    return parse_latex(_for_the_grammar(formula), strict=True, backend="antlr")


def _function(expression: Any) -> Callable[..., float]:
    symbols = sorted(expression.free_symbols, key=str)
    compiled = sympy.lambdify(symbols, expression, modules=[{"min": min, "max": max}, "math"])
    names = [_name(str(symbol)) for symbol in symbols]
    return lambda **values: compiled(*(({"pi": math.pi} | values)[name] for name in names))


def _name(symbol: str) -> str:
    return re.sub(r"\\mathit|[\\{}\s]", "", symbol)
