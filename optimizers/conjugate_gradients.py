"""Nonlinear conjugate gradients by SciPy."""

from dataclasses import dataclass
from typing import ClassVar

from optimizers.minimizer import Minimizer


@dataclass(frozen=True)
class ConjugateGradients(Minimizer):
    """Momentum whose β is computed anew at each step, and whose step length is found by a search along the line.

        w ← w + a p

    Shapes: (2, ...) -> (2, ...). The direction is p ← −g + β p, where β = max(0, g·(g − g₀) / g₀·g₀) and g₀ is the
    gradient before (Polak and Ribière). On a quadratic loss of n weights it would arrive in n steps if it searched
    exactly.

    >>> from optimizers import BASELINES, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), BASELINES["cg"](), start=(-4.0, 1.5), steps=20)
    >>> float(abs(path.points[:, -1]).max()) < 1e-5
    True

    Source: Polak and Ribière, 1969; Nocedal and Wright, "Numerical optimization", 2006, chapter 5.
    """

    key: ClassVar = "cg"
    title: ClassVar = "Conjugate gradients"
    source: ClassVar = "Polak and Ribière, 1969"
    address: ClassVar = "https://docs.scipy.org/doc/scipy/reference/optimize.minimize-cg.html"
    method: ClassVar = "CG"
    price: ClassVar = (
        "It keeps 2n numbers: the last gradient and the last direction. An update takes a few losses and "
        "gradients, to search along the direction."
    )
    elsewhere: ClassVar = {
        "SciPy": '`minimize(method="CG")`, with weights in units of α: at α = 1 the same path.',
        "PyTorch": "Not a part of PyTorch.",
        "optax": "Not a part of optax.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (r"w \leftarrow w + a p",)
