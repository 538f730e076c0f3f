"""The page of critical points in many dimensions."""

from dataclasses import dataclass
from typing import ClassVar

from lecture.pages.page import Page
from parameters import choice


@dataclass(frozen=True)
class Saddles(Page):
    """How rarely a random symmetric matrix has only positive eigenvalues, against its size."""

    draws: str = choice(
        ("100000", "10000", "500000"), label="Matrices", help="How many matrices of each size are drawn."
    )

    key: ClassVar = "saddles"
    title: ClassVar = "Saddles"
    summary: ClassVar = "In many dimensions nearly every critical point is a saddle."
    picture: ClassVar = False
