"""The lines for other libraries: their factors evaluated, and their names as those libraries spell them."""

import re
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.code.other_libraries import LIBRARIES, OWN, schedule_lines
from optimizers import SCHEDULES
from tests.strategies import chosen

S = np.arange(700)


def rates_of(line: str, alpha: float) -> np.ndarray | None:
    """The rates that a line with a factor gives; None for a schedule of the library's own."""
    if "LambdaLR" in line:
        factor: Any = None

        def lambda_lr(_: Any, given_factor: Any) -> None:
            nonlocal factor
            factor = given_factor

        torch = SimpleNamespace(optim=SimpleNamespace(lr_scheduler=SimpleNamespace(LambdaLR=lambda_lr)))
        exec(line, {"torch": torch, "np": np, "opt": None})
        return alpha * np.array([factor(int(s)) for s in S])
    if "lambda s" in line:
        names: dict[str, Any] = {"jnp": np}
        exec(line, names)
        return np.broadcast_to(names["learning_rate"](S), S.shape)
    return None


@pytest.mark.parametrize("key", SCHEDULES)
@settings(max_examples=30, deadline=None)
@given(data=st.data(), alpha=st.floats(1e-4, 10.0))
def test_a_factor_gives_the_rate_of_every_update(key: str, data: st.DataObject, alpha: float) -> None:
    schedule = data.draw(chosen(SCHEDULES[key]))
    lines = schedule_lines(schedule, alpha)
    assert tuple(lines) == LIBRARIES
    expected = np.broadcast_to(schedule.rate(alpha, S + 1), S.shape)
    with np.errstate(all="ignore"):
        for library in ("PyTorch", "optax"):
            rates = rates_of(lines[library], alpha)
            if rates is not None:
                np.testing.assert_allclose(rates, expected, rtol=1e-9, atol=1e-12 * alpha, err_msg=lines[library])
    assert lines["transformers"].endswith(lines["PyTorch"].removeprefix("scheduler = ") + "))")
    compile("\n".join(lines.values()), "lines", "exec")


CALLS = {
    "StepLR": ("step_size", "gamma"),
    "CosineAnnealingWarmRestarts": ("T_0", "T_mult", "eta_min"),
    "ExponentialDecay": ("decay_steps", "decay_rate", "staircase"),
    "InverseTimeDecay": ("decay_steps", "decay_rate", "staircase"),
    "PolynomialDecay": ("decay_steps", "end_learning_rate", "power"),
    "CosineDecay": ("decay_steps", "alpha"),
    "CosineDecayRestarts": ("first_decay_steps", "t_mul", "alpha"),
    "exponential_decay": ("transition_steps", "decay_rate", "staircase"),
    "polynomial_schedule": ("power", "transition_steps"),
    "cosine_decay_schedule": ("decay_steps", "alpha"),
}
"""The keywords of the libraries' own schedules, as their documentation has them."""


@pytest.mark.parametrize("own", [line for each in OWN.values() for line in each if line])
def test_a_schedule_of_a_library_is_called_by_its_keywords(own: str) -> None:
    name, arguments = re.fullmatch(r"(?:\w+\.)*(\w+)\((.*)\)", own).groups()  # type: ignore[union-attr]
    assert tuple(re.findall(r"(\w+)=", arguments)) == CALLS[name]
