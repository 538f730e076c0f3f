"""The reference of the rules."""

from dataclasses import dataclass
from typing import ClassVar

from lecture.pages.page import Page
from optimizers import OPTIMIZERS
from parameters import choice

EVERY_RULE = "all"


@dataclass(frozen=True)
class Rules(Page):
    """All rules in a table, or one of them in full."""

    rule: str = choice((EVERY_RULE, *OPTIMIZERS), label="Optimizer", help="The optimizer that is explained.")

    key: ClassVar = "rules"
    title: ClassVar = "Rules"
    summary: ClassVar = "Every optimizer: its formula, its state, its hyper-parameters, its cost and its code."
    picture: ClassVar = False
