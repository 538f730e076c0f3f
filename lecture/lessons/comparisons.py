"""Two races whose outcome contradicts the reputation of their rules."""

from lecture.lessons.lesson import Lesson, stage
from lecture.view import View
from optimizers.adagrad import AdaGrad
from optimizers.adam import Adam
from optimizers.heavy_ball import HeavyBall
from optimizers.rmsprop import RMSprop
from optimizers.sgd import SGD
from surfaces.bowl import Bowl
from surfaces.rosenbrock import Rosenbrock

TITLE = "Against the reputation"

FORGETTING = Lesson(
    key="forgetting",
    title="AdaGrad stops, RMSprop goes on",
    question="Both divide by the size of past gradients and begin with the same step. Why does one fall behind?",
    look="The start is on a steep wall. AdaGrad's sum never forgets it, so on the flat floor the steps stay tiny. "
    "RMSprop's average forgets it after a few hundred steps, and in the end moves more than ten times as fast.",
    lecture=stage(Rosenbrock(), (-1.8, -0.5), 1000, AdaGrad(0.1), RMSprop(0.01, 0.99), view=View(curve="step-x")),
)

ADAM_LOSES = Lesson(
    key="where-adam-loses",
    title="Where Adam loses",
    question="Adam scales each coordinate separately. What if the ravine is not aligned with the axes?",
    look="The bowl is rotated by 45 degrees, so both coordinates are equally steep and rescaling cannot help. SGD "
    "and the heavy ball arrive before Adam does, whether its α is 0.05, 0.2 or 0.5.",
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

LESSONS = (FORGETTING, ADAM_LOSES)
