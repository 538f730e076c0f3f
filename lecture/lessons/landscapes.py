"""Saddles, several minima, valleys and dimples: where a path ends, and why there."""

from lecture.lecture import Contender
from lecture.lessons.lesson import Lesson, stage
from lecture.lessons.question import Choice, Pin
from lecture.view import View
from optimizers.adam import Adam
from optimizers.heavy_ball import HeavyBall
from optimizers.momentum import Momentum
from optimizers.rmsprop import RMSprop
from optimizers.sgd import SGD
from surfaces.data.two_weights import TwoWeights
from surfaces.edge import Edge
from surfaces.himmelblau import Himmelblau
from surfaces.rastrigin import Rastrigin
from surfaces.rosenbrock import Rosenbrock
from surfaces.saddle import Saddle

TITLE = "Local optima and saddle points"

FOUR_STARTS = Lesson(
    key="four-starts",
    title="Four minima, four starts",
    question=Pin("SGD starts from four places near the hilltop. Where does the one from (1, −2) end?", slot=3),
    why="Each start leads to a different minimum, and all four minima are equally deep. Where descent ends is decided "
    "by where it begins.",
    lecture=stage(
        Himmelblau(),
        (0.0, -0.9),
        100,
        *(Contender(SGD(0.005), start=start) for start in ((1.0, 1.0), (-1.0, 1.0), (-1.0, -2.0), (1.0, -2.0))),
        view=View(focus=3),
    ),
)

