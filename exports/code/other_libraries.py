"""Schedules as lines of code for other libraries, which give α at every update as this project does.

There the updates are counted from 0: s = t − 1. Where a library has a schedule of its own that agrees at every update,
the line names it; otherwise it writes the factor of α₀ out.
"""

from collections.abc import Mapping
from math import log
from typing import Any, NamedTuple

from exports.code.literal import literal
from optimizers import Schedule
from parameters import declared

LIBRARIES = ("PyTorch", "Keras", "optax", "transformers")

_COSINE = "{f} + (1 - {f}) * (1 + {m}.cos({pi} * {p})) / 2"

FACTORS: Mapping[str, str] = {
    "constant": "1.0 + 0 * s",
    "exponential": "{factor} ** (s // {steps_per_epoch})",
    "inverse-time": "1 / (1 + {decay_rate} * (s // {steps_per_epoch}))",
    "inverse-sqrt": "{scale} / {m}.sqrt(s // {steps_per_epoch} + 1.0)",
    "step": "{drop} ** (s // ({steps_per_epoch} * {every}))",
    "polynomial": "{floor} + (1 - {floor}) * (1 - {m}.minimum(s, {horizon}) / {horizon}) ** {power}",
    "cosine": _COSINE.replace("{f}", "{floor}").replace("{p}", "{m}.minimum(s, {horizon}) / {horizon}"),
    "warmup-cosine": "{m}.where(s < {warmup}, (s + 1) / {warmup}, "
    + _COSINE.replace("{f}", "{floor}").replace("{p}", "{m}.clip((s - {warmup}) / {after}, 0, 1)")
    + ")",
    "warmup-stable-decay": "{m}.where(s < {warmup}, (s + 1) / {warmup}, "
    "1 - (1 - {floor}) * {m}.clip((s - {horizon} + {decay}) / {decay}, 0, 1))",
    "one-cycle": "{m}.where(s + 1 <= {peak}, {start_factor} + (1 - {start_factor}) "
    "* (1 - {m}.cos({pi} * {m}.clip(s / {rise}, 0, 1))) / 2, "
    "{last} + (1 - {last}) * (1 + {m}.cos({pi} * {m}.clip((s + 1 - {peak}) / {fall}, 0, 1))) / 2)",
}
"""The factor of α₀ at s, in functions that NumPy, JAX and Keras call alike, of a module `m`."""


class _Own(NamedTuple):
    """A schedule that a library has itself."""

    pytorch: str | None = None
    keras: str | None = None
    optax: str | None = None


_KERAS = "keras.optimizers.schedules."
OWN: Mapping[str, _Own] = {
    "exponential": _Own(
        "StepLR(opt, step_size={steps_per_epoch}, gamma={factor})",
        _KERAS + "ExponentialDecay({alpha}, decay_steps={steps_per_epoch}, decay_rate={factor}, staircase=True)",
        "optax.exponential_decay({alpha}, transition_steps={steps_per_epoch}, decay_rate={factor}, staircase=True)",
    ),
    "step": _Own(
        "StepLR(opt, step_size={steps_per_epoch} * {every}, gamma={drop})",
        _KERAS
        + "ExponentialDecay({alpha}, decay_steps={steps_per_epoch} * {every}, decay_rate={drop}, staircase=True)",
        "optax.exponential_decay("
        "{alpha}, transition_steps={steps_per_epoch} * {every}, decay_rate={drop}, staircase=True)",
    ),
    "inverse-time": _Own(
        keras=_KERAS
        + "InverseTimeDecay({alpha}, decay_steps={steps_per_epoch}, decay_rate={decay_rate}, staircase=True)"
    ),
    "polynomial": _Own(
        keras=_KERAS
        + "PolynomialDecay({alpha}, decay_steps={horizon}, end_learning_rate={floor} * {alpha}, power={power})",
        optax="optax.polynomial_schedule({alpha}, {floor} * {alpha}, power={power}, transition_steps={horizon})",
    ),
    "cosine": _Own(
        keras=_KERAS + "CosineDecay({alpha}, decay_steps={horizon}, alpha={floor})",
        optax="optax.cosine_decay_schedule({alpha}, decay_steps={horizon}, alpha={floor})",
    ),
    "cosine-restarts": _Own(
        "CosineAnnealingWarmRestarts(opt, T_0={cycle}, T_mult={growth}, eta_min={floor} * {alpha})",
        _KERAS + "CosineDecayRestarts({alpha}, first_decay_steps={cycle}, t_mul={growth}, alpha={floor})",
    ),
}


