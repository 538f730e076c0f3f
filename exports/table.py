"""The steps of every contender as CSV."""

import csv
import io
from collections.abc import Iterator

import numpy as np

from exports.heading import heading
from lecture.lecture import Lecture
from lecture.race import Entry, race

BASE = ("contender", "step", "x", "y", "loss", "gradient_x", "gradient_y", "learning_rate")
MEANING = (
    "gradient: what the rule is given at this point, noise included; learning_rate: of the update that led here; "
    "the other columns: the rule's state after that update"
)

Cell = str | int | float


def table(lecture: Lecture, link: str) -> str:
    """Write the CSV, with the settings as comment lines above it. Numbers read back to the same bits.

    A field of a state has a column per coordinate, `velocity_x` and `velocity_y`, or a single one if it is a counter.
    The column is empty at step 0, and for rules without that field.
    """
    entries = race(lecture)
    state = tuple(dict.fromkeys(column for entry in entries for column, _ in _state_columns(entry)))
    text = io.StringIO()
    text.writelines(f"# {line}\n" for line in (*heading(lecture, link), MEANING))
    writer = csv.DictWriter(text, (*BASE, *state), restval="", lineterminator="\n")
    writer.writeheader()
    for entry in entries:
        writer.writerows(_rows(entry))
    return text.getvalue()


def _rows(entry: Entry) -> Iterator[dict[str, Cell]]:
    path, state = entry.trajectory, _state_columns(entry)
    points, gradients, values = path.points.T.tolist(), path.gradients.T.tolist(), path.values.tolist()
    rates = path.learning_rates.tolist()
    for step in range(path.steps + 1):
        seen: tuple[Cell, ...] = (entry.label, step, *points[step], values[step], *gradients[step])
        row: dict[str, Cell] = dict[str, Cell](zip(BASE, seen, strict=False))
        if step:
            row["learning_rate"] = rates[step - 1]
            row |= {column: numbers[step - 1] for column, numbers in state}
        yield row


def _state_columns(entry: Entry) -> list[tuple[str, list[Cell]]]:
    """Return the columns of a rule's state, each with its numbers after every update."""
    columns = []
    for name, array in entry.trajectory.states._asdict().items():
        if np.ndim(array) == 1:
            columns.append((name, array.tolist()))
        else:
            columns += [(f"{name}_{axis}", numbers.tolist()) for axis, numbers in zip("xy", array, strict=True)]
    return columns
