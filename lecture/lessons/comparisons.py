"""A race whose outcome contradicts the reputation of its rules."""

from lecture.lessons.lesson import Lesson, stage
from lecture.lessons.question import Choice
from optimizers.adam import Adam
from optimizers.heavy_ball import HeavyBall
from optimizers.sgd import SGD
from surfaces.bowl import Bowl

TITLE = "Reputations"

ROTATED = Lesson(
    key="rotated-bowl",
    title="A rotated bowl",
    question=Choice(
        "Adam scales each coordinate separately, but this ravine is rotated by 45 degrees. Who is the first to come "
        "within 0.01 of the minimum?",
        ("SGD", "Heavy ball", "Adam, α 0.05", "Adam, α 0.2", "Adam, α 0.5"),
        answer=1,
    ),
    why="In the rotated bowl both coordinates are equally steep, so that rescaling cannot help. SGD and the heavy ball "
    "arrive before Adam does, whether its α is 0.05, 0.2 or 0.5.",
    lecture=stage(
        Bowl(condition=20.0, rotation=45.0),
        (-4.0, 1.5),
        200,
        SGD(0.09),
        HeavyBall(0.05, 0.6),
        Adam(0.05),
        Adam(0.2),
        Adam(0.5),
    ),
)

LESSONS = (ROTATED,)
