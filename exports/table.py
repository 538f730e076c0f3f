"""Every step of every contender as CSV."""

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
    "the other columns: the rule's memory after that update"
)

Cell = str | int | float


def table(lecture: Lecture, link: str) -> str:
    """CSV with the settings in comment lines before it; every number is written so that it reads back to the same bits.

    A memory has a column per coordinate, `velocity_x`, `velocity_y`, and one if it is a counter; it is empty for a rule
    that has no such memory, and at step 0.
    """
    entries = race(lecture)
    memory = tuple(dict.fromkeys(column for entry in entries for column, _ in _memory(entry)))
    text = io.StringIO()
    text.writelines(f"# {line}\n" for line in (*heading(lecture, link), MEANING))
    writer = csv.DictWriter(text, (*BASE, *memory), restval="", lineterminator="\n")
    writer.writeheader()
    for entry in entries:
        writer.writerows(_rows(entry))
    return text.getvalue()


def _rows(entry: Entry) -> Iterator[dict[str, Cell]]:
    path, memory = entry.trajectory, _memory(entry)
    points, gradients, values = path.points.T.tolist(), path.gradients.T.tolist(), path.values.tolist()
    rates = path.learning_rates.tolist()
    for step in range(path.steps + 1):
        seen: tuple[Cell, ...] = (entry.label, step, *points[step], values[step], *gradients[step])
        row: dict[str, Cell] = dict[str, Cell](zip(BASE, seen, strict=False))
        if step:
            row["learning_rate"] = rates[step - 1]
            row |= {column: numbers[step - 1] for column, numbers in memory}
        yield row


def _memory(entry: Entry) -> list[tuple[str, list[Cell]]]:
    """The columns of a rule's memory, each with its numbers after every update."""
    columns = []
    for name, array in entry.trajectory.states._asdict().items():
        if np.ndim(array) == 1:
            columns.append((name, array.tolist()))
        else:
            columns += [(f"{name}_{axis}", numbers.tolist()) for axis, numbers in zip("xy", array, strict=True)]
    return columns
