"""Loss surfaces, in teaching order: add one as a file and a line here."""

from collections.abc import Mapping

from surfaces.beale import Beale
from surfaces.bowl import Bowl
from surfaces.critical_points import curvatures, find_critical_points
from surfaces.data.cloud import stationary_covariance
from surfaces.data.data_surface import Data, DataSurface
from surfaces.data.logistic import Logistic
from surfaces.data.regression import Regression
from surfaces.data.two_weights import TwoWeights
from surfaces.edge import Edge
from surfaces.formula.formula import Formula
from surfaces.himmelblau import Himmelblau
from surfaces.plateau import Plateau
from surfaces.rastrigin import Rastrigin
from surfaces.river import River
from surfaces.rosenbrock import Rosenbrock
from surfaces.saddle import Saddle
from surfaces.six_hump_camel import SixHumpCamel
from surfaces.surface import CriticalPoint, Start, Surface

SURFACES: Mapping[str, type[Surface]] = {
    surface.key: surface
    for surface in (
        *(Bowl, Saddle, Himmelblau, Rastrigin, Rosenbrock, Beale, SixHumpCamel, Plateau, River, Edge),
        *(Regression, Logistic, TwoWeights, Formula),
    )
}

__all__ = [
    "SURFACES",
    "CriticalPoint",
    "Data",
    "DataSurface",
    "Formula",
    "Start",
    "Surface",
    "curvatures",
    "find_critical_points",
    "stationary_covariance",
]
