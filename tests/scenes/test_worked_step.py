"""The worked step: its numbers are those of the run, and together they make the update."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest

from optimizers import MISTAKES, OPTIMIZERS, SCHEDULES, run
from scenes import worked_step
from scenes.substitution import substitutions
from scenes.terms import values as values_of
from surfaces import SURFACES
from tests.formulas import equations

RULES = {key: rule() for key, rule in OPTIMIZERS.items()}
RULES["adam, uncorrected"] = OPTIMIZERS["adam"](bias_correction=False)  # pyright: ignore[reportCallIssue]


def path_of(rule, steps=40):
    schedule = SCHEDULES["exponential"]()
    return run(SURFACES["himmelblau"](), replace(rule, learning_rate=0.01), (-0.5, -1.25), steps, schedule)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_every_formula_becomes_mathml_without_errors(rule):
    for line in worked_step.lines(rule)[1:]:
        tree = ET.fromstring(line.formula)
        assert {node.tag.partition("}")[2] for node in tree.iter()} <= {
            "math", "mrow", "mi", "mo", "mn", "msub", "msup", "msubsup", "mfrac", "msqrt", "mover",
        }  # fmt: skip
        assert "\\" not in "".join(tree.itertext())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_every_line_of_the_formula_has_its_rows_and_every_row_its_numbers(rule):
    path = path_of(rule)
    arrays = worked_step.arrays(rule, path) | {"points": path.points}
    shown = worked_step.lines(rule)
    assert len(shown) == 1 + len(rule.formula)
    assert all(line.rows for line in shown)
    assert {row.array for line in shown for row in line.rows} == set(arrays)
    assert all(array.shape[-1] == path.steps + 1 for array in arrays.values())
    assert [row.array for row in shown[-1].rows] == ["learning_rates", "steps", "points"]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_browser_has_the_lines_of_every_setting_of_a_switch(rule):
    given = values_of(rule)
    sent = [line for line in worked_step.plain(rule) if line["when"].items() <= given.items()]
    assert [line["formula"] for line in sent] == [line.formula for line in worked_step.lines(rule)]
    assert [line["numbers"] for line in sent] == [line.numbers for line in worked_step.lines(rule)]


def test_a_turned_switch_changes_the_lines_that_it_concerns_alone():
    conditions = [line["when"] for line in worked_step.plain(RULES["adam"])]
    on, off = {"bias_correction": True}, {"bias_correction": False}
    assert conditions == [{}, {}, {}, on, off, on, off, {}]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_numbers_are_those_of_the_run(rule):
    path = path_of(rule)
    arrays = worked_step.arrays(rule, path)
    assert np.array_equal(arrays["gradients"], path.gradients)
    assert np.array_equal(arrays["learning_rates"][1:], path.learning_rates)
    assert np.array_equal(arrays["steps"][:, 1:], path.points[:, 1:] - path.points[:, :-1])
    for field, after in path.states._asdict().items():
        assert np.array_equal(arrays[f"state.{field}"][..., 1:], after)
        assert not arrays[f"state.{field}"][..., 0].any()


@pytest.mark.parametrize("t", [1, 2, 37])
@pytest.mark.parametrize("rule", [*RULES.values(), MISTAKES["adam-stuck-t"]()], ids=[*RULES, "adam-stuck-t"])
def test_every_line_in_numbers_gives_what_the_update_did(rule, t):
    path = path_of(rule)
    arrays = worked_step.arrays(rule, path) | {"points": path.points}
    fields = {rule.symbols.get(field, field): field for field in path.states._fields}
    for line, (latex, values) in zip(worked_step.lines(rule)[1:], substitutions(rule, fields), strict=True):
        assert re.findall(r"\\text\{q(\d+)\}", latex) == [str(k) for k in range(len(values))]
        assert values == line.values
        made = arrays[line.rows[-1].array]
        for row in range(2):

            def number(value, row=row):
                if value.field:
                    return getattr(rule, value.field)
                array = arrays[value.array]
                return (array[row] if array.ndim == 2 else array)[t - 1 if value.before else t]

            given = {f"q_{k}": float(number(value)) for k, value in enumerate(values)}
            (equation,) = equations("r = " + re.sub(r"\{\\text\{q(\d+)\}\}", r"{q_{\1}}", latex))
            assert equation(**{name: given[name] for name in equation.symbols}) == pytest.approx(
                float((made[row] if made.ndim == 2 else made)[t]), rel=1e-12, abs=1e-300
            )


def test_adams_corrected_averages_make_its_steps():
    rule = RULES["adam"]
    arrays = worked_step.arrays(rule, path := path_of(rule))
    m_hat, s_hat = arrays[r"intermediates.\hat{m}"][:, 1:], arrays[r"intermediates.\hat{s}"][:, 1:]
    np.testing.assert_allclose(m_hat[:, 0], path.gradients[:, 0], rtol=1e-12)
    np.testing.assert_allclose(s_hat[:, 0], path.gradients[:, 0] ** 2, rtol=1e-12)
    steps = -path.learning_rates * m_hat / (np.sqrt(s_hat) + 1e-8)
    np.testing.assert_allclose(path.points[:, :-1] + steps, path.points[:, 1:], rtol=1e-14)


def test_uncorrected_they_are_the_averages():
    rule = RULES["adam, uncorrected"]
    arrays = worked_step.arrays(rule, path_of(rule))
    assert np.array_equal(arrays[r"intermediates.\hat{m}"][:, 1:], arrays["state.m"][:, 1:])


def test_a_run_of_no_steps_has_numbers_to_begin_with():
    for rule in RULES.values():
        arrays = worked_step.arrays(rule, path_of(rule, steps=0))
        assert all(array.shape[-1] == 1 for array in arrays.values())
        assert np.isnan(arrays["steps"]).all()
