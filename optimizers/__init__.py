"""Update rules, in teaching order: add one as a file and a line here."""

from collections.abc import Mapping

from optimizers.adadelta import AdaDelta
from optimizers.adagrad import AdaGrad
from optimizers.adam import Adam
from optimizers.adam_l2 import AdamL2
from optimizers.adam_stuck import AdamStuck
from optimizers.adamax import Adamax
from optimizers.adamw import AdamW
from optimizers.averages import average_weights, weighted_average
from optimizers.baseline import Baseline
from optimizers.bfgs import BFGS
from optimizers.branch import branch
from optimizers.conjugate_gradients import ConjugateGradients
from optimizers.ending import OutcomeKind
from optimizers.gradients import Exact, Gradients, MiniBatch, Noisy
from optimizers.heavy_ball import HeavyBall
from optimizers.lion import Lion
from optimizers.momentum import Momentum
from optimizers.nadam import NAdam
from optimizers.nelder_mead import NelderMead
from optimizers.nesterov import Nesterov
from optimizers.newton import Newton
from optimizers.optimizer import Optimizer
from optimizers.outcome import Outcome
from optimizers.rmsprop import RMSprop
from optimizers.run import final_points, run
from optimizers.schedules import SCHEDULES, Schedule
from optimizers.sgd import SGD
from optimizers.stability import sharpness
from optimizers.trajectory import Trajectory

OPTIMIZERS: Mapping[str, type[Optimizer]] = {
    rule.key: rule
    for rule in (
        *(SGD, Momentum, HeavyBall, Nesterov),
        *(AdaGrad, RMSprop, AdaDelta),
        *(Adam, AdamL2, AdamW, NAdam, Adamax, Lion),
    )
}

# Classical methods to compare with, which ask for more than a gradient an update.
BASELINES: Mapping[str, type[Baseline]] = {rule.key: rule for rule in (Newton, BFGS, ConjugateGradients, NelderMead)}

# Common mistakes, for the lessons about them. Links may name them, and pickers offer them after the rules above.
MISTAKES: Mapping[str, type[Optimizer]] = {rule.key: rule for rule in (AdamStuck,)}

__all__ = [
    "BASELINES",
    "MISTAKES",
    "OPTIMIZERS",
    "SCHEDULES",
    "Baseline",
    "Exact",
    "Gradients",
    "MiniBatch",
    "Noisy",
    "Optimizer",
    "Outcome",
    "OutcomeKind",
    "Schedule",
    "Trajectory",
    "average_weights",
    "branch",
    "final_points",
    "run",
    "sharpness",
    "weighted_average",
]
