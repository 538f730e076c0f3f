"""Momentum: how far it carries, and how its three forms differ."""

from lecture.lessons.lesson import Lesson, stage
from lecture.lessons.question import Choice, Order
from lecture.view import View
from optimizers.heavy_ball import HeavyBall
from optimizers.momentum import Momentum
from optimizers.nesterov import Nesterov
from optimizers.sgd import SGD
from surfaces.bowl import Bowl

TITLE = "Momentum"

AVERAGE = Lesson(
    key="average-of-gradients",
    title="Momentum as an average",
    question=Choice(
        "At the minimum gradients are almost nothing but noise. Momentum steps by their weighted average, with "
        "β₁ = 0.9. How long are its steps, compared with those of SGD at the same α?",
        ("As long", "About a quarter", "About a hundredth"),
        answer=1,
    ),
    why="The average is as steady as the mean of (1 + β₁)/(1 − β₁) = 19 gradients, and noise in it is smaller by √19, "
    "which is 4.4. Steps that follow each other point the same way, so that the path wanders as far.",
    lecture=stage(
        Bowl(condition=2.0),
        (0.0, 0.0),
        400,
        SGD(0.01),
        Momentum(0.01, 0.9),
        noise=20.0,
        view=View(curve="average-x", focus=1),
    ),
)

HOW_MUCH = Lesson(
    key="how-much-momentum",
    title="How much momentum?",
    question=Order(
        "The same α with β₁ = 0.9, 0.99 and 0.5. Who is the first to come within 0.01 of the minimum, and who the "
        "last, if at all?",
        answer=(2, 0, 1),
    ),
    why="The larger β₁, the farther the path runs past the minimum. With 0.5 it hardly does and arrives first; with "
    "0.99 it climbs most of the way up the other side and is still circling when the race is over.",
    lecture=stage(Bowl(condition=5.0), (-4.5, 1.5), 150, Momentum(0.3, 0.9), Momentum(0.3, 0.99), Momentum(0.3, 0.5)),
)

THREE_FORMS = Lesson(
    key="three-momentums",
    title="Three momentums at matched α",
    question=Choice(
        "A lecture, Keras and PyTorch write momentum differently: as an average at α = 0.2, as a heavy ball at 0.02, "
        "and as Nesterov's at 0.02. With β₁ = 0.9 for all, which paths are the same?",
        ("All three", "The average and the heavy ball", "The heavy ball and Nesterov's", "None of them"),
        answer=1,
    ),
    why="The averaged form at α = 0.2 and the heavy ball at 0.02, which is 0.2 · (1 − β₁), coincide exactly. "
    "Nesterov at 0.02 looks ahead, brakes earlier and is the first to come within 0.01 of the minimum.",
    lecture=stage(
        Bowl(condition=20.0), (-4.0, 1.5), 120, Momentum(0.2, 0.9), HeavyBall(0.02, 0.9), Nesterov(0.02, 0.9)
    ),
)

LIMITS = Lesson(
    key="limits-of-momentum",
    title="How much can each momentum bear?",
    question=Choice(
        "The steepest curvature λ is 20 and α is 0.15, so that αλ = 3, more than the 2 that SGD can bear. Which forms "
        "of momentum settle at the minimum, with β₁ = 0.9?",
        ("None", "The average alone", "The average and the heavy ball", "All three"),
        answer=2,
    ),
    why="The limits of αλ are 2(1 + β₁)/(1 − β₁) = 38 for the average and 2(1 + β₁) = 3.8 for the heavy ball, but "
    "2(1 + β₁)/(1 + 2β₁) = 1.36 for Nesterov's, which is less than SGD can bear.",
    lecture=stage(
        Bowl(condition=20.0),
        (-4.0, 1.5),
        200,
        Momentum(0.15, 0.9),
        HeavyBall(0.15, 0.9),
        Nesterov(0.15, 0.9),
        SGD(0.15),
        view=View(gauges=True),
    ),
)

LESSONS = (AVERAGE, HOW_MUCH, THREE_FORMS, LIMITS)
