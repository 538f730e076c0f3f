"""Nelder and Mead's method by SciPy: a triangle that walks downhill without gradients."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.baseline import Baseline
from optimizers.hyperparameters import first_step
from optimizers.iterates import next_simplex
from optimizers.loss_surface import Array, LossSurface
from optimizers.work import VALUE


class NelderMeadState(NamedTuple):
    """`second`, `worst` (2, ...): the other corners of the triangle, whose best one is w.

    `t`: the number of updates made; `asked` (2, ...): how many losses it has asked for so far, twice.
    """

    second: Array
    worst: Array
    t: int
    asked: Array


@dataclass(frozen=True)
class NelderMead(Baseline):
    """A triangle turns its worst corner over, stretches and shrinks: it needs losses alone, and moves when it has to.

        w ← best(w, b, c)

    Shapes: (2, ...) -> (2, ...). The worst corner c is mirrored at the middle of the other two, farther if that pays,
    nearer if it does not; if nothing pays the triangle shrinks towards w. While w is the best corner the path stands.

    >>> from optimizers import BASELINES, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), BASELINES["nelder-mead"](), start=(-4.0, 1.5), steps=80)
    >>> float(abs(path.points[:, -1]).max()) < 1e-3
    True

    Source: Nelder and Mead, "A simplex method for function minimization", The Computer Journal 7, 1965.
    """

    learning_rate: float = first_step("The length of the sides of the first triangle. Later ones find their own size.")

    key: ClassVar = "nelder-mead"
    title: ClassVar = "Nelder–Mead"
    source: ClassVar = "Nelder and Mead, 1965"
    address: ClassVar = "https://docs.scipy.org/doc/scipy/reference/optimize.minimize-neldermead.html"
    price: ClassVar = (
        "It keeps n + 1 corners. An update takes one or two losses, and n more where the triangle shrinks; the "
        "more weights, the more updates: it is for a few of them."
    )
    corners: ClassVar = ("second", "worst")
    symbols: ClassVar = {"second": "b", "worst": "c"}
    meanings: ClassVar = {
        "second": "the second-best corner of the triangle",
        "worst": "its worst corner",
        "t": "the number of updates made",
        "asked": "how many losses have been asked for",
    }
    elsewhere: ClassVar = {
        "SciPy": '`minimize(method="Nelder-Mead", initial_simplex=…)` from the same triangle: the same path.',
        "PyTorch": "Not a part of PyTorch.",
        "optax": "Not a part of optax.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (r"w \leftarrow \operatorname{best}(w, b, c)",)

    def init(self, point: Array) -> NelderMeadState:
        zeros = np.zeros_like(point)
        return NelderMeadState(second=zeros, worst=zeros, t=0, asked=zeros)

    def step_on(
        self, surface: LossSurface, point: Array, gradient: Array, state: NelderMeadState, learning_rate: Any
    ) -> tuple[Array, NelderMeadState]:
        begins = state.t == 0
        corners = np.stack(self._first(point, learning_rate) if begins else (point, state.second, state.worst))
        lanes = corners.reshape(3, 2, -1)
        made = [next_simplex(surface, lanes[..., lane]) for lane in range(lanes.shape[-1])]
        moved, second, worst = np.stack([found for found, _ in made], axis=-1).reshape(corners.shape)
        # Between two updates the losses at the corners are remembered.
        losses = np.array([count - (0 if begins else len(corners)) for _, count in made]).reshape(point.shape[1:])
        return moved, NelderMeadState(second, worst, state.t + 1, state.asked + losses)

    def _first(self, point: Array, length: Any) -> tuple[Array, Array, Array]:
        """Return the corners of a right-angled triangle."""
        x, y = point
        return point, np.array((x + length, y)), np.array((x, y + length))

    def work(self, states: NelderMeadState, updates: int) -> Array:
        losses, _ = states.asked
        return np.append(0.0, VALUE * losses)
