"""Mini-batches: what a gradient of few examples costs, and what it saves."""

from lecture.lecture import Contender
from lecture.lessons.lesson import Lesson, stage
from lecture.view import View
from optimizers.sgd import SGD
from surfaces.data.regression import Regression
from surfaces.data.two_weights import TwoWeights

TITLE = "Mini-batches"

SIZES = Lesson(
    key="batch-sizes",
    title="One, some, all",
    question="Each gradient can be that of one example, of 32 or of all 200. What does the path look like?",
    look="With all examples the loss falls at every step. With one it never settles, and stays seven times as far "
    "from the minimum as with 32.",
    lecture=stage(
        Regression(),
        (-1.5, 2.5),
        300,
        Contender(SGD(0.05), batch_size=32),
        Contender(SGD(0.05)),
        Contender(SGD(0.05), batch_size=1),
        view=View(curve="data"),
    ),
)

SEEN = Lesson(
    key="examples-seen",
    title="What one pass over the data buys",
    question="In the time of one full gradient, single examples give 200. Who is nearer after one pass over the data?",
    look="After one pass the full batch has made a single step. Single examples have made 200, and their excess loss "
    "is less than a thousandth of that.",
    lecture=stage(
        Regression(center=0.0),
        (-1.5, 2.5),
        200,
        Contender(SGD(0.01), batch_size=1),
        Contender(SGD(0.01)),
        view=View(curve="data"),
    ),
)

MIRROR = Lesson(
    key="mirror-minima",
    title="Two minima, one network",
    question="A network of two weights starts almost at zero, on either side. Do both runs find the same network?",
    look="They end at weights of opposite sign and make the same predictions: both minima are one network. At zero "
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

LESSONS = (SIZES, SEEN, MIRROR)
