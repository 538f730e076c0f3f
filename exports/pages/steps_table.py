"""The steps of every contender as CSV."""

import csv
import io
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

import numpy as np

from exports.ascii_text import contender_name
from exports.heading import heading
from lecture.lecture import Lecture
from lecture.race import Entry, race
from optimizers import Trajectory
from optimizers.gradients import batches_per_epoch

BASE = ("contender", "step", "x", "y", "loss", "gradient_x", "gradient_y", "learning_rate")
"""`gradient`: given to the rule at this point, noise included; `learning_rate`: of the update that led here. Further
columns hold the rule's state after that update."""

BATCH = ("epoch", "batch", "batch_loss")
"""Of the update that led here, where mini-batches take part: the pass over the data, counted from 1, the numbers of the
examples, and their mean loss before the update. Draws with replacement have no epochs."""

LAST = ("settings", "link")
"""The settings in words and the link to the lecture, in the first row alone."""

Cell = str | int | float


def steps_table(lecture: Lecture, link: str) -> str:
    """Write the CSV: one row per step and contender. Numbers read back to the same bits.

    A branch has no rows before the step at which it begins; its first one has the state that it begins with.

    A field of a state has a column per coordinate, `velocity_x` and `velocity_y`, or a single one if it is a counter.
    The column is empty at step 0, and for rules without that field. Everything is ASCII and nothing is a comment, so
    that spreadsheets, pandas, polars and R read the table without being told anything about it.
    """
    entries = race(lecture)
    state = tuple(dict.fromkeys(column for entry in entries for column, _ in _state_columns(entry)))
    text = io.StringIO()
    batch = BATCH if any(entry.trajectory.batches is not None for entry in entries) else ()
    writer = csv.DictWriter(text, (*BASE, *batch, *state, *LAST), restval="", lineterminator="\n")
    writer.writeheader()
    rows = [row for entry in entries for row in _rows(entry, has_epochs=not lecture.replacement)]
    rows.sort(key=itemgetter("step"))
    if rows:
        _, *settings, source = heading(lecture, link)
        rows[0] |= {"settings": contender_name("; ".join(settings)), "link": source}
    writer.writerows(rows)
    return text.getvalue()


def _rows(entry: Entry, *, has_epochs: bool) -> Iterator[dict[str, Cell]]:
    path, state = entry.trajectory, _state_columns(entry)
    points, gradients, values = path.points.T.tolist(), path.gradients.T.tolist(), path.values.tolist()
    rates = path.learning_rates.tolist()
    name = contender_name(entry.label)
    for step in range(entry.begins, path.steps + 1):
        seen: tuple[Cell, ...] = (name, step, *points[step], values[step], *gradients[step])
        row: dict[str, Cell] = dict[str, Cell](zip(BASE, seen, strict=False))
        if step:
            row["learning_rate"] = rates[step - 1]
            row |= {column: numbers[step - 1] for column, numbers in state}
            row |= _batch(path, step - 1, has_epochs=has_epochs)
        yield row


def _batch(path: Trajectory, update: int, *, has_epochs: bool) -> dict[str, Cell]:
    """Return the cells of an update's batch; none where gradients are of all examples, or of a surface without data."""
    if path.batches is None or path.batch_values is None:
        return {}
    taken = path.batches[update]
    surface: Any = path.surface
    epoch: dict[str, Cell] = (
        {"epoch": update // batches_per_epoch(surface.data.size, taken.size) + 1} if has_epochs else {}
    )
    examples = " ".join(map(str, taken[taken >= 0].tolist()))
    return {**epoch, "batch": examples, "batch_loss": path.batch_values[update].item()}


def _state_columns(entry: Entry) -> list[tuple[str, list[Cell]]]:
    """Return the columns of a rule's state, each with its numbers after every update."""
    columns = []
    for name, array in entry.trajectory.states._asdict().items():
        if np.ndim(array) == 1:
            columns.append((name, array.tolist()))
        else:
            columns += [(f"{name}_{axis}", numbers.tolist()) for axis, numbers in zip("xy", array, strict=True)]
    return columns
