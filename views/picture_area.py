"""The area of the picture, on every page that has one."""

from lecture import Lecture
from views import updates
from views.components import picture, sentences
from views.first_run import drawn_once
from views.lesson_bar import lesson_bar


@drawn_once
def picture_area(lecture: Lecture, said: str, *, fill: bool) -> None:
    """Draw the picture, a lesson's bar above it and what is `said` of it, a sentence by its name (views/components.py).

    With `fill` the picture takes the whole screen.
    """
    lesson_bar(lecture)
    picture(lecture)
    sentences(said)
    updates.publish("page", fill=fill)
