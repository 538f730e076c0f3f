"""What the page of the rules reads from a rule's declarations, docstring and source."""

import ast
import re

import numpy as np
import pytest

from lecture.pages.rules import EXPLAINED
from lecture.rule_facts import in_short, remarks, source, step_code
from optimizers import Baseline, Optimizer
from optimizers.adam import Adam
from optimizers.adamw import AdamW
from tests.conftest import ROOT

every_rule = pytest.mark.parametrize("family", EXPLAINED.values(), ids=list(EXPLAINED))


@every_rule
def test_a_rule_says_what_its_state_is(family: type[Optimizer]) -> None:
    fields = family().init(np.zeros(2))._fields
    assert set(family.meanings) == set(fields)


@every_rule
def test_a_rule_says_what_it_is_in_the_same_libraries(family: type[Optimizer]) -> None:
    others = ("SciPy", "PyTorch", "optax") if issubclass(family, Baseline) else ("PyTorch", "Keras", "optax")
    assert tuple(family.elsewhere) == others
    assert all(text.endswith(".") and text.count("`") % 2 == 0 for text in family.elsewhere.values())


@every_rule
def test_a_rule_names_its_source(family: type[Optimizer]) -> None:
    assert family.address.startswith("https://")
    cited = source(family)
    assert cited.endswith(".")
    years = re.findall(r"\d{4}", family.source)
    assert years
    assert all(year in cited for year in years) or family.key in NAMED_AFTER_ANOTHER_WORK


NAMED_AFTER_ANOTHER_WORK = {"momentum", "adam-l2"}
"""Rules whose form was first written down elsewhere than the rule that they come from."""


@every_rule
def test_what_is_said_of_a_rule_is_prose(family: type[Optimizer]) -> None:
    said = (in_short(family), *remarks(family))
    assert all(text[0].strip() and text.endswith(".") for text in said)
    assert not any(words in text for text in said for words in (">>>", "Shapes", "Source", "\n"))


@every_rule
def test_the_code_is_that_of_the_repository(family: type[Optimizer]) -> None:
    for part in step_code(family):
        (function,) = ast.parse(part.text).body
        assert isinstance(function, ast.FunctionDef)
        assert function.name == ("step_on" if issubclass(family, Baseline) else "step")
        lines = [line.strip() for line in (ROOT / part.file).read_text(encoding="utf-8").splitlines()]
        assert all(line.strip() in lines for line in part.text.splitlines())


def test_a_rule_that_takes_the_step_of_another_shows_both() -> None:
    assert [part.file for part in step_code(AdamW)] == ["optimizers/adamw.py", "optimizers/adam.py"]
    assert step_code(AdamW)[1:] == step_code(Adam)
