"""The lessons, in the order of the lecture. To add one, put it in its chapter, and test answer and claim in
test_lessons.py.
"""

from lecture.lessons.lesson import Lesson
from lecture.lessons.lookup import CHAPTERS, LESSONS, asks, lesson_of, neighbours
from lecture.lessons.question import Choice, Order, Pin, Question

__all__ = ["CHAPTERS", "LESSONS", "Choice", "Lesson", "Order", "Pin", "Question", "asks", "lesson_of", "neighbours"]
