"""Saddles, several minima, valleys and dimples: where a path ends, and why there."""

from lecture.lecture import Contender
from lecture.lessons.lesson import Lesson, stage
from optimizers.adam import Adam
from optimizers.heavy_ball import HeavyBall
from optimizers.momentum import Momentum
from optimizers.rmsprop import RMSprop
from optimizers.sgd import SGD
from surfaces.himmelblau import Himmelblau
from surfaces.rastrigin import Rastrigin
from surfaces.rosenbrock import Rosenbrock
from surfaces.saddle import Saddle

TITLE = "Landscapes"

SADDLE = Lesson(
    key="saddle",
    title="The saddle, from the ridge and beside it",
    question="The gradient is zero at a saddle. Which optimizers get stuck, and which escape?",
    look="On the ridge SGD slides into the saddle and stops, although there is lower ground on both sides. From 0.001 "
    "beside it all of them escape: Adam first, then the heavy ball; SGD is less than 1 away even after 140 steps.",
    lecture=stage(
        Saddle(),
        (1.5, 1e-3),
        140,
        Contender(SGD(0.02), start=(1.5, 0.0)),
        SGD(0.02),
        HeavyBall(0.02, 0.9),
        Adam(0.02),
    ),
)

FOUR_STARTS = Lesson(
    key="four-starts",
    title="Four minima, four starts",
    question="The same rule at the same α from four places near the hilltop: do they meet again?",
    look="Each start leads to a different minimum, and all four minima are equally deep. Where descent ends is decided "
    "by where it begins.",
    lecture=stage(
        Himmelblau(),
        (0.0, -0.9),
        100,
        *(Contender(SGD(0.005), start=start) for start in ((1.0, 1.0), (-1.0, 1.0), (-1.0, -2.0), (1.0, -2.0))),
    ),
)

VALLEY = Lesson(
    key="valley",
    title="Rosenbrock's valley",
    question="The loss falls at once and then hardly at all. Is the goal near?",
    look="Within 50 steps every optimizer has removed more than four fifths of the loss by dropping to the valley "
    "floor. After 500 steps not one is within 0.2 of the minimum: the floor is nearly flat, and it bends.",
    lecture=stage(Rosenbrock(), (-1.2, 1.0), 500, SGD(0.001), Momentum(0.003, 0.9), RMSprop(0.01, 0.99), Adam(0.1)),
)

DIMPLES = Lesson(
    key="dimples",
    title="Rastrigin: who gets stuck",
    question="A bowl under a grid of dimples. Who rolls through?",
    look="SGD and RMSprop stay in the first dimple, at a loss of about 17. Adam crosses two columns of dimples and "
    "ends at 5; the heavy ball rolls on to a dimple beside the best one, at 1. None of them finds the centre.",
    lecture=stage(Rastrigin(), (4.5, -1.4), 250, SGD(0.003), HeavyBall(0.009, 0.9), RMSprop(0.02, 0.99), Adam(0.5)),
)

LESSONS = (SADDLE, FOUR_STARTS, VALLEY, DIMPLES)
