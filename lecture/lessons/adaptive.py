"""Rules that divide by the size of the gradient: their first steps, their corrections, and ε."""

from math import sqrt

from lecture.lessons.lesson import Lesson, stage
from lecture.lessons.question import Choice, Order
from lecture.view import View
from optimizers.adagrad import AdaGrad
from optimizers.adam import Adam
from optimizers.adam_stuck import AdamStuck
from optimizers.rmsprop import RMSprop
from surfaces.bowl import Bowl
from surfaces.plateau import Plateau
from surfaces.rosenbrock import Rosenbrock

TITLE = "Adaptive learning rates"

BOWL, WALL = Bowl(condition=20.0), (-4.0, 1.5)
STEPS = View(curve="step-x")

FIRST_STEP = Lesson(
    key="first-step-of-rmsprop",
    title="RMSprop's first step",
    question=Order(
        "α is 0.1 for all three. Whose first step is the longest, and whose is the shortest?",
        answer=(2, 0, 1),
    ),
    why="s starts at zero and is not corrected, so the first step is α/√(1 − β₂) in each coordinate: 1 for β₂ = 0.99, "
    "0.32 for 0.9. Adam corrects for the zero start and moves by exactly α, 0.1.",
    lecture=stage(BOWL, WALL, 40, RMSprop(0.1, 0.9), Adam(0.1), RMSprop(0.1, 0.99), view=STEPS),
)

FORGETTING = Lesson(
    key="adagrad-and-rmsprop",
    title="AdaGrad and RMSprop",
    question=Choice(
        "Both divide by the size of past gradients, AdaGrad by a sum and RMSprop by an average, and begin with the "
        "same step down a steep wall. Who moves faster on the flat floor, after 1,000 steps?",
        ("AdaGrad", "RMSprop", "Both equally fast"),
        answer=1,
    ),
    why="The start is on a steep wall. AdaGrad's sum never forgets it, so on the flat floor the steps stay tiny. "
    "RMSprop's average forgets it after a few hundred steps, and in the end moves more than ten times as fast.",
    lecture=stage(Rosenbrock(), (-1.8, -0.5), 1000, AdaGrad(0.1), RMSprop(0.01, 0.99), view=STEPS),
)

CORRECTION = Lesson(
    key="bias-correction",
    title="Adam with and without bias correction",
    question=Choice(
        "Both of Adam's averages start at zero, and are too small at first. How long is the first step if they are not "
        "corrected?",
        ("Shorter than with the correction", "As long as with it", "Longer than with it"),
        answer=2,
    ),
    why="With the correction the first step is α in each coordinate. Without it the first step is 3.2 times as long, "
    "because √s is underestimated more than m, and the path crosses the valley floor more often.",
    lecture=stage(BOWL, WALL, 120, Adam(0.1), Adam(0.1, bias_correction=False), view=STEPS),
)

STUCK = Lesson(
    key="stuck-counter",
    title="Adam whose t never advances",
    question=Choice(
        "Some notes print the divisors as 1 − β₁ and 1 − β₂, without the power t; a program that forgets to count t "
        "divides by the same. What would you notice?",
        (
            "Nothing: the path is Adam's",
            "A wrong first step",
            "A right first step, then steps that grow beyond α",
            "A right first step, then steps that shrink to nothing",
        ),
        answer=2,
    ),
    why="The first step is right, then the steps grow to nearly twice α, where Adam's never exceed it. The path is "
    "that of Adam without bias correction at a third of α: the third path coincides with it.",
    lecture=stage(
        BOWL, WALL, 120, Adam(0.1), AdamStuck(0.1), Adam(0.1 * sqrt(0.001) / 0.1, bias_correction=False), view=STEPS
    ),
)

EPSILON = Lesson(
    key="epsilon",
    title="ε from 10⁻⁸ to 1",
    question=Choice(
        "ε is only there to keep the division finite. Compared with 10⁻⁸, which values of ε delay Adam's arrival at a "
        "minimum from this plateau, or prevent it?",
        ("None of them", "1", "0.01 and 1", "10⁻⁴, 0.01 and 1"),
        answer=2,
    ),
    why="Where gradients are small, ε matters: up to 10⁻⁴ nothing changes, 0.01 arrives later, and with ε = 1 Adam has "
    "hardly moved on the plateau, because it divides by ε instead of the size of the gradient.",
    lecture=stage(Plateau(), (-2.6, 2.8), 200, *(Adam(0.05, epsilon=epsilon) for epsilon in (1e-8, 1e-4, 1e-2, 1.0))),
)

LESSONS = (FORGETTING, FIRST_STEP, CORRECTION, STUCK, EPSILON)
