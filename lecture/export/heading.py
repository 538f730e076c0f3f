"""What stands at the head of everything that is taken away: which picture it is."""

from lecture.settings import Lecture
from lecture.wording import labels, place, summary, values_in_words
from parameters import figure


def heading(lecture: Lecture, link: str) -> tuple[str, ...]:
    """The settings in words, a line each, and the link under which the picture opens again."""
    shape = ", ".join(values_in_words(lecture.surface).values())
    noise = f", noise {figure(lecture.noise)} (seed {lecture.seed})" if lecture.noise else ""
    names = zip(labels(lecture.contenders), lecture.contenders, strict=True)
    return (
        f"Downhill: {lecture.surface.title}{f' ({shape})' if shape else ''}",
        f"start {place(lecture.start)}, {lecture.steps} steps{noise}",
        *(f"{name}: {summary(contender)}" for name, contender in names if contender.active),
        # A link is one line whatever it was given as: nothing of it may end a comment.
        "".join(c for c in link if c.isprintable()),
    )
