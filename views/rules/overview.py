"""All rules in a table."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from lecture import Lecture
from lecture.rule_facts import in_short
from optimizers import OPTIMIZERS, Optimizer
from tracing.cost import cost
from views.rules import contents, cost_words


def show(lecture: Lecture) -> None:
    """Draw the table, and what its numbers mean."""
    st.header(contents.ALL, anchor=False)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in COLUMNS)
    rows = "".join(f"<tr>{''.join(_cells(lecture, rule))}</tr>" for rule in OPTIMIZERS.values())
    st.html(f'<table class="rules-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')
    st.markdown(
        "**Kept** are the numbers that an optimizer remembers for each weight from one update to the next, beside the "
        "weight itself: with 2, training needs three times the memory of the weights. "
        "**Operations** are those of one update for each weight, without the gradient, and without what is computed "
        "once for all weights, such as 1 − βᵗ. Both are counted on the code of the step."
    )


COLUMNS = ("Optimizer", "What you see", "Kept", "Operations", "Source")


def _cells(lecture: Lecture, rule: type[Optimizer]) -> Iterator[str]:
    counted = cost(rule)
    yield f'<th scope="row">{contents.link(lecture, rule.key, rule.title)}</th>'
    yield f"<td>{escape(in_short(rule))}</td>"
    yield f'<td data-name="{COLUMNS[2]}">{counted.numbers}</td>'
    yield f'<td data-name="{COLUMNS[3]}">{cost_words.total(counted)}</td>'
    yield f'<td data-name="{COLUMNS[4]}">{escape(rule.source)}</td>'
