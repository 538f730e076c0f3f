"""What stands at the head of everything that is taken away: which picture it is."""

from lecture.caption import caption
from lecture.lecture import Lecture


def heading(lecture: Lecture, link: str) -> tuple[str, ...]:
    """The settings in words, a line each, and the link under which the picture opens again."""
    # A link is one line whatever it was given as: nothing of it may end a comment.
    return ("Downhill", *caption(lecture), "".join(c for c in link if c.isprintable()))
