"""The CSV has every number of the race, to the last bit, and says which picture it is."""

import csv
import math
from dataclasses import replace

import numpy as np
import pytest

from exports import table
from exports.table import BASE
from lecture import Contender, Entry, Lecture, decode, encode, opening, race
from lecture.caption import caption
from lecture.link.decode import RULES
from optimizers import SCHEDULES
from surfaces import SURFACES

BOWL = opening(SURFACES["bowl"]())


def read(lecture: Lecture) -> tuple[list[str], list[dict[str, str]]]:
    """The comment lines without their mark, and the rows by column."""
    lines = table(lecture, encode(lecture)).splitlines()
    comments = [line for line in lines if line.startswith("# ")]
    assert lines[: len(comments)] == comments, "comments stand at the head only"
    return [line[2:] for line in comments], list(csv.DictReader(lines[len(comments) :]))


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
    for name in set(rows[0]) - set(BASE):
        assert rows[0][name] == ""
        if name in states:
            np.testing.assert_array_equal(column(rows[1:], name), states[name])
        else:
            assert {row[name] for row in rows} == {""}


@pytest.mark.parametrize("surface", SURFACES)
def test_every_number_of_every_rule(surface: str) -> None:
    schedules = list(SCHEDULES.values())
    contenders = tuple(Contender(rule(), schedules[i % 7](), slot=i) for i, rule in enumerate(RULES.values()))
    lecture = replace(opening(SURFACES[surface]()), contenders=contenders, steps=25, noise=0.1)
    _, rows = read(lecture)
    entries = race(lecture)
    assert [*dict.fromkeys(row["contender"] for row in rows)] == [entry.label for entry in entries]
    for entry in entries:
        assert_is_of(entry, [row for row in rows if row["contender"] == entry.label])


def test_its_head_says_which_picture_it_is_and_how_to_open_it() -> None:
    lecture = replace(
        BOWL, noise=0.5, seed=3, contenders=(*BOWL.contenders[:2], replace(BOWL.contenders[2], active=False))
    )
    comments, _ = read(lecture)
    assert comments[:-2] == ["Downhill", *caption(lecture)]
    assert decode(comments[-2]) == (lecture, ())


def test_a_contender_that_diverges_ends_at_its_last_finite_point() -> None:
    lecture = replace(opening(SURFACES["rosenbrock"]()), contenders=(Contender(RULES["sgd"](learning_rate=1.0)),))
    _, rows = read(lecture)
    assert 0 < len(rows) < lecture.steps
    assert all(math.isfinite(float(row["x"])) for row in rows)


def test_nobody_takes_part() -> None:
    assert read(replace(BOWL, contenders=()))[1] == []
