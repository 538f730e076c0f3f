"""The reference of the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from lecture.pages.page import Page
from optimizers import BASELINES, OPTIMIZERS, Optimizer
from parameters import choice

EVERY_RULE = "all"

EXPLAINED: Mapping[str, type[Optimizer]] = {**OPTIMIZERS, **BASELINES}
"""Whoever has an article, the baselines last."""


@dataclass(frozen=True)
class Rules(Page):
    """All rules in a table, or one of them in full."""

    rule: str = choice((EVERY_RULE, *EXPLAINED), label="Optimizer", help="The optimizer that is explained.")

    key: ClassVar = "rules"
    title: ClassVar = "Rules"
    summary: ClassVar = "Every optimizer: its formula, its state, its hyper-parameters, its cost and its code."
    picture: ClassVar = False
