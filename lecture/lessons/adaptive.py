"""Rules that divide by the size of the gradient: their first steps, their corrections, and ε."""

from math import sqrt

from lecture.lessons.lesson import Lesson, stage
from lecture.view import View
from optimizers.adam import Adam
from optimizers.adam_stuck import AdamStuck
from optimizers.rmsprop import RMSprop
from surfaces.bowl import Bowl
from surfaces.plateau import Plateau

TITLE = "Adaptive learning rates"

BOWL, WALL = Bowl(condition=20.0), (-4.0, 1.5)
STEPS = View(curve="step-x")

FIRST_STEP = Lesson(
    key="first-step-of-rmsprop",
    title="RMSprop's first step",
    question="α is 0.1 for all three. Why is one first step ten times as long as another?",
    look="s starts at zero and is not corrected, so the first step is α/√(1 − β₂) in each coordinate: 1 for β₂ = 0.99, "
    "0.32 for 0.9. Adam corrects for the zero start and moves by exactly α, 0.1.",
    lecture=stage(BOWL, WALL, 40, RMSprop(0.1, 0.99), RMSprop(0.1, 0.9), Adam(0.1), view=STEPS),
)

CORRECTION = Lesson(
    key="bias-correction",
    title="Adam with and without bias correction",
    question="Both averages start at zero. What happens without a correction?",
    look="With the correction the first step is α in each coordinate. Without it the first step is 3.2 times as long, "
    "because √s is underestimated more than m, and the path crosses the valley floor more often.",
    lecture=stage(BOWL, WALL, 120, Adam(0.1), Adam(0.1, bias_correction=False), view=STEPS),
)

STUCK = Lesson(
    key="stuck-counter",
    title="Adam whose t never advances",
    question="An implementation forgets to increase t. Would you notice?",
    look="The first step is right, then the steps grow to nearly twice α, where Adam's never exceed it. The path is "
    "that of Adam without bias correction at a third of α: the third path coincides with it.",
    lecture=stage(
        BOWL, WALL, 120, Adam(0.1), AdamStuck(0.1), Adam(0.1 * sqrt(0.001) / 0.1, bias_correction=False), view=STEPS
    ),
)

EPSILON = Lesson(
    key="epsilon",
    title="ε from 10⁻⁸ to 1",
    question="ε is only there to keep the division finite. Does its size matter?",
    look="Where gradients are small, it does: up to 10⁻⁴ nothing changes, 0.01 arrives later, and with ε = 1 Adam has "
    "hardly moved on the plateau, because it divides by ε instead of the size of the gradient.",
    lecture=stage(Plateau(), (-2.6, 2.8), 200, *(Adam(0.05, epsilon=epsilon) for epsilon in (1e-8, 1e-4, 1e-2, 1.0))),
)

LESSONS = (FIRST_STEP, CORRECTION, STUCK, EPSILON)
