"""Trees as text: plain, as it can be typed again, and LaTeX, as it is read."""

from collections.abc import Callable

from surfaces.formula.tokens import GREEK
from surfaces.formula.tree import Tree, distinct

Part = tuple[str, int]
"""A text, and how tightly it holds together."""

ATOM, POWER, PRODUCT, SIGNED, SUM = 5, 4, 3, 2, 1
"""How tightly the parts of a text hold together."""

_INFIX = {"add": (" + ", SUM), "subtract": (" - ", SUM), "multiply": ("*", PRODUCT), "divide": ("/", PRODUCT)}


def plain(tree: Tree) -> str:
    """A tree in ASCII; to parse the text gives the same operations in the same order."""
    return _written(tree, _plain)


def _written(tree: Tree, write: Callable[[Tree, list[Part]], Part]) -> str:
    """Write every part of a tree once, operands first: calls of calls would end where trees are deep."""
    found: dict[Tree, Part] = {}
    for part in distinct(tree):
        found[part] = write(part, [found[operand] for operand in part.operands])
    return found[tree][0]


def _plain(tree: Tree, parts: list[Part]) -> Part:
    match tree.operation:
        case "number":
            return number_text(tree.value), ATOM
        case "name":
            return tree.name, ATOM
        case "negative":
            # A sign before the first of several factors is read as a sign of that one.
            return f"-{_held(parts[0], POWER)}", PRODUCT
        case "power":
            return f"{_held(parts[0], ATOM)}^{_held(parts[1], ATOM)}", POWER
        case operation if operation in _INFIX:
            sign, strength = _INFIX[operation]
            # Signs group to the left: what stands on the right with the same sign keeps its parentheses.
            return f"{_held(parts[0], strength)}{sign}{_held(parts[1], strength + 1)}", strength
    return f"{tree.operation}({', '.join(text for text, _ in parts)})", ATOM


def number_text(value: float) -> str:
    """A number that is not negative, with all its digits: 2, 0.5, 1e-8."""
    mantissa, e, exponent = repr(value).partition("e")
    return "1e999" if mantissa == "inf" else mantissa.removesuffix(".0") + (f"e{int(exponent)}" if e else "")


def latex(tree: Tree) -> str:
    """A tree in LaTeX."""
    return _written(tree, _latex)


def _latex(tree: Tree, parts: list[Part]) -> Part:
    match tree.operation:
        case "number":
            return _latex_number(tree.value)
        case "name":
            return latex_name(tree.name), ATOM
        case "negative":
            return f"-{_embraced(parts[0], SIGNED)}", SIGNED
        case "add" | "subtract":
            sign = "+" if tree.operation == "add" else "-"
            return f"{_embraced(parts[0], SUM)} {sign} {_embraced(parts[1], PRODUCT)}", SUM
        case "multiply":
            return _latex_product(*parts), PRODUCT
        case "divide":
            return rf"\frac{{{parts[0][0]}}}{{{parts[1][0]}}}", PRODUCT
        case "power":
            return _latex_power(tree, *parts), POWER
        case "exp":
            return f"e^{{{parts[0][0]}}}", POWER
        case "sqrt":
            return rf"\sqrt{{{parts[0][0]}}}", ATOM
        case "abs":
            return rf"\left|{parts[0][0]}\right|", ATOM
        case "choose":
            left, right, yes, no = (text for text, _ in parts)
            return rf"\begin{{cases}} {yes} & {left} \le {right} \\ {no} & {left} > {right} \end{{cases}}", SUM
        case "sign":
            return rf"\operatorname{{sgn}}\left({parts[0][0]}\right)", POWER
    return rf"\{tree.operation}\left({', '.join(text for text, _ in parts)}\right)", POWER


def latex_name(name: str) -> str:
    """A variable, a constant, pi or e in LaTeX."""
    return rf"\{name}" if name in GREEK or name == "pi" else name


def plain_name(name: str) -> str:
    """A constant as it is written in text: κ."""
    return GREEK.get(name, name)


def _latex_number(value: float) -> Part:
    sign, mantissa, e, exponent = "-" * (value < 0.0), *number_text(abs(value)).partition("e")
    if not e:
        return sign + mantissa, SIGNED if sign else ATOM
    if exponent == "999":
        return rf"{sign}\infty", SIGNED if sign else ATOM
    return rf"{sign}{mantissa} \cdot 10^{{{exponent}}}", SIGNED if sign else PRODUCT


def _latex_product(left: Part, right: Part) -> str:
    before, after = _embraced(left, PRODUCT), _embraced(right, PRODUCT)
    dot = r"\cdot " if after[0].isdigit() or after.startswith(r"\frac") else ""
    return f"{before} {dot}{after}"


def _latex_power(tree: Tree, base: Part, exponent: Part) -> str:
    if tree.operands[0].operation in ("sin", "cos", "tan", "tanh", "log") and tree.operands[1].operation == "number":
        function, bracket, argument = base[0].partition(r"\left(")
        return f"{function}^{{{exponent[0]}}}{bracket}{argument}"
    return f"{_embraced(base, ATOM)}^{{{exponent[0]}}}"


def _embraced(part: Part, strength: int) -> str:
    text, own = part
    return text if own >= strength else rf"\left({text}\right)"


def _held(part: Part, strength: int) -> str:
    text, own = part
    return text if own >= strength else f"({text})"
