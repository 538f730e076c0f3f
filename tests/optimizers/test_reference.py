"""Paths computed by other libraries, with automatic gradients."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, SCHEDULES, run
from surfaces import SURFACES
from tests.optimizers.cases import relative_error

REFERENCE = Path(__file__).parents[1] / "reference" / "trajectories.json"
RUNS = json.loads(REFERENCE.read_text(encoding="utf-8"))["runs"]


@pytest.mark.parametrize("reference", RUNS, ids=lambda r: f"{r['optimizer']}-{r['schedule']}-{r['surface']}")
def test_a_path_is_the_one_of_another_library(reference: dict[str, Any]) -> None:
    surface = SURFACES[reference["surface"]](**reference["surface_fields"])
    rule = OPTIMIZERS[reference["optimizer"]](**reference["hyperparameters"])
    schedule = SCHEDULES[reference["schedule"]](**reference["schedule_fields"])
    expected = np.array(reference["points"])

    path = run(surface, rule, reference["start"], expected.shape[1] - 1, schedule)

    assert relative_error(path.points, expected) <= 1e-9
