"""The code that is taken away is run, and walks the same path."""

import ast
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from exports import plain_code, project_code
from exports.ascii_text import contender_name
from exports.code.literal import literal
from exports.code.plain_sources import AVERAGE, FOLDER, PLAIN_RULES, PLAIN_SCHEDULES, PLAIN_SURFACES, WALKS, Source
from lecture import Contender, Lecture, decode, encode, opening, race
from lecture.openings import RULES, with_suggested_rate
from lecture.pages.averages import Averages
from lecture.pages.race import Race
from lecture.series import series
from optimizers import BASELINES, OPTIMIZERS, SCHEDULES, Baseline, weighted_average
from parameters import declared
from surfaces import SURFACES
from tests.conftest import ROOT
from tests.eights import eights
from tests.lecture.published import LINKS
from tests.strategies import lectures

RACES = [link for link in LINKS if isinstance(decode(link)[0].page, Race)]
BOWL = opening(SURFACES["bowl"]())


def ran(code: str) -> dict[str, Any]:
    """The names a script leaves behind."""
    names: dict[str, Any] = {}
    with np.errstate():
        exec(compile(code, "taken away", "exec"), names)
    return names


def paths_of(lecture: Lecture) -> dict[str, np.ndarray]:
    return {contender_name(entry.label): entry.trajectory.points for entry in race(lecture)}


def assert_same(ours: dict[str, np.ndarray], theirs: dict[str, np.ndarray]) -> None:
    assert list(ours) == list(theirs)
    for name, points in ours.items():
        np.testing.assert_array_equal(points, theirs[name], err_msg=name)


@pytest.mark.parametrize("link", RACES, ids=range(1, len(RACES) + 1))
def test_both_scripts_of_every_published_link_walk_its_paths_to_the_last_bit(link: str) -> None:
    lecture, _ = decode(link)
    expected = paths_of(lecture)
    runs = ran(project_code(lecture, link))["paths"]
    assert_same({name: path.points for name, path in runs.items()}, expected)
    plain = ran(plain_code(lecture, link))
    assert_same(plain["paths"], expected)
    for entry in race(lecture):
        point = entry.trajectory.points[:, -1]
        with np.errstate(all="ignore"):
            assert plain["loss"](point) == pytest.approx(float(lecture.surface.value(point)), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("noise", [0.0, 0.5])
@pytest.mark.parametrize("schedule", PLAIN_SCHEDULES)
@pytest.mark.parametrize("key", PLAIN_SURFACES)
def test_the_plain_version_of_everything_agrees(key: str, schedule: str, noise: float) -> None:
    surface = SURFACES[key]()
    rules = [with_suggested_rate(RULES[key](), surface) for key in PLAIN_RULES]
    for some in eights(rules):
        first, *others = (Contender(rule, SCHEDULES[schedule](), slot=slot) for slot, rule in enumerate(some))
        own = replace(first, start=surface.starts[1].point)
        lecture = replace(opening(surface), contenders=(own, *others), steps=120, noise=noise, seed=3, same_noise=False)
        assert_same(ran(plain_code(lecture, ""))["paths"], paths_of(lecture))


@settings(max_examples=40)
@given(lectures())
def test_whatever_is_chosen_both_scripts_run_and_agree(lecture: Lecture) -> None:
    lecture = replace(lecture, steps=min(lecture.steps, 30), page=Race())
    expected = paths_of(lecture)
    link = encode(lecture)
    runs = ran(project_code(lecture, link))["paths"]
    assert_same({name: path.points for name, path in runs.items()}, expected)
    if any(isinstance(entry.contender.rule, Baseline) for entry in race(lecture)):
        with pytest.raises(ValueError, match="rule in plain NumPy"):
            plain_code(lecture, link)
    else:
        assert_same(ran(plain_code(lecture, link))["paths"], expected)


@pytest.mark.parametrize("write", [project_code, plain_code])
def test_the_scripts_of_the_averages_make_them(write: Any) -> None:
    page = Averages(curves_2="corrected", curves_3="uncorrected", moved=((4, -1.5),))
    made = ran(write(replace(BOWL, page=page), "link"))
    values = series(page).values
    np.testing.assert_array_equal(made["values"], values)
    assert list(made["averages"]) == ["beta 0.9", "beta 0.9, corrected", "beta 0.98, corrected", "beta 0.5"]
    np.testing.assert_array_equal(made["averages"]["beta 0.9"], weighted_average(values, 0.9))
    corrected = weighted_average(values, 0.98, bias_correction=True)
    np.testing.assert_allclose(made["averages"]["beta 0.98, corrected"], corrected, rtol=1e-14)


def test_everything_has_a_plain_version() -> None:
    assert set(PLAIN_RULES) == set(RULES) - set(BASELINES)
    assert set(PLAIN_SCHEDULES) == set(SCHEDULES)
    assert {*PLAIN_SURFACES, "formula"} == set(SURFACES)  # whose source is written from what was typed


PIECES = [*PLAIN_SURFACES.values(), *PLAIN_RULES.values(), *PLAIN_SCHEDULES.values(), *WALKS.values(), AVERAGE]


def module_of(source: Source) -> ModuleType:
    return import_module(".".join(source.path.relative_to(ROOT).with_suffix("").parts))


def test_every_plain_file_is_a_piece_of_some_script() -> None:
    files = {path for path in FOLDER.rglob("*.py") if path.name != "__init__.py"}
    assert files == {source.path for source in PIECES}


@pytest.mark.parametrize("source", PIECES, ids=lambda source: source.path.stem)
def test_a_plain_file_can_be_imported_and_has_the_functions_of_its_piece(source: Source) -> None:
    functions = [node.name for node in ast.parse(source.text).body if isinstance(node, ast.FunctionDef)]
    expected = ["gradient", "loss"] if source in PLAIN_SURFACES.values() else [source.path.stem]
    assert {*expected} <= {*functions}
    assert all(callable(getattr(module_of(source), name)) for name in functions)


@pytest.mark.parametrize("key", PLAIN_SURFACES)
def test_the_constants_of_a_plain_surface_are_its_fields(key: str) -> None:
    surface, module = SURFACES[key](), module_of(PLAIN_SURFACES[key])
    for name in declared(surface):
        assert getattr(module, name) == getattr(surface, name)


def test_what_has_no_plain_version_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(PLAIN_RULES, "momentum")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="There is no rule in plain NumPy called 'momentum'; the names are: sgd, "):
        plain_code(BOWL, "")


