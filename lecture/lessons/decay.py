"""Learning-rate decay: what it is for, and when it hurts."""

from lecture.lecture import Contender
from lecture.lessons.lesson import Lesson, stage
from optimizers.schedules.epochs import Exponential, InverseTime
from optimizers.sgd import SGD
from surfaces.bowl import Bowl

NOISE = Lesson(
    key="noise-and-decay",
    title="Noise and decay",
    question="Gradients of mini-batches are noisy. Does a path with constant α ever settle?",
    look="It does not: over the last 100 steps it still wanders 0.6 from the minimum, on average. With "
    "inverse-time decay the same noise is averaged away, and the path stays less than a third as far out.",
    lecture=stage(
        Bowl(condition=5.0),
        (-4.0, 1.5),
        400,
        SGD(0.1),
        Contender(SGD(0.1), InverseTime(decay_rate=0.2, steps_per_epoch=10)),
        noise=3.0,
    ),
)

TOO_FAST = Lesson(
    key="decay-too-fast",
    title="Decayed too fast",
    question="If decay is good, is more of it better?",
    look="Halving α every 5 steps stops the path more than 1 short of the minimum: the steps that are left do not add "
    "up to the way. A tenth less every 10 steps ends nearer than constant α does.",
    lecture=stage(
        Bowl(condition=5.0),
        (-4.0, 1.5),
        300,
        SGD(0.1),
        Contender(SGD(0.1), Exponential(factor=0.9, steps_per_epoch=10)),
        Contender(SGD(0.1), Exponential(factor=0.5, steps_per_epoch=5)),
        noise=1.0,
    ),
)

LESSONS = (NOISE, TOO_FAST)