def schedule_lines(schedule: Schedule, learning_rate: float) -> dict[str, str]:
    """Write a schedule for each of LIBRARIES, which begins at `learning_rate` or rises to it.

    PyTorch and transformers take `opt`, an optimizer with that rate, and step the scheduler after each of its updates.
    Keras and optax take the schedule as an optimizer's learning rate.
    """
    values = {"alpha": literal(learning_rate), **_values(schedule)}
    own = OWN.get(schedule.key, _Own())
    torch = "torch.optim.lr_scheduler."
    scheduler = torch + (own.pytorch or f"LambdaLR(opt, lambda s: float({_factor(schedule, 'np')}))").format(**values)
    return {
        "PyTorch": f"scheduler = {scheduler}",
        "Keras": f"learning_rate = {own.keras.format(**values)}" if own.keras else _keras_class(schedule, values),
        "optax": f"learning_rate = {own.optax.format(**values)}" if own.optax else _optax(schedule, values),
        "transformers": f"trainer = Trainer(model, args, optimizers=(opt, {scheduler}))",
    }


def _optax(schedule: Schedule, values: Mapping[str, str]) -> str:
    return f"learning_rate = lambda s: {values['alpha']} * ({_factor(schedule, 'jnp')})"


def _keras_class(schedule: Schedule, values: Mapping[str, str]) -> str:
    return (
        "class Decay(keras.optimizers.schedules.LearningRateSchedule):\n"
        "    def __call__(self, step):\n"
        '        s = keras.ops.cast(step, "float32")\n'
        f"        return {values['alpha']} * ({_factor(schedule, 'keras.ops')})\n"
        "learning_rate = Decay()"
    )


def _factor(schedule: Schedule, module: str) -> str:
    if schedule.key == "cosine-restarts":
        return _restarts(schedule, module)
    values = _values(schedule)
    if schedule.key == "warmup-cosine" and schedule.misfit:  # the warm-up takes all of it
        return "{m}.where(s < {warmup}, (s + 1) / {warmup}, {floor})".format(m=module, **values)
    return FACTORS[schedule.key].format(m=module, pi=_pi(module), **values)


def _pi(module: str) -> str:
    return f"{module}.pi" if module != "keras.ops" else "3.141592653589793"


def _restarts(schedule: Any, module: str) -> str:
    """Every cycle begins anew; the number of those that are over is a logarithm where they grow."""
    cycle, growth, floor = schedule.cycle, schedule.growth, literal(schedule.floor)
    if growth == 1:
        part = f"(s % {cycle}) / {cycle}"
    else:
        number = f"{module}.floor({module}.log(s * {growth - 1} / {cycle} + 1) / {log(growth)} + 1e-6)"
        part = f"(s - {cycle} * ({growth}.0 ** {number} - 1) / {growth - 1}) / ({cycle} * {growth}.0 ** {number})"
    return _COSINE.format(f=floor, m=module, pi=_pi(module), p=part)


def _values(schedule: Any) -> dict[str, str]:
    """The parameters as source, and what follows from them."""
    values = {name: literal(getattr(schedule, name)) for name in declared(schedule)}
    if schedule.key == "warmup-cosine":
        values["after"] = literal(schedule.horizon - schedule.warmup)
    if schedule.key == "one-cycle":
        peak = schedule.rise * schedule.horizon
        values |= {
            "peak": literal(peak),
            "rise": literal(max(peak - 1.0, 1e-300)),
            "fall": literal(schedule.horizon - peak),
            "last": literal(schedule.start_factor * schedule.end_factor),
        }
    return values
