"""How curved a loss is for a rule, which its limit of stability is compared with."""

from typing import Any

import numpy as np

from optimizers.loss_surface import Array


def sharpness(hessian: Array, preconditioner: Any = (1.0, 1.0)) -> Any:
    """The largest curvature of a loss with that Hessian, (2, 2, ...) -> (...).

    A rule that divides each coordinate by a `preconditioner` (2, ...) walks as plain descent does on a loss whose
    second derivatives are divided by its square roots: the sharpness is the largest eigenvalue of that matrix.

    Source: Cohen et al., "Adaptive gradient methods at the edge of stability", 2022, on the preconditioned sharpness.
    """
    (xx, xy), (_, yy) = hessian
    across, up = preconditioner
    a, b = xx / across, yy / up
    half = (a - b) / 2.0
    return (a + b) / 2.0 + np.sqrt(half * half + xy * xy / (across * up))
