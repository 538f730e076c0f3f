"""Update rules, in teaching order: add one by its file and its line here."""

from collections.abc import Mapping

from optimizers.adagrad import AdaGrad
from optimizers.adam import Adam
from optimizers.adam_stuck import AdamStuck
from optimizers.heavy_ball import HeavyBall
from optimizers.momentum import Momentum
from optimizers.nesterov import Nesterov
from optimizers.optimizer import Optimizer
from optimizers.outcome import Kind, Outcome
from optimizers.rmsprop import RMSprop
from optimizers.run import final_points, run
from optimizers.schedules import SCHEDULES, Schedule
from optimizers.sgd import SGD
from optimizers.trajectory import Trajectory

OPTIMIZERS: Mapping[str, type[Optimizer]] = {
    rule.key: rule for rule in (SGD, Momentum, HeavyBall, Nesterov, AdaGrad, RMSprop, Adam)
}

# What lessons show to be wrong. A link may name them and a picker may offer them last; the rules above are the course.
MISTAKES: Mapping[str, type[Optimizer]] = {rule.key: rule for rule in (AdamStuck,)}

__all__ = [
    "MISTAKES",
    "OPTIMIZERS",
    "SCHEDULES",
    "Kind",
    "Optimizer",
    "Outcome",
    "Schedule",
    "Trajectory",
    "final_points",
    "run",
]
