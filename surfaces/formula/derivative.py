"""Derivatives of a tree, by the rules of calculus, as trees."""

from collections.abc import Callable

from surfaces.formula.tree import (
    FUNCTIONS,
    Tree,
    add,
    distinct,
    divide,
    multiply,
    negative,
    number,
    operation,
    power,
    short,
    subtract,
)

_CHAIN: dict[str, Callable[[Tree], Tree]] = {
    "sqrt": lambda u: divide(number(1.0), multiply(number(2.0), operation("sqrt", u))),
    "log": lambda u: divide(number(1.0), u),
    "sin": lambda u: operation("cos", u),
    "cos": lambda u: negative(operation("sin", u)),
    "abs": lambda u: operation("sign", u),
    "sign": lambda _: number(0.0),
}
"""The derivative of each function of u by u, of those that it is not simpler to write with the function itself."""

_CHAIN_OF_ITSELF: dict[str, Callable[[Tree], Tree]] = {
    "exp": lambda f: f,
    "tan": lambda f: add(number(1.0), power(f, number(2.0))),
    "tanh": lambda f: subtract(number(1.0), power(f, number(2.0))),
}
"""The derivative of each function f by its argument, written with f."""

assert {*_CHAIN, *_CHAIN_OF_ITSELF} == {*FUNCTIONS, "sign"}


def derivative(tree: Tree, variable: str) -> Tree:
    """The derivative of a tree by `x` or `y`. It shares the parts of the tree, so that they are computed once."""
    found: dict[Tree, Tree] = {}
    for part in distinct(tree):
        found[part] = _derivative(part, variable, found)
    return found[tree]


def _derivative(tree: Tree, variable: str, found: dict[Tree, Tree]) -> Tree:
    slopes = [found[operand] for operand in tree.operands]
    match tree.operation, tree.operands:
        case "number", _:
            return number(0.0)
        case "name", _:
            return number(1.0 if tree.name == variable else 0.0)
        case "negative", _:
            return negative(slopes[0])
        case "add", _:
            return add(*slopes)
        case "subtract", _:
            return subtract(*slopes)
        case "multiply", (u, v):
            return add(multiply(slopes[0], v), multiply(u, slopes[1]))
        case "divide", (u, v):
            # (u / v)' = (u' − (u / v) v') / v needs no square of v, which could overflow.
            return divide(subtract(slopes[0], multiply(tree, slopes[1])), v)
        case "power", (u, v):
            return _of_power(tree, u, v, *slopes)
        case "min", (u, v):
            return _chosen(u, v, *slopes)
        case "max", (u, v):
            return _chosen(u, v, slopes[1], slopes[0])
        case "choose", (u, v, _, _):
            return _chosen(u, v, *slopes[2:])
    if slopes[0].is_number(0.0):
        return slopes[0]
    name = tree.operation
    outer = _CHAIN[name](tree.operands[0]) if name in _CHAIN else _CHAIN_OF_ITSELF[name](tree)
    return multiply(slopes[0], outer)


def _of_power(tree: Tree, base: Tree, exponent: Tree, base_slope: Tree, exponent_slope: Tree) -> Tree:
    """(u^v)' = v u^(v − 1) u' + u^v log(u) v', of which a part is left out where it is zero."""
    v = short(exponent)
    down = multiply(multiply(v, power(base, subtract(v, number(1.0)))), base_slope)
    if exponent_slope.is_number(0.0):
        return down if not base_slope.is_number(0.0) else base_slope
    grows = number(1.0) if base.name == "e" else operation("log", base)
    return add(number(0.0) if base_slope.is_number(0.0) else down, multiply(multiply(tree, grows), exponent_slope))


def _chosen(left: Tree, right: Tree, yes: Tree, no: Tree) -> Tree:
    """`yes` where left ≤ right, else `no`."""
    if yes is no or (yes.operation == no.operation == "number" and yes.value == no.value):
        return yes
    return operation("choose", left, right, yes, no)