@pytest.mark.parametrize("key", PLAIN_RULES)
def test_one_rule_is_about_forty_lines_that_import_only_numpy(key: str) -> None:
    code = plain_code(replace(BOWL, contenders=(Contender(RULES[key]()),)), encode(BOWL))
    assert len([line for line in code.splitlines() if line and not line.startswith("#")]) <= 42
    imported = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node).split()[1] for node in imported] in (["math", "numpy"], ["numpy"])


def test_nobody_takes_part() -> None:
    nobody = replace(BOWL, contenders=(replace(BOWL.contenders[0], active=False),))
    assert ran(plain_code(nobody, ""))["paths"] == ran(project_code(nobody, ""))["paths"] == {}


@pytest.mark.parametrize("write", [project_code, plain_code])
def test_nothing_in_a_link_gets_out_of_its_comment(write: Any) -> None:
    code = write(BOWL, "x\nraise SystemExit\r\x0b\x0c\u2028raise SystemExit")
    assert "SystemExit" not in ast.unparse(ast.parse(code))
    assert "paths" in ran(code)


@pytest.mark.parametrize(
    ("value", "source"),
    [
        (0.1, "0.1"),
        (np.float64(0.1), "0.1"),
        (np.int64(3), "3.0"),
        (3, "3"),
        (True, "True"),
        ("it's", '"it\'s"'),
        ((np.float64(-4.0), (1, "x")), "(-4.0, (1, 'x'))"),
    ],
    ids=str,
)
def test_a_value_is_written_as_python_reads_it(value: Any, source: str) -> None:
    assert literal(value) == source
    assert ast.literal_eval(source) == value


@pytest.mark.parametrize("write", [project_code, plain_code])
def test_numbers_of_numpy_are_written_as_numbers(write: Any) -> None:
    rule = OPTIMIZERS["sgd"](learning_rate=np.float64(0.1))
    lecture = replace(BOWL, start=(np.float64(-4.0), np.float64(1.5)), contenders=(Contender(rule),))
    assert "np.float64" not in write(lecture, "")
