"""Rules that divide by the size of the gradient: their first steps, their corrections, and ε."""

from math import sqrt

from lecture.lessons.lesson import Lesson, stage
from optimizers.adam import Adam
from optimizers.adam_stuck import AdamStuck
from optimizers.rmsprop import RMSprop
from surfaces.bowl import Bowl
from surfaces.plateau import Plateau

BOWL, WALL = Bowl(condition=20.0), (-4.0, 1.5)

FIRST_STEP = Lesson(
    key="first-step-of-rmsprop",
    title="RMSprop's first step",
    question="α is 0.1 for all three. Why is one first step ten times as long as another?",
    look="s starts at zero and is not corrected, so the first step is α/√(1 − β₂) per coordinate: 1 with β₂ 0.99, 0.32 "
    "with 0.9. Adam corrects for the start and moves by 0.1, the α that was asked for.",
    lecture=stage(BOWL, WALL, 40, RMSprop(0.1, 0.99), RMSprop(0.1, 0.9), Adam(0.1)),
)

CORRECTION = Lesson(
    key="bias-correction",
    title="Adam with and without bias correction",
    question="Both averages start at zero. What happens if nobody corrects for that?",
    look="With the correction the first step is α per coordinate. Without it the first step is 3.2 times as long, "
    "because s is even further too small than m, and the path crosses the floor more often.",
    lecture=stage(BOWL, WALL, 120, Adam(0.1), Adam(0.1, bias_correction=False)),
)

STUCK = Lesson(
    key="stuck-counter",
    title="Adam whose t never advances",
    question="An implementation forgets to count its updates. Does anybody notice?",
    look="The first step is right, then the steps grow to nearly twice α where Adam's do not exceed it. It is the path "
    "of Adam without bias correction at a third of α: the third contender lies on it.",
    lecture=stage(BOWL, WALL, 120, Adam(0.1), AdamStuck(0.1), Adam(0.1 * sqrt(0.001) / 0.1, bias_correction=False)),
)

EPSILON = Lesson(
    key="epsilon",
    title="ε from 1e−8 to 1",
    question="ε only keeps the division finite. Does its size matter?",
    look="Where gradients are small, it does: up to 1e−4 nothing is seen, 0.01 arrives later, and with ε 1 Adam has "
    "hardly left its place on the plateau, because it divides by ε instead of the gradient's size.",
    lecture=stage(Plateau(), (-2.6, 2.8), 200, *(Adam(0.05, epsilon=epsilon) for epsilon in (1e-8, 1e-4, 1e-2, 1.0))),
)

LESSONS = (FIRST_STEP, CORRECTION, STUCK, EPSILON)
