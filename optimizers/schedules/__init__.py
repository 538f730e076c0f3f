"""Learning-rate schedules, in teaching order: add one as a class and a line here."""

from collections.abc import Mapping

from optimizers.schedules.constant import Constant
from optimizers.schedules.cosine import Cosine, WarmupCosine
from optimizers.schedules.cosine_restarts import CosineRestarts
from optimizers.schedules.epochs import Exponential, InverseSqrt, InverseTime, Step
from optimizers.schedules.one_cycle import OneCycle
from optimizers.schedules.polynomial import Polynomial
from optimizers.schedules.schedule import Schedule
from optimizers.schedules.warmup_stable_decay import WarmupStableDecay

SCHEDULES: Mapping[str, type[Schedule]] = {
    schedule.key: schedule
    for schedule in (
        Constant,
        Exponential,
        InverseTime,
        InverseSqrt,
        Step,
        Polynomial,
        Cosine,
        WarmupCosine,
        WarmupStableDecay,
        CosineRestarts,
        OneCycle,
    )
}

__all__ = ["SCHEDULES", "Schedule"]
