"""The example in the docstring of each rule, run."""

import doctest
import io
import sys

import pytest

from optimizers import BASELINES, MISTAKES, OPTIMIZERS

RULES = {**OPTIMIZERS, **BASELINES, **MISTAKES}


@pytest.mark.parametrize("key", RULES)
def test_the_example_of_a_rule_prints_what_it_says(key: str) -> None:
    rule = RULES[key]
    module = sys.modules[rule.__module__]
    (found,) = doctest.DocTestFinder(recurse=False).find(rule, module=module, globs={})
    assert f'"{key}"' in "".join(example.source for example in found.examples)
    report = io.StringIO()
    failures, _ = doctest.DocTestRunner(verbose=False).run(found, out=report.write)
    assert failures == 0, report.getvalue()
