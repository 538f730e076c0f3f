"""The table under the picture, as words: the browser sets it (player/standings.js)."""

from collections.abc import Sequence
from typing import Any

from lecture import Entry
from lecture.results import NEAR, NEARER, Result, result
from parameters import figure


def results_table(entries: Sequence[Entry]) -> dict[str, Any]:
    """What became of every contender: the names of the columns, and for each row the contender's slot and its words."""
    return {
        "columns": list(_COLUMNS),
        "rows": [{"slot": entry.contender.slot, "words": _row(result(entry))} for entry in entries],
        "nobody": "Nobody takes part: add a rule, or switch one on.",
    }


_COLUMNS = (
    "Contender",
    "α in use",
    "Final loss",
    "Distance to a minimum",
    f"First\xa0within {figure(NEAR)}",  # in two lines, as its neighbours
    f"First\xa0within {figure(NEARER)}",
    "Outcome",
)


def _row(row: Result) -> list[str]:
    return [
        " · ".join(filter(None, (row.label, row.fate))),
        row.learning_rate,
        figure(row.final_loss, 4),
        "—" if row.distance is None else figure(row.distance, 3),
        _steps(row.steps_to_near),
        _steps(row.steps_to_nearer),
        row.outcome,
    ]


def _steps(steps: int | None) -> str:
    return "—" if steps is None else f"{steps:,}"
