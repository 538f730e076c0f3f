"""Traced numbers: NumPy code that computes with them writes down what it does.

A `Traced` number stands for one that is known only later. It follows NumPy's protocols for numbers of another kind
(NEP 13 and 18), so that operators, `np.sqrt` and `np.where` end in its graph. Whatever has to know the number now, such
as an `if` or a function of the `math` module, raises `TracingError`.
"""

from collections.abc import Callable
from functools import partial, reduce
from typing import Any, ClassVar

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from tracing.graph import Graph
from tracing.ranges import Range

FUNCTIONS = (
    *("add", "subtract", "multiply", "divide", "negative", "absolute", "sign", "minimum", "maximum"),
    *(
        "sqrt",
        "exp",
        "expm1",
        "log",
        "log1p",
        "sin",
        "cos",
        "tan",
        "sinh",
        "cosh",
        "tanh",
        "arctan",
        "arctan2",
        "hypot",
    ),
    *("floor", "ceil", "trunc", "isnan", "isfinite"),
    *("less", "less_equal", "greater", "greater_equal", "equal", "not_equal"),
    *("logical_and", "logical_or", "logical_not"),
)
"""NumPy's functions that JavaScript has, too."""

OTHER_NAMES = {
    "bitwise_and": "logical_and",
    "bitwise_or": "logical_or",
    "invert": "logical_not",
    "fabs": "absolute",
}
"""Functions that do to traced numbers what another one does; the first three to truths."""

REDUCED = ("add", "multiply", "minimum", "maximum", "logical_and", "logical_or")


class TracingError(TypeError):
    """Code asked for what a traced number cannot give."""


