"""The lesson: a question, the lecture whose picture answers it, and why the answer is as it is."""

from dataclasses import dataclass, replace

from lecture.lecture import Contender, Lecture, Pair
from lecture.lessons.question import Question
from lecture.pages import Page
from lecture.pages.race import Race
from lecture.view import View
from optimizers import Optimizer
from surfaces import Surface


@dataclass(frozen=True)
class Lesson:
    """One card of the gallery. `title` and `question` tell nothing of the answer, which `why` explains.

    The lecture shows a race, or another page with a picture. The answer and whatever `why` claims are checked on the
    numbers of that picture by a test of that key.
    """

    key: str
    title: str
    question: Question
    why: str
    lecture: Lecture

    def __post_init__(self) -> None:
        # The lesson's link says which lesson it is, so that there is a next one wherever it is opened.
        view = replace(self.lecture.view, lesson=self.key, ask=True, step=0)
        object.__setattr__(self, "lecture", replace(self.lecture, view=view))

    @property
    def answered(self) -> Lecture:
        """The lecture at the end of its picture, with the answer shown."""
        return replace(self.lecture, view=replace(self.lecture.view, ask=False, step=None))

    def is_of(self, lecture: Lecture) -> bool:
        """Whether a lecture has this lesson's own picture, to which alone the answer belongs."""
        return _pictured(lecture) == _pictured(self.lecture)


def _pictured(lecture: Lecture) -> Lecture | Page:
    """Return what the picture of a lecture's page follows from: the page's own settings, or the race."""
    return lecture.page if lecture.page.what != Race.what else replace(lecture, view=View(), page=Race())


def stage(
    surface: Surface,
    start: Pair,
    steps: int,
    *who: Optimizer | Contender,
    noise: float = 0.0,
    seed: int = 0,
    replacement: bool = False,
    view: View | None = None,
) -> Lecture:
    """Make a lecture with these contenders, each in the colour of its place."""
    contenders = tuple(
        replace(w, slot=slot) if isinstance(w, Contender) else Contender(w, slot=slot) for slot, w in enumerate(who)
    )
    return Lecture(
        surface, start, contenders, steps, noise=noise, seed=seed, replacement=replacement, view=view or View()
    )
