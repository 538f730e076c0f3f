"""All rules in a table."""

from collections.abc import Iterable, Iterator
from html import escape

import streamlit as st

from lecture import Lecture
from lecture.rule_facts import in_short
from optimizers import BASELINES, OPTIMIZERS, Baseline, Optimizer
from tracing.cost import cost
from views.rules import contents, cost_words


def show(lecture: Lecture) -> None:
    """Draw the table, and what its numbers mean."""
    st.header(contents.ALL, anchor=False)
    st.html(_table(COLUMNS, (_cells(lecture, rule) for rule in OPTIMIZERS.values())))
    st.markdown(
        "**Kept** are the numbers that an optimizer remembers for each weight from one update to the next, beside the "
        "weight itself: with 2, training needs three times the memory of the weights. "
        "**Operations** are those of one update for each weight, without the gradient, and without what is computed "
        "once for all weights, such as 1 − βᵗ. Both are counted on the code of the step."
    )

    st.subheader("Classical baselines", anchor=False)
    st.html(_table(OF_BASELINES, (_cells_of_baseline(lecture, rule) for rule in BASELINES.values())))


COLUMNS = ("Optimizer", "What you see", "Kept", "Operations", "Source")


OF_BASELINES = ("Method", "What you see", "Source")


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    return f'<table class="rules-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cells(lecture: Lecture, rule: type[Optimizer]) -> Iterator[str]:
    counted = cost(rule)
    yield f'<th scope="row">{contents.link(lecture, rule.key, rule.title)}</th>'
    yield f"<td>{escape(in_short(rule))}</td>"
    yield f'<td data-name="{COLUMNS[2]}">{counted.numbers}</td>'
    yield f'<td data-name="{COLUMNS[3]}">{cost_words.total(counted)}</td>'
    yield f'<td data-name="{COLUMNS[4]}">{escape(rule.source)}</td>'


def _cells_of_baseline(lecture: Lecture, rule: type[Baseline]) -> Iterator[str]:
    yield f'<th scope="row">{contents.link(lecture, rule.key, rule.title)}</th>'
    yield f"<td>{escape(in_short(rule))}</td>"
    yield f'<td data-name="{OF_BASELINES[2]}">{escape(rule.source)}</td>'
