"""The outcome of a run: its kind, and a sentence with the numbers."""

from typing import Any, NamedTuple

from optimizers.ending import Ending, OutcomeKind, ending, is_inside
from optimizers.loss_surface import Array, LossSurface
from parameters import format_number


class Outcome(NamedTuple):
    """The end of a run: its kind, a sentence, and the size of the gradient and the eigenvalues at the last point.

    `step` is the update at which the run diverged, left the map for good, or came where the loss is not defined;
    otherwise None.
    """

    kind: OutcomeKind
    sentence: str
    gradient_norm: float
    eigenvalues: tuple[float, float]
    step: int | None = None

    def __str__(self) -> str:
        return self.sentence


_SENTENCES = {
    OutcomeKind.GLOBAL_MINIMUM: (
        "It reached the global minimum near {place}, with loss {loss} after {steps} steps. {curvature}."
    ),
    OutcomeKind.LOCAL_MINIMUM: (
        "It reached a local minimum, not the global one, near {place}, with loss {loss}. {curvature}."
    ),
    OutcomeKind.SADDLE: "It stopped at a saddle near {place}, with loss {loss}. {curvature}.",
    OutcomeKind.MAXIMUM: "It stopped at a maximum near {place}, with loss {loss}. {curvature}.",
    OutcomeKind.STANDING: (
        "It stands still at {place}{outside}, where there is no critical point, with loss {loss}. Its last step had"
        " length {last}. {curvature}."
    ),
    OutcomeKind.MOVING: (
        "It is still moving after {steps} steps, at {place}{outside}, with loss {loss}. Its last step had length"
        " {last}. {curvature}."
    ),
    OutcomeKind.LEFT_THE_MAP: "It left the map at step {left}. After {steps} steps it is at {place}, with loss {loss}.",
    OutcomeKind.DIVERGING: "It is diverging{left_the_map}. After {steps} steps it is at {place}, with loss {loss}.",
    OutcomeKind.LEFT_THE_DOMAIN: "It left the domain at step {steps}: the loss is not defined at {place}.",
    OutcomeKind.DIVERGED: "It diverged at step {next}. Its last finite point is {place}, with loss {loss}.",
}


def judge(surface: LossSurface, points: Array, loss: float, requested: int) -> Outcome:
    """Judge one run of T updates, of so many requested, by its points (2, T+1) and its final loss."""
    steps = points.shape[1] - 1
    end = ending(surface, points, steps, requested)
    kind, left = tuple(OutcomeKind)[int(end.kinds)], int(end.left) or None
    low, high = end.eigenvalues.tolist()
    step = {
        OutcomeKind.DIVERGED: steps + 1,
        OutcomeKind.LEFT_THE_DOMAIN: steps,
        OutcomeKind.LEFT_THE_MAP: left,
        OutcomeKind.DIVERGING: left,
    }.get(kind)
    words = _words(end, loss, steps, outside=not is_inside(surface.window, end.points))
    return Outcome(kind, _SENTENCES[kind].format_map(words), float(end.gradient_norms), (low, high), step)


def _words(end: Ending, loss: float, steps: int, *, outside: bool) -> dict[str, Any]:
    """Return what fills a sentence, by placeholder."""
    x, y = (format_number(c, 3) for c in end.points)
    low, high = (format_number(e, 3) for e in end.eigenvalues)
    return {
        "place": f"({x}, {y})",
        "loss": format_number(loss, 4),
        "steps": steps,
        "next": steps + 1,
        "left": end.left,
        "left_the_map": f": it left the map at step {end.left}" if end.left else "",
        "outside": ", outside the map" if outside else "",
        "last": format_number(float(end.last_steps) if steps else 0.0, 2),
        "curvature": (
            f"The gradient there has length {format_number(float(end.gradient_norms), 2)} and the Hessian has"
            f" eigenvalues {low} and {high}"
        ),
    }
