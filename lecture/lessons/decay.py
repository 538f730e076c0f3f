"""Learning-rate decay: what it is for, and when it hurts."""

from lecture.lecture import Contender
from lecture.lessons.lesson import Lesson, stage
from lecture.view import View
from optimizers.schedules.epochs import Exponential, InverseTime
from optimizers.sgd import SGD
from surfaces.bowl import Bowl

TITLE = "Learning-rate decay"

NOISE = Lesson(
    key="noise-and-decay",
    title="Noise and decay",
    question="Gradients of mini-batches are noisy. Does a path with constant α ever settle?",
    look="It does not: over the last 100 steps its average distance from the minimum is still 0.6. With inverse-time "
    "decay the same noise averages out, and the path stays less than a third as far away.",
    lecture=stage(
        Bowl(condition=5.0),
        (-4.0, 1.5),
        400,
        SGD(0.1),
        Contender(SGD(0.1), InverseTime(decay_rate=0.2, steps_per_epoch=10)),
        noise=3.0,
        view=View(curve="rate", focus=1),
    ),
)

TOO_FAST = Lesson(
    key="decay-too-fast",
    title="Decayed too fast",
    question="If decay is good, is more of it better?",
    look="Halving α every 5 steps stops the path more than 1 short of the minimum: the remaining steps are too short "
    "to cover the distance. Reducing α by a tenth every 10 steps ends nearer than a constant α does.",
    lecture=stage(
        Bowl(condition=5.0),
        (-4.0, 1.5),
        300,
        SGD(0.1),
        Contender(SGD(0.1), Exponential(factor=0.9, steps_per_epoch=10)),
        Contender(SGD(0.1), Exponential(factor=0.5, steps_per_epoch=5)),
        noise=1.0,
        view=View(curve="rate", focus=1),
    ),
)

LESSONS = (NOISE, TOO_FAST)
