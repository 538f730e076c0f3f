"""The table under the picture."""

from collections.abc import Sequence
from xml.etree import ElementTree

import streamlit as st

from lecture import Entry
from lecture.results import NEAR, NEARER, Result, result
from parameters import figure
from player.palette import swatch

Row = dict[str, str]


def results(entries: Sequence[Entry]) -> None:
    """What became of every contender, in numbers."""
    if not entries:
        st.info("Nobody takes part: add a rule, or switch one on.")
        return
    st.html(_table([_row(result(entry)) for entry in entries], [entry.contender.slot for entry in entries]))


def _row(row: Result) -> Row:
    return {
        "Contender": row.label + (" · diverged" if row.diverged else ""),
        "α in use": row.learning_rate,
        "Final loss": figure(row.final_loss, 4),
        "Distance to a minimum": "—" if row.distance is None else figure(row.distance, 3),
        f"Steps to {figure(NEAR)}": _steps(row.steps_to_near),
        f"Steps to {figure(NEARER)}": _steps(row.steps_to_nearer),
        "Outcome": row.outcome,
    }


def _steps(steps: int | None) -> str:
    return "—" if steps is None else f"{steps:,}"


def _table(rows: Sequence[Row], slots: Sequence[int]) -> str:
    """The rows as HTML. The roles are said once more, because on a phone the rows are laid out as cards."""
    table = ElementTree.Element("table", {"class": "results", "role": "table"})
    ElementTree.SubElement(table, "caption").text = "What became of each contender"
    head = ElementTree.SubElement(ElementTree.SubElement(table, "thead"), "tr", role="row")
    for name in rows[0]:
        ElementTree.SubElement(head, "th", scope="col", role="columnheader").text = name
    body = ElementTree.SubElement(table, "tbody")
    for row, slot in zip(rows, slots, strict=True):
        line = ElementTree.SubElement(body, "tr", role="row")
        for name, words in row.items():
            if name == "Contender":
                cell = ElementTree.SubElement(line, "th", scope="row", role="rowheader")
                ElementTree.SubElement(cell, "img", src=swatch(slot), alt="").tail = words
            else:
                ElementTree.SubElement(line, "td", {"role": "cell", "data-name": name}).text = words
    return ElementTree.tostring(table, encoding="unicode")