class Traced(NDArrayOperatorsMixin):
    """A number that is known only later, or a truth about such numbers.

    The mixin turns its operators into calls of NumPy's functions.
    """

    __slots__ = ("declared", "graph", "node")
    __hash__: ClassVar[Any] = None

    def __init__(self, graph: Graph, node: int, declared: Range | None = None) -> None:
        self.graph = graph
        self.node = node
        self.declared = declared

    def __array_ufunc__(self, function: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        return _ufunc(function, method, *inputs, **options)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return _function(function, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        """Of an array of objects that is no TracedArray any more, NumPy asks the elements for the function's name."""
        if name not in _OPERATIONS:
            raise AttributeError(f"a traced number has no {name}")
        return partial(_OPERATIONS[name], self)

    def __bool__(self) -> bool:
        raise TracingError("a decision (`if`, `and`, `max`, a comparison that Python branches on)")

    def _convert(self, *_: Any) -> Any:
        raise TracingError("a conversion to a plain number (`float`, a function of `math`, an array of floats)")

    __float__ = __int__ = __index__ = __complex__ = __round__ = _convert


class TracedArray(np.ndarray):
    """An array of traced numbers, so that functions such as `np.maximum` do not compare them themselves."""

    def __array_ufunc__(self, function: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        return _ufunc(function, method, *inputs, **options)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return _function(function, args, kwargs)


def vector(*numbers: Any) -> TracedArray:
    """An array (n,) of traced numbers."""
    return as_objects(numbers).view(TracedArray)


def as_objects(value: Any) -> np.ndarray:
    """Any number, truth, sequence or array as a plain array of objects."""
    if isinstance(value, np.ndarray):
        return np.asarray(value, dtype=object)
    if isinstance(value, (list, tuple)):
        return np.stack([as_objects(v) for v in value])
    found = np.empty((), dtype=object)
    found[()] = value.item() if isinstance(value, np.generic) else value
    return found


def apply(name: str, *operands: Any) -> Any:
    """Do an operation to numbers, of which at least one may be traced."""
    traced = [o for o in operands if isinstance(o, Traced)]
    if not traced:
        return getattr(np, name)(*operands).item() if name != "where" else np.where(*operands).item()
    if len(operands) == 2 and (known := _decided(name, *operands)) is not None:
        return known
    graph = traced[0].graph
    return Traced(graph, graph.do(name, [node_of(graph, o) for o in operands]))


def node_of(graph: Graph, value: Any) -> int:
    """The node of a number, traced or known."""
    if isinstance(value, Traced):
        return value.node
    value = value.item() if isinstance(value, (np.generic, np.ndarray)) else value
    return graph.constant(value if isinstance(value, bool) else float(value))


_MIRRORED = {"less": "greater", "less_equal": "greater_equal", "greater": "less", "greater_equal": "less_equal"}


def _decided(name: str, left: Any, right: Any) -> bool | None:
    """What a declared range decides: a comparison with a known number."""
    if not isinstance(right, Traced):
        return left.declared and left.declared.decide(name, right)
    if not isinstance(left, Traced):
        return right.declared and right.declared.decide(_MIRRORED.get(name, name), left)
    return None


def _power(base: Any, exponent: Any) -> Any:
    """Small whole powers and the root as NumPy takes them for arrays: by products, not by a logarithm."""
    if not isinstance(exponent, Traced):
        known: dict[float, Callable[[], Any]] = {
            0.0: lambda: 1.0,
            0.5: lambda: apply("sqrt", base),
            1.0: lambda: base,
            2.0: lambda: apply("multiply", base, base),
            -1.0: lambda: apply("divide", 1.0, base),
        }
        if np.ndim(exponent) == 0 and float(exponent) in known:
            return known[float(exponent)]()
    return apply("power", base, exponent)


_OPERATIONS: dict[str, Callable[..., Any]] = {
    **{name: partial(apply, name) for name in FUNCTIONS},
    **{name: partial(apply, other) for name, other in OTHER_NAMES.items()},
    "power": _power,
    "float_power": _power,
    "square": lambda a: apply("multiply", a, a),
    "reciprocal": lambda a: apply("divide", 1.0, a),
    "positive": lambda a: a,
    # Angles times a constant, as NumPy converts them.
    "radians": lambda a: apply("multiply", a, np.pi / 180.0),
    "deg2rad": lambda a: apply("multiply", a, np.pi / 180.0),
}


def _ufunc(function: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
    name = function.__name__
    if method == "reduce" and name in REDUCED:
        return _reduced(_OPERATIONS[name], as_objects(inputs[0]), **options)
    if method != "__call__" or name not in _OPERATIONS or any(v is not None for v in options.values()):
        raise TracingError(f"numpy.{name}" + ("" if method == "__call__" else f".{method}"))
    return _each(_OPERATIONS[name], *inputs)


def _each(operation: Callable[..., Any], *inputs: Any) -> Any:
    """Do an operation element by element; the result is an array, or a number if all inputs are."""
    arrays = [as_objects(value) for value in inputs]
    found = np.frompyfunc(operation, len(arrays), 1)(*arrays)
    return found.view(TracedArray) if isinstance(found, np.ndarray) else found


def _reduced(
    operation: Callable[..., Any],
    array: np.ndarray,
    axis: Any = 0,
    keepdims: bool = False,
    where: Any = True,
    **options: Any,
) -> Any:
    # A type of the result says nothing to numbers that are all doubles.
    if not isinstance(axis, (int, type(None))) or keepdims or where is not True or set(options) - {"dtype"}:
        raise TracingError("a reduction over several axes or with options")
    moved = array.ravel() if axis is None else np.moveaxis(array, axis, 0)
    return reduce(partial(_each, operation), list(moved))


def _function(function: Any, args: Any, kwargs: Any) -> Any:
    name = function.__name__
    if name in _FUNCTIONS:
        return _FUNCTIONS[name](*args, **kwargs)
    if name in MOVING:
        return function(*_plain(args), **kwargs)
    raise TracingError(f"numpy.{name}")


def _where(condition: Any, yes: Any, no: Any) -> TracedArray:
    """An array even of one number, as NumPy returns it, so that [()] takes the number out."""
    return as_objects(_each(partial(apply, "where"), condition, yes, no)).view(TracedArray)


def _select(conditions: Any, choices: Any, default: Any = 0) -> Any:
    """The choice of the first condition that holds."""
    pairs = zip(reversed(conditions), reversed(choices), strict=True)
    return reduce(lambda rest, pair: _where(*pair, rest), pairs, default)


def _filled(like: Any, fill: Any, **_: Any) -> Any:
    return np.full(np.shape(as_objects(like)), fill, dtype=object)[()]


def _total(name: str) -> Callable[..., Any]:
    def total(array: Any, axis: Any = None) -> Any:
        return _reduced(_OPERATIONS[name], as_objects(array), axis)

    return total


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "where": _where,
    "select": _select,
    "zeros_like": partial(_filled, fill=0.0),
    "ones_like": partial(_filled, fill=1.0),
    "full_like": _filled,
    "clip": lambda value, low, high: np.minimum(np.maximum(value, low), high),
    "sum": _total("add"),
    "prod": _total("multiply"),
    "all": _total("logical_and"),
    "any": _total("logical_or"),
    "max": _total("maximum"),
    "min": _total("minimum"),
}
MOVING = (
    *("shape", "ndim", "stack", "concatenate", "broadcast_to", "broadcast_arrays", "moveaxis", "ravel", "reshape"),
    "transpose",
)
"""Functions that move numbers without looking at them."""


def _plain(args: Any) -> Any:
    """The arguments of a function that moves numbers without looking at them, as plain arrays of objects."""
    if isinstance(args, (Traced, TracedArray)):
        return as_objects(args)
    return type(args)(map(_plain, args)) if isinstance(args, (list, tuple)) else args
