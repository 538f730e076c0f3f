"""The layer of Newton's basins: the browser's iteration comes to where NumPy's does."""

from pathlib import Path

import numpy as np
import pytest

from exports.handout.bundle import FRONTEND
from surfaces import SURFACES
from tests.surfaces.places import random_points
from tests.tracing.deno import answers
from tracing import kernels

ITERATED = """
import {{ iterated }} from "{newton}";
export function newton({{ diagonal, x, y, ...surface }}) {{
  const ask = (name, places) => ({{ gradients, hessians }})[name]({{ ...surface, ...places }});
  const found = iterated({{ x, y }}, ask, diagonal);
  return [found.x, found.y];
}}
"""


@pytest.mark.parametrize("key", ["himmelblau", "six-hump-camel", "rastrigin", "rosenbrock"])
def test_it_comes_to_the_same_points(key: str, tmp_path: Path) -> None:
    surface = SURFACES[key]()
    starts = random_points(surface, 1000)
    points = starts.copy()
    for _ in range(60):
        steps = np.linalg.solve(surface.hessian(points).transpose(2, 0, 1), surface.gradient(points).T[..., np.newaxis])
        points = points - steps[..., 0].T
    module = ITERATED.format(newton=(FRONTEND / "live" / "newton.js").as_uri()) + kernels().text
    asked = {"surface": key, "diagonal": 10.0, "x": starts[0], "y": starts[1]}
    (ends,) = answers(module, [("newton", asked)], tmp_path)
    # Between two basins a rounding decides.
    assert (np.hypot(*(np.array(ends) - points)) < 1e-6).mean() > 0.99
