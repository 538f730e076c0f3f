"""The table of results in words, which the browser lays out (frontend/controls/results_table.js)."""

from collections.abc import Sequence
from typing import Any

from lecture import Entry
from lecture.results import NEAR, NEARER, Result, result
from parameters import format_number


def results_table(entries: Sequence[Entry]) -> dict[str, Any]:
    """Return the names of the columns, and for each row the contender's slot and its words."""
    return {
        "columns": list(_COLUMNS),
        "rows": [{"slot": entry.contender.slot, "words": _row(result(entry))} for entry in entries],
        "nobody": "No optimizer is running: add one, or switch one on.",
    }


_COLUMNS = (
    "Optimizer",
    "α\xa0used",
    "Final loss",
    "Distance\xa0to a\xa0minimum",
    # In two lines, as their neighbours; "it" is the minimum.
    f"Steps\xa0to\xa0within {format_number(NEAR)}\xa0of\xa0it",
    f"Steps\xa0to\xa0within {format_number(NEARER)}\xa0of\xa0it",
    "Outcome",
)


def _row(row: Result) -> list[str]:
    return [
        " · ".join(filter(None, (row.label, row.short_outcome))),
        row.learning_rate,
        format_number(row.final_loss, 4),
        "—" if row.distance is None else format_number(row.distance, 3),
        _steps(row.steps_to_near),
        _steps(row.steps_to_nearer),
        row.outcome,
    ]


def _steps(steps: int | None) -> str:
    return "—" if steps is None else f"{steps:,}"
