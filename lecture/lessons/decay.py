"""Learning-rate decay: what it is for, and when it hurts."""

from lecture.lecture import Contender
from lecture.lessons.lesson import Lesson, stage
from lecture.lessons.question import Choice, Order
from lecture.openings import EACH_SCHEDULE
from lecture.view import View
from optimizers import SCHEDULES
from optimizers.schedules.cosine import Cosine
from optimizers.schedules.epochs import Exponential, InverseTime
from optimizers.schedules.warmup_stable_decay import WarmupStableDecay
from optimizers.sgd import SGD
from surfaces.bowl import Bowl
from surfaces.river import River

TITLE = "Learning-rate decay"

NOISE = Lesson(
    key="noise-and-decay",
    title="Noise and decay",
    question=Choice(
        "Gradients of mini-batches are noisy. How near to the minimum is the path whose α decays over the last 100 "
        "steps, compared with the one whose α stays?",
        ("Farther: it has not arrived yet", "As near: the noise is the same", "More than three times as near"),
        answer=2,
    ),
    why="At a constant α the path never settles: over the last 100 steps its average distance is still 0.6. With "
    "inverse-time decay the same noise averages out, and the path stays less than a third as far away.",
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

HOW_FAST = Lesson(
    key="how-fast-to-decay",
    title="How fast to decay",
    question=Order(
        "α stays constant, falls by a tenth every 10 steps, or by half every 5. Who ends nearest to the minimum, and "
        "who farthest from it?",
        answer=(1, 0, 2),
    ),
    why="Halving α every 5 steps stops the path more than 1 short of the minimum: the remaining steps are too short "
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

EVERY = Lesson(
    key="every-schedule",
    title="Every schedule once",
    question=Choice(
        "One rule, one start, the same noise, and eight schedules. Who ends farthest from the minimum?",
        ("Constant", "Staircase", "Cosine", "Warm-up–stable–decay", "One cycle"),
        answer=0,
    ),
    why="The constant α alone keeps all of the noise to the end. Which of the others ends nearest is luck more than "
    "merit: another seed brings another order. Three of the eleven schedules, which are much like some of these, are "
    "left out.",
    lecture=stage(
        Bowl(condition=5.0),
        (-4.0, 1.5),
        200,
        *(Contender(SGD(0.1), SCHEDULES[key]()) for key in EACH_SCHEDULE),
        noise=3.0,
        seed=2,
        view=View(curve="rate"),
    ),
)

TOO_EARLY = Lesson(
    key="length-of-decay",
    title="How long to decay",
    question=Order(
        "Down the river again, under a cosine that reaches zero after 200, 50 or 400 of 400 steps. In which "
        "order do they end, from the farthest down to the least far?",
        answer=(2, 0, 1),
    ),
    why="Where α has come to zero, the path has come to a stop: down from the walls, but still far up the river. To "
    "decay early is to settle early, and to train less.",
    lecture=stage(
        River(),
        (-1.0, -0.3),
        400,
        *(Contender(SGD(0.02), Cosine(horizon=horizon)) for horizon in (200, 50, 400)),
        noise=5.0,
        seed=1,
        view=View(curve="rate"),
    ),
)

WHEN = Lesson(
    key="when-to-decay",
    title="When to decay",
    question=Choice(
        "Down a river with steep walls, at the same largest α: constant, decayed along a cosine from the start, or "
        "constant until a late decay. Who ends lowest?",
        ("Constant", "Cosine", "Warm-up–stable–decay"),
        answer=2,
    ),
    why="The late decay ends lowest: it has gone as far down the river as the constant rate, and then comes down from "
    "the walls. The surface is made to show this.",
    lecture=stage(
        River(),
        (-1.0, -0.3),
        400,
        Contender(SGD(0.02)),
        Contender(SGD(0.02), Cosine(horizon=400)),
        Contender(SGD(0.02), WarmupStableDecay(warmup=20, horizon=400, decay=60)),
        noise=5.0,
        seed=2,
        view=View(curve="rate", focus=2),
    ),
)

LESSONS = (NOISE, HOW_FAST, EVERY, WHEN, TOO_EARLY)
