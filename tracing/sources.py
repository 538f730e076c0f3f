"""What is traced: the losses of a surface, the updates of a rule, the rates of a schedule."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, product
from typing import Any, NamedTuple

import numpy as np

from optimizers import sharpness
from optimizers.ending import Last, kinds_of
from parameters import Choice, Expression, Number, Numbers, Rows, Switch, declared
from surfaces import DataSurface
from surfaces.data.cloud import second_moment
from tracing.graph import EXAMPLE, EXAMPLES, Graph
from tracing.numbers import Traced, TracedArray, TracingError, as_objects, node_of, vector
from tracing.ranges import Range

CURVATURE = ("hxx", "hxy", "hyy")
"""The names of the inputs that are the Hessian."""

PARAMETERS = "parameters."
"""How the names of those inputs begin that are declared parameters."""

ENDING_INPUTS = ("x", "y", "dx", "dy", "loss", "firstLoss", "gx", "gy", "xx", "xy", "yy", "left", "made")
"""What tells how a run ends, as in `optimizers.ending.Last`."""


@dataclass(frozen=True)
class Traces:
    """The graph of one method: the nodes of its results, in order."""

    graph: Graph
    results: tuple[int, ...]


@dataclass(frozen=True)
class SurfaceTraces:
    """`value` (1), `gradient` (2) and `hessian` (xx, xy, yy) at x and y."""

    value: Traces
    gradient: Traces
    hessian: Traces


@dataclass(frozen=True)
class ModelTraces:
    """What a model says at the weights x and y.

    `predicted` (1) and `gradients` (2) are of an example with feature0, … and target, and so is `without_loss` (1), the
    second weight given the first, x, if the model has it. `line` (2) is its line among the examples, at a place.
    `cloud` (3) is the second moment of SGD at the minimum x and y for a rate and a size, if the loss is quadratic.
    """

    predicted: Traces
    gradients: Traces
    line: Traces
    without_loss: Traces | None
    cloud: Traces | None
    features: int


@dataclass(frozen=True)
class RuleTraces:
    """One update, and the state before the first.

    `initial` are the numbers s0, s1, … of the state, from x and y of the start. `step` are the new x and y and the new
    state, from x, y, gx, gy, rate and the state, and the Hessian if it asks for it. `state` and `derived` name what the
    state and the intermediates hold, with 1 number each or 2; `intermediates` are computed from the state, and so is
    the `preconditioner` (2). `limit` (1) is that of stability.
    """

    initial: Traces
    step: Traces
    intermediates: Traces
    limit: Traces | None
    preconditioner: Traces | None
    state: tuple[tuple[str, int], ...]
    derived: tuple[tuple[str, int], ...]


def variants(family: type, text: str | None = None) -> list[dict[str, Any]]:
    """Every setting of the switches and choices of a family, by field: each is traced by itself.

    An expression is `text`, or its default.
    """
    options: dict[str, Sequence[Any]] = {}
    for name, parameter in declared(family).items():
        match parameter:
            case Number() | Rows() | Numbers():
                pass  # rows say which examples there are, and those come as data; a window changes no number
            case Expression():
                options[name] = (text or parameter.default,)
            case Switch():
                options[name] = (False, True)
            case Choice():
                options[name] = parameter.options
            case _:
                raise TracingError(f"{family.__name__}: {name} is neither a number nor a switch nor a choice.")
    return [dict(zip(options, setting, strict=True)) for setting in product(*options.values())]


def trace_surface(family: type, setting: Mapping[str, Any]) -> SurfaceTraces:
    """Trace a surface with the given switches; raises TracingError, which names the class and what cannot be traced."""
    return SurfaceTraces(
        value=_trace_method(family, "value", setting, lambda surface, p: surface.value(p)),
        gradient=_trace_method(family, "gradient", setting, lambda surface, p: surface.gradient(p)),
        hessian=_trace_method(family, "hessian", setting, lambda surface, p: _upper(surface.hessian(p))),
    )


def trace_model(family: type[DataSurface], setting: Mapping[str, Any]) -> ModelTraces:
    """Trace what a model says; raises TracingError, which names the class and what cannot be traced."""

    def traced(method: str, call: Callable[[Any, Any, Graph], Any]) -> Any:
        graph = Graph()
        with _named(family, method):
            weights = as_objects([[_input(graph, "x")], [_input(graph, "y")]]).view(TracedArray)
            found = call(_traced_instance(family, setting, graph), weights, graph)
            return None if found is None else Traces(graph, tuple(node_of(graph, v) for v in _flat(found)))

    def example(graph: Graph) -> _TracedData:
        return _traced_data(graph, family.feature_count, prefix="")

    return ModelTraces(
        traced("predicted", lambda model, weights, graph: model.predicted(weights, example(graph).features)),
        traced("gradients", lambda model, weights, graph: model.gradients(weights, example(graph))),
        traced("line", lambda model, weights, graph: model.line(weights, vector(_input(graph, "place")))),
        traced("without_loss", lambda model, weights, graph: model.without_loss(weights[0], example(graph))),
        traced("second_moment", _cloud) if family.is_quadratic else None,
        family.feature_count,
    )


def _cloud(model: DataSurface, weights: Any, graph: Graph) -> Any:
    return second_moment(model, weights[:, 0], _input(graph, "rate"), _input(graph, "size"))


def trace_rule(family: type, setting: Mapping[str, Any]) -> RuleTraces:
    """Trace a rule with the given switches; raises TracingError, which names the class and what cannot be traced."""
    graph = Graph()
    with _named(family, "init"):
        first = _traced_instance(family, setting, graph).init(vector(_input(graph, "x"), _input(graph, "y")))
        initial = Traces(graph, tuple(node_of(graph, v) for field in first for v in _flat(field)))
    graph = Graph()
    with _named(family, "step"):
        names = (f"s{number}" for number in count())
        fields = [_state_field(graph, np.ndim(field), names) for field in first]
        step_on = _traced_instance(family, setting, graph).on(_TracedCurvature(graph))
        point, state = step_on(
            vector(_input(graph, "x"), _input(graph, "y")),
            vector(_input(graph, "gx"), _input(graph, "gy")),
            type(first)(*fields),
            _input(graph, "rate"),
        )
        results = [*_flat(point), *(v for field in state for v in _flat(field))]
    step = Traces(graph, tuple(node_of(graph, v) for v in results))
    graph = Graph()
    with _named(family, "intermediates"):
        names = (f"s{number}" for number in count())
        fields = [_state_field(graph, np.ndim(field), names) for field in first]
        derived = _traced_instance(family, setting, graph).intermediates(type(first)(*fields))
        intermediates = Traces(graph, tuple(node_of(graph, v) for value in derived.values() for v in _flat(value)))
    graph = Graph()
    with _named(family, "stability_limit"):
        bound = _traced_instance(family, setting, graph).stability_limit
        limit = None if bound is None else Traces(graph, (node_of(graph, bound),))
    graph = Graph()
    with _named(family, "preconditioner"):
        names = (f"s{number}" for number in count())
        fields = [_state_field(graph, np.ndim(field), names) for field in first]
        divisors = _flat(_traced_instance(family, setting, graph).preconditioner(type(first)(*fields)))
        divides = len(divisors) > 1
        preconditioner = Traces(graph, tuple(node_of(graph, v) for v in divisors)) if divides else None
    return RuleTraces(
        initial,
        step,
        intermediates,
        limit,
        preconditioner,
        tuple((name, len(_flat(field))) for name, field in zip(first._fields, first, strict=True)),
        tuple((symbol, len(_flat(value))) for symbol, value in derived.items()),
    )


class _TracedCurvature:
    """A surface of which a step may ask the Hessian at its point: hxx, hxy and hyy."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def hessian(self, point: Any) -> TracedArray:
        xx, xy, yy = (_input(self.graph, name) for name in CURVATURE)
        return as_objects(((xx, xy), (xy, yy))).view(TracedArray)


