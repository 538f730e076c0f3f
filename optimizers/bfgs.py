"""BFGS by SciPy: Newton's method with a curvature that is learnt from gradients."""

from dataclasses import dataclass
from typing import ClassVar

from optimizers.minimizer import Minimizer


@dataclass(frozen=True)
class BFGS(Minimizer):
    """Begins like gradient descent, learns the curvature from the gradients on its way, and ends like Newton's method.

        w ← w − a B g

    Shapes: (2, ...) -> (2, ...). B is an estimate of the inverse Hessian, which starts at I and is corrected by every
    step; a is found by a line search, which asks for losses and gradients. For many weights, L-BFGS keeps the last few
    corrections in place of B.

    >>> from optimizers import BASELINES, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), BASELINES["bfgs"](), start=(-4.0, 1.5), steps=20)
    >>> float(abs(path.points[:, -1]).max()) < 1e-5
    True

    Source: Broyden, Fletcher, Goldfarb and Shanno, 1970; Nocedal and Wright, "Numerical optimization", 2006, chapter 6.
    """

    key: ClassVar = "bfgs"
    title: ClassVar = "BFGS"
    source: ClassVar = "Broyden, Fletcher, Goldfarb and Shanno, 1970"
    address: ClassVar = "https://docs.scipy.org/doc/scipy/reference/optimize.minimize-bfgs.html"
    method: ClassVar = "BFGS"
    price: ClassVar = (
        "It keeps B, which has n² numbers. An update takes a loss and a gradient, more of both where the first "
        "step that is tried is too long."
    )
    elsewhere: ClassVar = {
        "SciPy": '`minimize(method="BFGS")`, with weights in units of α: at α = 1 the same path.',
        "PyTorch": "`torch.optim.LBFGS` keeps a few corrections in place of B; by default it searches along no line.",
        "optax": "`optax.lbfgs` keeps a few corrections in place of B.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (r"w \leftarrow w - a B g",)