SADDLE = Lesson(
    key="saddle",
    title="A saddle and its ridge",
    question=Choice(
        "The gradient is zero at the saddle. One path starts exactly on the ridge that leads to it, three start 0.001 "
        "beside it. Who is the first to be farther than 1 from the ridge?",
        ("SGD from the ridge", "SGD beside it", "Heavy ball", "Adam"),
        answer=3,
    ),
    why="On the ridge SGD slides into the saddle and stops, although there is lower ground on both sides. From 0.001 "
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

VALLEY = Lesson(
    key="valley",
    title="Rosenbrock's valley",
    question=Pin("The minimum is at (1, 1), along a curved valley. Where is momentum after 500 steps?", slot=1),
    why="Within 50 steps every optimizer has removed more than four fifths of the loss by dropping to the valley "
    "floor. After 500 steps not one is within 0.2 of the minimum: the floor is nearly flat, and it bends.",
    lecture=stage(
        Rosenbrock(),
        (-1.2, 1.0),
        500,
        SGD(0.001),
        Momentum(0.003, 0.9),
        RMSprop(0.01, 0.99),
        Adam(0.1),
        view=View(focus=1),
    ),
)

DIMPLES = Lesson(
    key="dimples",
    title="A bowl full of dimples",
    question=Choice(
        "From the same place in a bowl full of dimples: whose path ends at the lowest loss?",
        ("SGD", "Heavy ball", "RMSprop", "Adam"),
        answer=1,
    ),
    why="SGD and RMSprop stay in the first dimple, at a loss of about 17. Adam crosses two columns of dimples and "
    "ends at 5; the heavy ball rolls on to a dimple beside the best one, at 1. None of them finds the centre.",
    lecture=stage(Rastrigin(), (4.5, -1.4), 250, SGD(0.003), HeavyBall(0.009, 0.9), RMSprop(0.02, 0.99), Adam(0.5)),
)

TWO_WEIGHTS = Lesson(
    key="two-weights",
    title="A network of two weights",
    question=Choice(
        "A network ŷ = w₂ tanh(w₁ x) starts almost at zero, on either side of it. What do the two runs find?",
        (
            "The same weights",
            "Different weights, and the same predictions",
            "Different weights, and opposite predictions",
            "Nothing: both stay at zero",
        ),
        answer=1,
    ),
    why="They end at weights of opposite sign and make the same predictions: both minima are one network. At zero "
    "itself, on the saddle between them, nothing would be learned.",
    lecture=stage(
        TwoWeights(),
        (0.01, 0.02),
        100,
        SGD(0.1),
        Contender(SGD(0.1), start=(-0.01, -0.02)),
        view=View(curve="data"),
    ),
)

ZEROS = Lesson(
    key="weights-of-zero",
    title="A network of zeros",
    question=Choice(
        "The same network starts with both weights exactly zero, under SGD and under Adam, and once with weights of "
        "0.01 and 0.02. Who learns?",
        ("All three", "Adam, and SGD from beside zero", "Only SGD from beside zero", "None"),
        answer=2,
    ),
    why="Zero is the saddle between the mirror minima: the gradient there is exactly zero, and no rule makes a step of "
    "it. The least difference from zero suffices, which is why networks begin with random weights.",
    lecture=stage(
        TwoWeights(),
        (0.0, 0.0),
        100,
        SGD(0.1),
        Adam(0.1),
        Contender(SGD(0.1), start=(0.01, 0.02)),
        view=View(curve="data"),
    ),
)

EDGE = Lesson(
    key="edge-of-stability",
    title="Sharp minima and flat ones",
    question=Choice(
        "The dark valley is all minima, sharp ones and flat ones. SGD starts beside a sharp one, where the largest "
        "curvature is 25. With which α does it settle at the flattest?",
        ("0.05", "0.1", "0.15", "0.2"),
        answer=2,
    ),
    why="SGD settles only where α times the largest curvature, the sharpness, is below 2. With 0.05 it stays at 25; "
    "with 0.1 it is thrown out and ends at 12.7, with 0.15 at 2.1. With 0.2 it is thrown so far that it diverges.",
    lecture=stage(Edge(), (5.0, 0.1), 100, SGD(0.05), SGD(0.1), SGD(0.15), SGD(0.2), view=View(gauges=True)),
)

BASINS = Lesson(
    key="basins-of-momentum",
    title="Whose minimum is it?",
    question=Choice(
        "From everywhere on this map, SGD ends at each of the four minima about equally often. How is it with "
        "momentum, at an α of 0.01?",
        (
            "The same, to within two percent of the map",
            "One minimum gets much more than the others",
            "Two minima share nearly all of it",
            "It ends at none from most places",
        ),
        answer=1,
    ),
    why="Momentum carries past the nearest minimum: from 21 % of the starts it ends at another one than SGD. SGD's "
    "basins are 24 to 26 % of the map; momentum's are 31 % for (3, 2), and 21 % for (3.58, −1.85).",
    lecture=stage(
        Himmelblau(),
        (0.5, -5.0),
        300,
        SGD(0.005),
        Momentum(0.01, 0.9),
        view=View(layer="basins", focus=1),
    ),
)

NUDGES = Lesson(
    key="nudges",
    title="What a smaller nudge costs",
    question=Choice(
        "Started 10⁻³ beside the ridge, SGD needs 38 steps to be farther than 1 from it. What does it cost to start "
        "only 10⁻⁶ beside it, and then 10⁻⁹?",
        (
            "A thousand times as many steps, and then again",
            "Ten times as many steps, and then again",
            "The same number of steps more, and then again",
            "It never leaves",
        ),
        answer=2,
    ),
    why="Each step multiplies the distance by the same factor, so that each factor of 1000 costs SGD 38 steps, and "
    "momentum 43 or 44: on a logarithmic axis, a straight line. Adam divides by √s: it needs 11 steps, or 13.",
    lecture=stage(
        Saddle(),
        (1.5, 1e-3),
        140,
        *(
            Contender(rule, start=(1.5, nudge))
            for rule, nudges in (
                (SGD(0.1), (1e-3, 1e-6, 1e-9)),
                (Momentum(0.2, 0.9), (1e-3, 1e-6, 1e-9)),
                (Adam(0.1), (1e-3, 1e-9)),
            )
            for nudge in nudges
        ),
    ),
)

BORDER = Lesson(
    key="border",
    title="How rough is a border?",
    question=Choice(
        "From each start in the square from 0 to 1 momentum ends in one of several dimples. Magnified five times, "
        "does the border between the regions of these starts look smoother?",
        ("Yes: closer up it is a line", "No: it is as rough as before", "There is no border there"),
        answer=1,
    ),
    why="A smooth line has box dimension 1. This border has about 1.5 in the square from 0 to 1, and 1.6 in that from "
    "0.4 to 0.6. The two paths start 0.001 apart in both squares, and end in dimples 2 apart.",
    lecture=stage(
        Rastrigin(),
        (0.5, 0.45),
        300,
        *(Contender(Momentum(0.05, 0.9), start=start) for start in ((0.537, 0.45), (0.538, 0.45))),
        view=View(layer="basins", focus=0, zoom=((0.0, 1.0), (0.0, 1.0))),
    ),
)

LESSONS = (FOUR_STARTS, BASINS, SADDLE, NUDGES, VALLEY, DIMPLES, BORDER, TWO_WEIGHTS, ZEROS, EDGE)