def trace_ending() -> Traces:
    """Trace the code of an `OutcomeKind` (1) from ENDING_INPUTS; what `kinds_of` takes beside are parameters."""
    graph = Graph()

    def parameter(name: str) -> Traced:
        return _input(graph, PARAMETERS + name)

    def pair(across: str, up: str) -> TracedArray:
        return vector(_input(graph, across), _input(graph, up))

    xx, xy, yy = (_input(graph, name) for name in ("xx", "xy", "yy"))
    last = Last(
        point=pair("x", "y"),
        step=pair("dx", "dy"),
        loss=_input(graph, "loss"),
        first_loss=_input(graph, "firstLoss"),
        gradient=pair("gx", "gy"),
        hessian=as_objects([[xx, xy], [xy, yy]]).view(TracedArray),
        left=_input(graph, "left"),
        made=_input(graph, "made"),
    )
    window = ((parameter("left"), parameter("right")), (parameter("bottom"), parameter("top")))
    kind = kinds_of(last, parameter("requested"), window, parameter("lowest"), parameter("valley"))
    return Traces(graph, (node_of(graph, as_objects(kind)[()]),))


def trace_sharpness() -> Traces:
    """Trace the largest curvature (1) from the second derivatives xx, xy and yy and the preconditioner px and py."""
    graph = Graph()
    xx, xy, yy, px, py = (_input(graph, name) for name in ("xx", "xy", "yy", "px", "py"))
    (found,) = _flat(sharpness(as_objects(((xx, xy), (xy, yy))).view(TracedArray), vector(px, py)))
    return Traces(graph, (node_of(graph, found),))


