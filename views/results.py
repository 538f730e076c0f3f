"""The table under the picture."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from lecture import Entry
from lecture.results import NEAR, NEARER, Result, result
from parameters import figure


def results(entries: Sequence[Entry]) -> None:
    """What became of every contender, in numbers."""
    if not entries:
        st.info("Nobody takes part: add a rule, or switch one on.")
        return
    st.table([_row(result(entry)) for entry in entries], border="horizontal", hide_index=True)


def _row(row: Result) -> dict[str, Any]:
    return {
        "Contender": f"**{row.label}**" + (" · diverged" if row.diverged else ""),
        "α in use": row.learning_rate,
        "Final loss": figure(row.final_loss, 4),
        "Distance to a minimum": "—" if row.distance is None else figure(row.distance, 3),
        f"Steps to within {figure(NEAR)}": _steps(row.steps_to_near),
        f"Steps to within {figure(NEARER)}": _steps(row.steps_to_nearer),
        "Outcome": row.outcome,
    }


def _steps(steps: int | None) -> str:
    return "—" if steps is None else f"{steps:,}"
