"""The CSV has every number of the race, to the last bit, and is read as it comes by those who read tables."""

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas
import polars
import pytest

from exports import table
from exports.ascii_text import ascii_text, contender_name
from exports.pages.steps_table import BASE, LAST
from lecture import Contender, Entry, Lecture, branched, decode, encode, opening, race
from lecture.caption import caption
from lecture.link.decode import RULES
from optimizers import SCHEDULES
from optimizers.momentum import Momentum
from surfaces import SURFACES
from tests.eights import eights

BOWL = opening(SURFACES["bowl"]())


def read(lecture: Lecture) -> list[dict[str, str]]:
    """The rows by column."""
    return list(csv.DictReader(table(lecture, encode(lecture)).splitlines()))


def column(rows: list[dict[str, str]], name: str) -> list[float]:
    return [float(row[name]) for row in rows]


def assert_is_of(entry: Entry, rows: list[dict[str, str]]) -> None:
    path = entry.trajectory
    assert [int(row["step"]) for row in rows] == list(range(path.steps + 1))
    assert column(rows, "x") == path.points[0].tolist()
    assert column(rows, "y") == path.points[1].tolist()
    np.testing.assert_array_equal(column(rows, "loss"), path.values)
    np.testing.assert_array_equal(column(rows, "gradient_x"), path.gradients[0])
    np.testing.assert_array_equal(column(rows, "gradient_y"), path.gradients[1])
    assert column(rows[1:], "learning_rate") == path.learning_rates.tolist()
    states = {}
    for name, array in path.states._asdict().items():
        states |= {name: array} if np.ndim(array) == 1 else {f"{name}_x": array[0], f"{name}_y": array[1]}
    for name in set(rows[0]) - {*BASE, *LAST}:
        assert rows[0][name] == ""
        if name in states:
            np.testing.assert_array_equal(column(rows[1:], name), states[name])
        else:
            assert {row[name] for row in rows} == {""}


@pytest.mark.parametrize("surface", SURFACES)
def test_every_number_of_every_rule(surface: str) -> None:
    schedules = list(SCHEDULES.values())
    for rules in eights(RULES.values()):
        contenders = tuple(Contender(rule(), schedules[i % 7](), slot=i) for i, rule in enumerate(rules))
        lecture = replace(opening(SURFACES[surface]()), contenders=contenders, steps=25, noise=0.1)
        rows = read(lecture)
        entries = race(lecture)
        assert [*dict.fromkeys(row["contender"] for row in rows)] == [contender_name(entry.label) for entry in entries]
        for entry in entries:
            assert_is_of(entry, [row for row in rows if row["contender"] == contender_name(entry.label)])


def test_its_first_row_has_the_settings_and_the_link_of_the_lecture() -> None:
    lecture = replace(
        BOWL, noise=0.5, seed=3, contenders=(*BOWL.contenders[:2], replace(BOWL.contenders[2], active=False))
    )
    first, *others = read(lecture)
    assert first["settings"] == "; ".join(map(ascii_text, caption(lecture)))
    assert decode(first["link"]) == (lecture, ())
    assert {row[name] for row in others for name in LAST} == {""}


def twins() -> Lecture:
    """Contenders whose names need signs and numbers: two that are alike, and two that differ in beta1."""
    rules = [RULES["sgd"](), RULES["sgd"](), Momentum(beta1=0.5), Momentum(beta1=0.9)]
    return replace(BOWL, contenders=tuple(Contender(rule, slot=slot) for slot, rule in enumerate(rules)), steps=7)


NAMES = ["SGD 1", "SGD 2", "Momentum, beta1 0.5", "Momentum, beta1 0.9"]


