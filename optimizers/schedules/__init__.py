"""Learning-rate schedules, in teaching order: add one as a class and a line here."""

from collections.abc import Mapping

from optimizers.schedules.constant import Constant
from optimizers.schedules.cosine import Cosine, WarmupCosine
from optimizers.schedules.epochs import Exponential, InverseSqrt, InverseTime, Step
from optimizers.schedules.schedule import Schedule

SCHEDULES: Mapping[str, type[Schedule]] = {
    schedule.key: schedule for schedule in (Constant, Exponential, InverseTime, InverseSqrt, Step, Cosine, WarmupCosine)
}

__all__ = ["SCHEDULES", "Schedule"]
