"""Plain descent: what one α for all directions costs, and where it ends."""

from lecture.lessons.lesson import Lesson, stage
from optimizers.momentum import Momentum
from optimizers.sgd import SGD
from surfaces.bowl import Bowl

TITLE = "Gradient descent"

RAVINE = Lesson(
    key="ravine",
    title="The ravine",
    question="Why does gradient descent zigzag, and what does an average of gradients do about it?",
    look="SGD crosses the floor at every single step and is still on its way after 200. Momentum crosses it less than "
    "a quarter as often and arrives, with an α at which SGD would leave the map.",
    lecture=stage(Bowl(condition=100.0), (-4.0, 1.5), 200, SGD(0.019), Momentum(0.03, 0.9)),
)

TOO_LARGE = Lesson(
    key="too-large-a-rate",
    title="An α that is too large",
    question="How large may α be on a bowl whose steepest curvature λ is 20?",
    look="2/λ = 0.1 is the limit. At 99 % of it the path settles, exactly at it the path bounces between two walls for "
    "ever, and at 101 % every bounce is higher than the one before.",
    lecture=stage(Bowl(condition=20.0), (-4.0, 1.5), 300, SGD(0.099), SGD(0.1), SGD(0.101)),
)

LESSONS = (RAVINE, TOO_LARGE)
