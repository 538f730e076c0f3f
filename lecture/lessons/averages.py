"""Weighted averages: how far they are behind, how steady they are, and how they begin."""

from dataclasses import replace

from lecture.lecture import Lecture
from lecture.lessons.lesson import Lesson, stage
from lecture.lessons.question import Choice, Order
from lecture.pages.averages import Averages
from optimizers.momentum import Momentum
from optimizers.sgd import SGD
from surfaces.bowl import Bowl

TITLE = "Weighted averages"


def _averaging(page: Averages) -> Lecture:
    """Make a lecture that shows the page of the averages; its race is where the lecture goes on, to momentum."""
    race = stage(Bowl(condition=20.0), (-4.0, 1.5), 120, SGD(0.09), Momentum(0.09, 0.9))
    return replace(race, page=page)


TEN_DAYS = Lesson(
    key="about-ten-days",
    title="About ten days",
    question=Choice(
        "With β = 0.9 an average is said to be one over about 10 days. This series rises steadily. How many days is "
        "the average behind it, once it has settled?",
        ("5 days", "9 days", "10 days", "19 days"),
        answer=1,
    ),
    why="The delay is the mean age of the days in the average, β/(1 − β) = 9. The window, in which a weight falls to "
    "about 1/e, is 1/(1 − β) = 10 days; and the average is as steady as a plain mean of (1 + β)/(1 − β) = 19 days.",
    lecture=_averaging(Averages(series="ramp", days=100, beta_1=0.9, curves_1="uncorrected", curves_2="none")),
)

HOW_MUCH = Lesson(
    key="how-much-to-average",
    title="How much to average?",
    question=Order(
        "A year of daily temperatures is a season and the noise of single days. Which average is on the whole the "
        "nearest to the season, and which the farthest from it?",
        answer=(0, 2, 1),
    ),
    why="With β = 0.5 more than half of the noise is left; with 0.98 there is hardly any, but the average is 49 days "
    "behind the season. With 0.9 it is 9 days behind, and less than a quarter of the noise is left.",
    lecture=_averaging(
        Averages(beta_1=0.9, beta_2=0.98, beta_3=0.5, curves_1="corrected", curves_2="corrected", curves_3="corrected")
    ),
)

FIRST_DAYS = Lesson(
    key="first-days-of-an-average",
    title="The first days of an average",
    question=Choice(
        "An average with β = 0.98 begins at 0. How much of the first day's temperature does it show on that day, as "
        "long as nothing corrects it?",
        ("All of it", "Half of it", "A tenth of it", "A fiftieth of it"),
        answer=3,
    ),
    why="The first day has the weight 1 − β = 0.02, and there is nothing else yet. Divided by 1 − βᵗ, the sum of the "
    "weights so far, the average begins with the first day itself; without that it is still 30 % too low on day 60.",
    lecture=_averaging(Averages(days=60, beta_1=0.98, curves_1="both", curves_2="none")),
)

DIVISOR = Lesson(
    key="divisor-of-an-average",
    title="Dividing by 1 − β",
    question=Choice(
        "Many notes print the divisor of bias correction as 1 − β, without the power t. What becomes of the average "
        "if β is 0.9?",
        (
            "It is right on every day",
            "It is too large at first, and right later",
            "It is right on the first day, and ten times too large later",
            "It is ten times too large on every day",
        ),
        answer=2,
    ),
    why="On the first day the weights add up to 1 − β, and the average is right. Later they add up to nearly 1, and "
    "dividing by 0.1 makes the average ten times too large, for ever.",
    lecture=_averaging(Averages(days=60, beta_1=0.9, curves_1="corrected", curves_2="none", misprint=True)),
)

LESSONS = (TEN_DAYS, HOW_MUCH, FIRST_DAYS, DIVISOR)
