"""The heading of every export: the settings and the link."""

from lecture.caption import caption
from lecture.lecture import Lecture


def heading(lecture: Lecture, link: str) -> tuple[str, ...]:
    """Return the settings in words, one line each, and the link that opens the lecture again."""
    # A link must stay on one line, or part of it would end the comment that it stands in.
    return ("Downhill", *caption(lecture), "".join(c for c in link if c.isprintable()))
