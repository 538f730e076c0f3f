"""The handout: one HTML file that plays the race from disk, without a network.

It contains everything that the page would fetch: the player's modules and style sheet, Plotly.js, scene and blobs.
`handout.html` is the page without them. All text that is not written here, such as the link, is escaped.
"""

import json
import re
import zlib
from base64 import b85encode
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from exports.handout.bundle import in_script, joined_script, kernels_script
from exports.handout.catalogue import catalogue
from exports.handout.controls import COLUMNS, can_live, living, living_page, source_words
from exports.handout.style_sheet import compact_style_sheet
from exports.heading import heading
from lecture.lecture import Lecture
from lecture.lessons import asks
from lecture.pages import Page
from lecture.pages.averages import FORMULAS, SOURCE, Averages
from lecture.pages.race import Race
from lecture.race import Entry, race
from lecture.results import result
from lecture.wording import summary
from parameters import format_number
from scenes.plotly_js import cdn_address, integrity, plotly_js
from scenes.scene import build
from scenes.worked_step import mathml
from surfaces import Formula, Surface

_HERE = Path(__file__).parent
_PLACE = re.compile(r"\{\{(\w+)\}\}")
PARTS = (
    *("data/blobs.js", "host/answers.js", "host/reveal.js", "handout/copy.js"),
    *("handout/handout.js", "handout/living_page.js"),
)
"""The modules of a handout beside that of its page."""

_HARDEST = 9  # of zlib: a handout is made once and sent often


def handout(lecture: Lecture, link: str, *, plotly_inside: bool = True) -> str:
    """Write a page with the player, the settings in words, the outcomes and the link.

    Without Plotly.js inside it, which is 5 MB, it is smaller than 400 kB for any race of a few hundred steps; it then
    fetches the installed version of Plotly.js from the web when it is opened.
    """
    lecture = lecture if lecture.page.picture else replace(lecture, page=Race())
    scene = build(lecture, compact=True)
    data = {
        "living": _packed(_living(lecture)),
        "scene": _packed(scene.json()),
        "blobs": _json([b85encode(blob).decode() for blob in scene.blobs.values()]),
    }
    words = _words_of_averages(lecture, link) if isinstance(lecture.page, Averages) else _words(lecture, link)
    formula = lecture.surface if isinstance(lecture.surface, Formula) else None
    return _filled(words | data | _program(lecture.page, formula, plotly_inside))


def _living(lecture: Lecture) -> dict[str, Any] | None:
    if isinstance(lecture.page, Race):
        return living(lecture) if can_live(race(lecture)) else None
    return living_page(lecture) if lecture.page.live else None


def _words(lecture: Lecture, link: str) -> dict[str, str]:
    """Return the text of the page, as HTML by placeholder."""
    entries = race(lecture)
    *settings, source = heading(lecture, link)
    title = ": ".join(settings[:2])
    conceals = lecture.view.hides("results") or asks(lecture)
    return {
        "title": escape(title),
        "what": "race",
        "formula": _formula(lecture.surface.equations),
        "settings": escape("; ".join(settings[2 : len(settings) - len(entries)])),
        "revealed": "" if conceals else " open",
        # If students are to predict the results first, these are no part of the document until they are revealed.
        "veil": "<template>" if conceals else "",
        "unveil": "</template>" if conceals else "",
        "columns": "".join(f'<th scope="col">{name}</th>' for name in COLUMNS),
        "rows": "\n".join(map(_row, entries)),
        "sources": escape(_sources(lecture.surface, entries)),
        "link": _anchor(source),
        "citation": escape(_citation(title, source)),
    }


def _words_of_averages(lecture: Lecture, link: str) -> dict[str, str]:
    """As `_words`, for the page of the averages, which has no results beside its picture."""
    _, title, *settings, source = heading(lecture, link)
    title = f"Downhill: averages of a series, {title[0].lower()}{title[1:]}"
    return {
        "title": escape(title),
        "what": "page",
        "formula": _formula(FORMULAS),
        "settings": escape("; ".join(settings)),
        "revealed": " hidden",
        "veil": "",
        "unveil": "",
        "columns": "",
        "rows": "",
        "sources": escape(f"Sources. {SOURCE}"),
        "link": _anchor(source),
        "citation": escape(_citation(title, source)),
    }


def _citation(title: str, source: str) -> str:
    return f"{title}. Made with Downhill, a page that teaches optimization. {source}"


def _formula(equations: Iterable[str]) -> str:
    """Write formulas in MathML, a paragraph per equation."""
    return "\n".join(f"<p>{mathml(part)}</p>" for part in equations)


def _row(entry: Entry) -> str:
    row = result(entry)
    cells = (summary(entry.contender), format_number(row.final_loss, 4), row.outcome)
    named = zip(COLUMNS[1:], cells, strict=True)
    data = "".join(f'<td data-name="{name}">{escape(cell)}</td>' for name, cell in named)
    return f'<tr><th scope="row">{escape(row.label)}</th>{data}</tr>'


def _sources(surface: Surface, entries: tuple[Entry, ...]) -> str:
    rules = {entry.contender.rule.key: entry.contender.rule for entry in entries}
    return "Sources. " + " ".join(map(source_words, (surface, *rules.values())))


def _anchor(link: str) -> str:
    """Write the link as an anchor if it is the address of a page, else as text."""
    shown = escape(link)
    if not re.match(r"https?://", link, re.IGNORECASE):
        return f"<code>{shown}</code>"
    return f'<a href="{shown}" target="_blank" rel="noopener noreferrer">{shown}</a>'


def _program(page: Page, formula: Formula | None, plotly_inside: bool) -> dict[str, str]:
    """Return the player, and Plotly.js or its address, if the page needs that."""
    if not page.plotly:
        plotly, url = "", ""
    elif plotly_inside:
        plotly, url = f"<script>{in_script(plotly_js())}</script>", ""
    else:
        url = cdn_address()
        plotly = f'<script src="{url}" integrity="{integrity()}" crossorigin="anonymous"></script>'
    return {"plotly": plotly, "plotly_url": _json(url), "player": _packed_player(page.module, formula)}


@lru_cache(maxsize=8)
def _packed_player(page: str, formula: Formula | None) -> str:
    """Pack the player's style sheet and its modules, joined into one script; a typed formula is among the surfaces."""
    script = kernels_script(formula.expression if formula else None) + joined_script(f"pages/{page}.js", *PARTS)
    return _packed({"style": compact_style_sheet(), "script": script, "catalogue": catalogue(formula)})


def _packed(value: Any) -> str:
    """Pack JSON: deflated, in base 85."""
    whole = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _json(b85encode(zlib.compress(whole.encode(), _HARDEST)).decode())


def _json(value: Any) -> str:
    return in_script(json.dumps(value, ensure_ascii=False, allow_nan=False))


def _filled(parts: Mapping[str, str]) -> str:
    """Fill the page in a single pass, so that placeholders in the parts themselves stay text."""
    page = (_HERE / "handout.html").read_text(encoding="utf-8")
    return _PLACE.sub(lambda place: parts[place[1]], page)
