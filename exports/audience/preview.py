"""What a link tells before it is opened, where it is sent in a message: a line of words and a picture, drawn without a
browser. Nothing that is to be predicted first is in either.
"""

from exports.audience.averages_sheet import averages_sheet
from exports.audience.race_sheet import race_sheet
from exports.pages.race import conceals
from exports.pages.race import description as race_description
from lecture.lecture import Lecture
from lecture.lessons import asks, lesson_of
from lecture.pages.averages import Averages


def description(lecture: Lecture) -> str:
    """Say in a line what a link opens: the question of a lesson, the averages, or how the race ends."""
    lesson = lesson_of(lecture)
    if lesson and asks(lecture):
        return lesson.question.words
    return "; ".join(lecture.page.in_words) or race_description(lecture)


def picture(lecture: Lecture) -> bytes:
    """Draw the picture of a link as PNG, `WIDTH` × `HEIGHT` (sheet.py): of its averages, or of its race."""
    concealed = conceals(lecture)
    if isinstance(lecture.page, Averages):
        return averages_sheet(lecture.page, concealed=concealed).png()
    return race_sheet(lecture, concealed=concealed).png()
