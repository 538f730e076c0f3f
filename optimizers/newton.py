"""Newton's method, damped."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.baseline import Baseline
from optimizers.hyperparameters import learning_rate
from optimizers.loss_surface import Array, LossSurface
from optimizers.work import HESSIAN
from parameters import number, switch

ARRIVED = 1e-9
"""The length of a direction after which nothing more is asked for."""


class NewtonState(NamedTuple):
    """`d` (2, ...): the last direction, before α."""

    d: Array


@dataclass(frozen=True)
class Newton(Baseline):
    """Jumps to where the quadratic model is level: at once to the minimum of a bowl, but to saddles and maxima, too.

        d ← (H + δ I)⁻¹ g
        w ← w − α d

    Shapes: (2, ...) -> (2, ...). H is the Hessian at w. With α below 1 or δ above 0 it is damped: a small α makes
    the same step shorter, a large δ turns it towards the gradient. With absolute curvatures, |H| in place of H, every
    direction leads downhill, and saddles repel.

    >>> from optimizers import BASELINES, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), BASELINES["newton"](), start=(-4.0, 1.5), steps=1)
    >>> path.points.round(2).tolist()
    [[-4.0, 0.0], [1.5, 0.0]]

    Source: Nocedal and Wright, "Numerical optimization", 2006, chapter 3; for absolute curvatures, Dauphin et al.,
    "Identifying and attacking the saddle point problem in high-dimensional non-convex optimization", 2014.
    """

    learning_rate: float = learning_rate(1.0)
    damping: float = number(
        0.0,
        0.0,
        1000.0,
        label="Damping",
        help="Added to every curvature. Where it is larger than they are, the step follows the gradient.",
        symbol=r"\delta",
        plain_symbol="δ",
        slider=(0.0, 10.0),
        step=0.1,
    )
    absolute: bool = switch(
        False,
        label="Absolute curvatures",
        help="Takes the sizes of the curvatures without their signs, so that every step leads downhill.",
        link="abs",
    )

    key: ClassVar = "newton"
    title: ClassVar = "Newton"
    source: ClassVar = "Nocedal and Wright, 2006; Dauphin et al., 2014"
    address: ClassVar = "https://doi.org/10.1007/978-0-387-40065-5"
    price: ClassVar = (
        "It keeps nothing. An update takes a gradient and a Hessian of n² numbers, and solves n equations, which "
        "takes about n³/3 multiplications."
    )
    meanings: ClassVar = {"d": "the last direction before α, kept only to be shown"}
    elsewhere: ClassVar = {
        "SciPy": '`minimize(method="Newton-CG")` finds the direction by conjugate gradients, and searches along it.',
        "PyTorch": "Not a part of `torch.optim`; `torch.func.hessian` gives H.",
        "optax": "Not a part of optax; `jax.hessian` gives H.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        hessian = "|H|" if self.absolute else "H"
        return (rf"d \leftarrow ({hessian} + \delta I)^{{-1}} g", r"w \leftarrow w - \alpha d")

    def init(self, point: Array) -> NewtonState:
        return NewtonState(d=np.zeros_like(point))

    def step_on(
        self, surface: LossSurface, point: Array, gradient: Array, state: NewtonState, learning_rate: Any
    ) -> tuple[Array, NewtonState]:
        hessian = surface.hessian(point)
        (xx, xy), (_, yy) = _absolute(hessian) if self.absolute else hessian
        xx, yy = xx + self.damping, yy + self.damping
        gx, gy = gradient
        d = np.array((yy * gx - xy * gy, xx * gy - xy * gx)) / (xx * yy - xy * xy)
        return point - learning_rate * d, NewtonState(d)

    def work(self, states: NewtonState, updates: int) -> Array:
        is_done = np.append(False, np.abs(states.d).max(axis=0, initial=0.0) <= ARRIVED)[:updates]
        return (1.0 + HESSIAN) * np.append(0.0, np.cumsum(~is_done))


def _absolute(hessian: Array) -> Array:
    """Return the matrix with the same eigenvectors and the absolute eigenvalues, (2, 2, ...) -> (2, 2, ...).

    It is the root of the Hessian's square. That of a matrix A of two by two is √A = (A + √|A| I) / √(tr A + 2 √|A|).
    """
    (xx, xy), (_, yy) = hessian
    size = np.abs(xx * yy - xy * xy)
    root = np.sqrt(xx * xx + 2.0 * xy * xy + yy * yy + 2.0 * size)
    square = np.array(((xx * xx + xy * xy + size, xy * (xx + yy)), (xy * (xx + yy), xy * xy + yy * yy + size)))
    return np.where(root > 0.0, square / root, 0.0)
