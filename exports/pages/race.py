"""The files of the race."""

from html import escape
from typing import Any

from exports.code.plain_code import plain_code
from exports.code.project_code import project_code
from exports.handout import controls
from exports.handout.text import anchor, citation, formula
from exports.heading import heading
from exports.pages.steps_table import steps_table as table
from lecture.lecture import Lecture
from lecture.lessons import asks
from lecture.race import Entry, race
from lecture.results import result
from lecture.wording import summary
from parameters import format_number
from surfaces import Surface

__all__ = ["conceals", "description", "living", "plain_code", "project_code", "table", "words"]


def living(lecture: Lecture) -> dict[str, Any] | None:
    """Return the controls of the handout, or None where it cannot follow them."""
    return controls.living(lecture) if controls.can_live(race(lecture)) else None


def words(lecture: Lecture, link: str) -> dict[str, str]:
    """Return the text of the handout, as HTML by placeholder."""
    entries = race(lecture)
    *settings, source = heading(lecture, link)
    title = ": ".join(settings[:2])
    concealed = conceals(lecture)
    return {
        "title": escape(title),
        "what": "race",
        "formula": formula(lecture.surface.equations),
        "settings": escape("; ".join(settings[2 : len(settings) - len(entries)])),
        "revealed": "" if concealed else " open",
        # If students are to predict the results first, these are no part of the document until they are revealed.
        "veil": "<template>" if concealed else "",
        "unveil": "</template>" if concealed else "",
        "columns": "".join(f'<th scope="col">{name}</th>' for name in controls.COLUMNS),
        "rows": "\n".join(map(_row, entries)),
        "sources": escape(_sources(lecture.surface, entries)),
        "link": anchor(source),
        "citation": escape(citation(title, source)),
    }


def description(lecture: Lecture) -> str:
    """Say in a line how the race ends, unless that is to be predicted first."""
    if conceals(lecture):
        return "Predict first how the race ends, then play it."
    return "; ".join(map(_outcome, race(lecture))) or "No optimizer is running yet."


def conceals(lecture: Lecture) -> bool:
    """Whether the results are to be predicted first."""
    return lecture.view.hides("results") or asks(lecture)


def _outcome(entry: Entry) -> str:
    kind, loss = entry.trajectory.outcome.kind, entry.trajectory.values[-1]
    return f"{entry.label}: {kind.value}, loss {format_number(loss, 4)}"


def _row(entry: Entry) -> str:
    row = result(entry)
    cells = (summary(entry.contender), format_number(row.final_loss, 4), row.outcome)
    named = zip(controls.COLUMNS[1:], cells, strict=True)
    data = "".join(f'<td data-name="{name}">{escape(cell)}</td>' for name, cell in named)
    return f'<tr><th scope="row">{escape(row.label)}</th>{data}</tr>'


def _sources(surface: Surface, entries: tuple[Entry, ...]) -> str:
    rules = {entry.contender.rule.key: entry.contender.rule for entry in entries}
    return "Sources. " + " ".join(map(controls.source_words, (surface, *rules.values())))
