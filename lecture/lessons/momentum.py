"""Momentum: how far it carries, and how its three forms differ."""

from lecture.lessons.lesson import Lesson, stage
from optimizers.heavy_ball import HeavyBall
from optimizers.momentum import Momentum
from optimizers.nesterov import Nesterov
from surfaces.bowl import Bowl

TITLE = "Momentum"

OVERSHOOT = Lesson(
    key="overshoot",
    title="Too much momentum",
    question="Is more momentum always better? The same α with β₁ = 0.5, 0.9 and 0.99.",
    look="The larger β₁, the farther the path runs past the minimum. With 0.5 it hardly does and arrives first; with "
    "0.99 it climbs most of the way up the other side and is still circling when the race is over.",
    lecture=stage(Bowl(condition=5.0), (-4.5, 1.5), 150, Momentum(0.3, 0.5), Momentum(0.3, 0.9), Momentum(0.3, 0.99)),
)

THREE_FORMS = Lesson(
    key="three-momentums",
    title="Three momentums at matched α",
    question="A lecture, Keras and PyTorch write momentum differently. Do they give the same path?",
    look="The averaged form at α = 0.2 and the heavy ball at 0.02, which is 0.2 · (1 − β₁), coincide exactly. "
    "Nesterov at 0.02 looks ahead, brakes earlier and is the first to come within 0.01 of the minimum.",
    lecture=stage(
        Bowl(condition=20.0), (-4.0, 1.5), 120, Momentum(0.2, 0.9), HeavyBall(0.02, 0.9), Nesterov(0.02, 0.9)
    ),
)

LESSONS = (OVERSHOOT, THREE_FORMS)
