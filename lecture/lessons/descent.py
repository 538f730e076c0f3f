"""Plain descent: what one α for all directions costs, and where it ends."""

from lecture.lessons.lesson import Lesson, stage
from lecture.lessons.question import Choice
from optimizers.momentum import Momentum
from optimizers.sgd import SGD
from surfaces.bowl import Bowl

TITLE = "Gradient descent"

LARGEST_RATE = Lesson(
    key="largest-rate",
    title="How large may α be?",
    question=Choice(
        "The steepest curvature λ of this bowl is 20. With which of these α does SGD settle at the minimum?",
        ("0.099, 0.1 and 0.101", "0.099 and 0.1", "0.099 alone", "None of them"),
        answer=2,
    ),
    why="2/λ = 0.1 is the limit. At 99 % of it the path settles, exactly at it the path bounces between two walls for "
    "ever, and at 101 % every bounce is higher than the one before.",
    lecture=stage(Bowl(condition=20.0), (-4.0, 1.5), 300, SGD(0.099), SGD(0.1), SGD(0.101)),
)

RAVINE = Lesson(
    key="ravine",
    title="The ravine",
    question=Choice(
        "Across, this ravine is 100 times as steep as along, and SGD has nearly the largest α that it can bear. "
        "Who comes within 0.01 of the minimum in 200 steps?",
        ("Both", "SGD alone", "Momentum alone", "Neither"),
        answer=2,
    ),
    why="SGD crosses the floor at every single step and is still on its way after 200. Momentum crosses it less than "
    "a quarter as often and arrives, with an α at which SGD would leave the map.",
    lecture=stage(Bowl(condition=100.0), (-4.0, 1.5), 200, SGD(0.019), Momentum(0.03, 0.9)),
)

LESSONS = (LARGEST_RATE, RAVINE)
