"""The question of a lesson, answered before its picture runs: a choice, an order, or a place on the map."""

from abc import ABC
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Question(ABC):
    """What is asked, in `words`. The picture of the lesson gives the answer, and a test looks it up there."""

    kind: ClassVar[str]

    words: str


@dataclass(frozen=True)
class Choice(Question):
    """Which of these statements is true? `answer` is the index of the only one."""

    kind: ClassVar = "choice"

    options: tuple[str, ...]
    answer: int

    def __post_init__(self) -> None:
        if not 0 <= self.answer < len(self.options):
            raise ValueError(f"Choice: answer must be the index of an option, but {self.answer!r} was given.")


@dataclass(frozen=True)
class Order(Question):
    """Who comes first, who next? `answer` has the slots of all contenders, or averages, from the first to the last."""

    kind: ClassVar = "order"

    answer: tuple[int, ...]


@dataclass(frozen=True)
class Pin(Question):
    """Where does the path of this contender end? The answer is the last point of its run."""

    kind: ClassVar = "pin"

    slot: int = 0
