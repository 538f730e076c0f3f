"""Mini-batches: what a gradient of few examples costs, and what it saves."""

from lecture.lecture import Contender
from lecture.lessons.lesson import Lesson, stage
from lecture.lessons.question import Choice, Order
from lecture.view import View
from optimizers.sgd import SGD
from surfaces.data.regression import Regression

TITLE = "Mini-batches"

SIZES = Lesson(
    key="batch-sizes",
    title="One, some, all",
    question=Order(
        "Each gradient can be that of one example, of 32 or of all 200. Over the last 100 steps, who is nearest to the "
        "minimum, and who is farthest?",
        answer=(1, 0, 2),
    ),
    why="With all examples the loss falls at every step. With one it never settles, and stays seven times as far "
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
    question=Choice(
        "One full gradient takes as much work as 200 gradients of single examples. Whose loss is lower after one pass "
        "over the data?",
        ("That of the full batch", "That of single examples", "Neither: both have seen the same examples"),
        answer=1,
    ),
    why="After one pass the full batch has made a single step, and single examples 200: their excess loss is less than "
    "a thousandth of its. Map and legend are at step 200, for which the full batch has passed over the data 200 times.",
    lecture=stage(
        Regression(center=0.0),
        (-1.5, 2.5),
        200,
        Contender(SGD(0.01), batch_size=1),
        Contender(SGD(0.01)),
        view=View(curve="data", axis="examples"),
    ),
)

CLOUD = Lesson(
    key="cloud",
    title="Where single examples must wander",
    question=Choice(
        "The dotted ellipse is where SGD on single examples must wander at α = 0.05, computed from the data before it "
        "starts. How large will that of batches of 16 be?",
        ("As large, because α is the same", "A quarter as wide", "A sixteenth as wide"),
        answer=1,
    ),
    why="The mean of 16 independent errors is a quarter as large as one of them, and so is the radius: 0.08 in place "
    "of 0.36. Put the other path in focus to see its ellipse.",
    lecture=stage(
        Regression(),
        (-1.5, 2.5),
        1000,
        Contender(SGD(0.05), batch_size=1),
        Contender(SGD(0.05), batch_size=16),
        seed=3,
        replacement=True,
        view=View(curve="data", cloud=True, focus=0),
    ),
)

RATE_OR_SIZE = Lesson(
    key="rate-or-batch-size",
    title="α or the batch size",
    question=Choice(
        "At α = 0.05 single examples wander around the minimum. What brings the path nearer to it: a batch four times "
        "as large, or a quarter of α?",
        ("The larger batch", "The smaller α", "Each about halves the distance"),
        answer=2,
    ),
    why="The distance grows as √(α/B): four times the batch or a quarter of α about halve it. The larger batch arrives "
    "as soon as single examples do, and uses four times as many; the smaller α takes four times as many steps.",
    lecture=stage(
        Regression(),
        (-1.5, 2.5),
        660,
        Contender(SGD(0.05), batch_size=1),
        Contender(SGD(0.05), batch_size=4),
        Contender(SGD(0.0125), batch_size=1),
        seed=10,
        replacement=True,
        view=View(curve="data"),
    ),
)

RESHUFFLING = Lesson(
    key="reshuffling",
    title="Reshuffling or drawing",
    question=Choice(
        "In every epoch each of these 40 examples is used once, in a new order. If every batch were drawn from all "
        "examples instead, how far from the minimum would batches of 4 wander?",
        ("Less far", "As far: the batches are as large", "Half as far again, or more"),
        answer=2,
    ),
    why="Within an epoch the errors of the batches cancel, because together they are the whole data set. Draw with "
    "replacement, by the switch among the controls, and batches of 4 wander more than half as far again.",
    lecture=stage(
        Regression(examples=40),
        (-1.5, 2.5),
        1000,
        Contender(SGD(0.05), batch_size=4),
        Contender(SGD(0.05), batch_size=1),
        view=View(curve="data"),
    ),
)

LESSONS = (SIZES, SEEN, CLOUD, RATE_OR_SIZE, RESHUFFLING)