def trace_schedule(family: type, setting: Mapping[str, Any]) -> Traces:
    """Trace α_t from `initial` and t; raises TracingError, which names the class and what cannot be traced."""
    graph = Graph()
    with _named(family, "rate"):
        schedule = _traced_instance(family, setting, graph)
        (rate,) = _flat(schedule.rate(_input(graph, "initial"), _input(graph, "t")))
        return Traces(graph, (node_of(graph, rate),))


def _trace_method(family: type, method: str, setting: Mapping[str, Any], call: Callable[[Any, Any], Any]) -> Traces:
    graph = Graph()
    with _named(family, method):
        surface = _traced_instance(family, setting, graph)
        results = _flat(call(surface, vector(_input(graph, "x"), _input(graph, "y"))))
        return Traces(graph, tuple(node_of(graph, v) for v in results))


def _traced_instance(family: type, setting: Mapping[str, Any], graph: Graph) -> Any:
    """An instance whose numbers are traced. They stand for values in range, so that nothing has to be validated."""
    instance = object.__new__(family)
    for name, parameter in declared(family).items():
        if isinstance(parameter, Rows | Numbers):
            continue
        value = setting[name] if name in setting else _parameter(graph, name, parameter)
        object.__setattr__(instance, name, value)
    if issubclass(family, DataSurface):
        object.__setattr__(instance, "data", _traced_data(graph, family.feature_count, EXAMPLE))
    return instance


class _TracedData(NamedTuple):
    """Data of one example, which may stand for each of `size`."""

    features: Any
    targets: Any
    size: Traced


def _traced_data(graph: Graph, feature_count: int, prefix: str) -> _TracedData:
    """Data of an example whose numbers are inputs with names that begin with `prefix`."""
    each = [vector(_input(graph, f"{prefix}feature{k}")) for k in range(feature_count)]
    features = each[0] if feature_count == 1 else as_objects(each).view(TracedArray)
    return _TracedData(features, vector(_input(graph, f"{prefix}target")), _input(graph, EXAMPLES))


def _parameter(graph: Graph, name: str, parameter: Any) -> Traced:
    return Traced(graph, graph.input(PARAMETERS + name), Range(parameter.low, parameter.high))


def _input(graph: Graph, name: str) -> Traced:
    return Traced(graph, graph.input(name))


def _state_field(graph: Graph, dimensions: int, names: Iterator[str]) -> Any:
    numbers = [_input(graph, next(names)) for _ in range(2 if dimensions else 1)]
    return vector(*numbers) if dimensions else numbers[0]


def _upper(matrix: Any) -> Any:
    """xx, xy and yy of a symmetric matrix."""
    return as_objects(matrix).ravel()[[0, 1, 3]]


def _flat(value: Any) -> list[Any]:
    return list(as_objects(value).ravel())


@contextmanager
def _named(family: type, method: str) -> Iterator[None]:
    """Name the class and the method in whatever goes wrong in them."""
    try:
        yield
    except TracingError as error:
        raise TracingError(f"{family.__name__}.{method} cannot be traced because of {error}.") from error
    except Exception as error:
        raise TracingError(f"{family.__name__}.{method} cannot be traced: {type(error).__name__}: {error}") from error