@pytest.mark.parametrize("options", [{}, {"comment": "#"}, {"encoding": "cp1252"}, {"encoding": "utf-8-sig"}], ids=str)
def test_pandas_reads_it_as_it_comes(options: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "steps.csv"
    file.write_text(table(twins(), encode(twins())), encoding="utf-8")
    assert_is_the_table(pandas.read_csv(file, **options).to_dict("list"))  # type: ignore[call-overload]


@pytest.mark.parametrize("options", [{}, {"comment_prefix": "#"}], ids=str)
def test_polars_reads_it_as_it_comes(options: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "steps.csv"
    file.write_text(table(twins(), encode(twins())), encoding="utf-8")
    assert_is_the_table(polars.read_csv(file, **options).to_dict(as_series=False))  # type: ignore[arg-type]


def assert_is_the_table(columns: Mapping[Any, list[Any]]) -> None:
    entries = race(twins())
    assert list(columns)[: len(BASE)] == list(BASE)
    assert list(dict.fromkeys(columns["contender"])) == NAMES
    for name, entry in zip(NAMES, entries, strict=True):
        rows = [k for k, contender in enumerate(columns["contender"]) if contender == name]
        assert [columns["step"][k] for k in rows] == list(range(entry.trajectory.steps + 1))
        for column, values in zip(("x", "y", "loss"), (*entry.trajectory.points, entry.trajectory.values), strict=True):
            np.testing.assert_allclose([columns[column][k] for k in rows], values, rtol=1e-15)


def test_polars_finds_numbers_in_every_column_of_a_long_race(tmp_path: Path) -> None:
    """It tells types from the first hundred rows, in which the last contender must have taken a step."""
    file = tmp_path / "steps.csv"
    file.write_text(table(BOWL, encode(BOWL)), encoding="utf-8")
    types = polars.read_csv(file).drop("contender", *LAST).dtypes
    assert all(kind.is_numeric() for kind in types)


def test_every_byte_of_it_is_ascii() -> None:
    assert table(twins(), encode(twins())).isascii()


def test_a_contender_that_diverges_ends_at_its_last_finite_point() -> None:
    lecture = replace(opening(SURFACES["rosenbrock"]()), contenders=(Contender(RULES["sgd"](learning_rate=1.0)),))
    rows = read(lecture)
    assert 0 < len(rows) < lecture.steps
    assert all(math.isfinite(float(row["x"])) for row in rows)


def test_nobody_takes_part() -> None:
    assert read(replace(BOWL, contenders=())) == []


@pytest.mark.parametrize("replacement", [False, True])
def test_mini_batches_have_their_epoch_and_their_examples(replacement: bool) -> None:
    surface: Any = SURFACES["regression"]()
    lecture = replace(opening(surface), steps=9, replacement=replacement)
    rows = list(csv.DictReader(io.StringIO(table(lecture, ""))))
    for entry in race(lecture):
        own = [row for row in rows if row["contender"] == contender_name(entry.label)]
        batches = entry.trajectory.batches
        assert (own[0]["epoch"], own[0]["batch"], own[0]["batch_loss"]) == ("", "", "")
        for update, row in enumerate(own[1:]):
            if batches is None:
                assert (row["epoch"], row["batch"]) == ("", "")
                continue
            taken = batches[update][batches[update] >= 0]
            assert row["batch"] == " ".join(map(str, taken))
            losses = surface.losses(entry.trajectory.points[:, update, None], surface.batch(taken))
            assert float(row["batch_loss"]) == pytest.approx(losses.mean(), rel=1e-12)
            per_epoch = -(-200 // entry.contender.batch_size)
            assert row["epoch"] == ("" if replacement else str(update // per_epoch + 1))
    assert "batch" not in table(opening(SURFACES["bowl"]()), "").splitlines()[0]


def test_a_branch_has_rows_from_the_step_at_which_it_begins() -> None:
    lecture = branched(replace(BOWL, contenders=(Contender(Momentum(0.1)),), steps=20), 0, 8)
    rows = [row for row in read(lecture) if row["contender"].endswith("branch at step 8")]
    path = race(lecture)[1].trajectory
    assert [int(row["step"]) for row in rows] == list(range(8, 21))
    assert column(rows, "x") == path.points[0, 8:].tolist()
    assert column(rows, "velocity_y") == path.states.velocity[1, 7:].tolist()
