"""Each learning-rate schedule as one expression in NumPy: the rates of all updates, `t` being 1, 2, … as floats.

`{initial}` is α₀, every other `{name}` the value of a field. A schedule that is not here can be taken away as project
code only.
"""

from collections.abc import Mapping

_EPOCH = "np.floor((t - 1.0) / {steps_per_epoch})"
_COSINE = "({floor} + (1.0 - {floor}) * (1.0 + np.cos(pi * np.minimum(PROGRESS, 1.0))) / 2.0)"
_AFTER_WARMUP = "np.maximum(t - 1.0 - {warmup}, 0.0) / max({horizon} - {warmup}, 1.0)"

PLAIN_SCHEDULES: Mapping[str, str] = {
    "constant": "{initial} * np.ones_like(t)",
    "exponential": f"{{initial}} * {{factor}} ** {_EPOCH}",
    "inverse-time": f"{{initial}} / (1.0 + {{decay_rate}} * {_EPOCH})",
    "inverse-sqrt": f"{{scale}} * {{initial}} / np.sqrt({_EPOCH} + 1.0)",
    "step": f"{{initial}} * {{drop}} ** np.floor({_EPOCH} / {{every}})",
    "cosine": "{initial} * " + _COSINE.replace("PROGRESS", "(t - 1.0) / {horizon}"),
    "warmup-cosine": "{initial} * np.where(t <= {warmup}, t / {warmup}, "
    + _COSINE.replace("PROGRESS", f"{_AFTER_WARMUP} if {{horizon}} > {{warmup}} else 1.0")
    + ")",
}
