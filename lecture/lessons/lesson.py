"""The lesson: a question, a sentence on what to look at, and the lecture that shows the answer."""

from dataclasses import dataclass, replace

from lecture.lecture import Contender, Lecture, Pair
from lecture.view import View
from optimizers import Optimizer
from surfaces import Surface


@dataclass(frozen=True)
class Lesson:
    """One card of the gallery. Whatever `look` claims is checked on the numbers of the race by a test of that key."""

    key: str
    title: str
    question: str
    look: str
    lecture: Lecture

    def __post_init__(self) -> None:
        # The lesson's link says which lesson it is, so that there is a next one wherever it is opened.
        object.__setattr__(self, "lecture", replace(self.lecture, view=replace(self.lecture.view, lesson=self.key)))


def stage(
    surface: Surface,
    start: Pair,
    steps: int,
    *who: Optimizer | Contender,
    noise: float = 0.0,
    seed: int = 0,
    view: View | None = None,
) -> Lecture:
    """Make a lecture with these contenders, each in the colour of its place."""
    contenders = tuple(
        replace(w, slot=slot) if isinstance(w, Contender) else Contender(w, slot=slot) for slot, w in enumerate(who)
    )
    return Lecture(surface, start, contenders, steps, noise=noise, seed=seed, view=view or View())
