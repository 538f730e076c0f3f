"""The handout: one HTML file that plays the race from disk, without a network.

It contains everything that the page would fetch: the player's modules and style sheet, Plotly.js, scene and blobs.
`handout.html` is the page without them. All text that is not written here, such as the link, is escaped.
"""

import json
import zlib
from base64 import b85encode
from functools import lru_cache
from pathlib import Path
from typing import Any

from exports.handout.bundle import in_script, joined_script, kernels_script
from exports.handout.catalogue import catalogue, catalogue_with
from exports.handout.page import body, filled, page_style
from exports.handout.style_sheet import compact, compact_style_sheet
from exports.pages import module_of, pictured
from lecture.lecture import Lecture
from lecture.pages import Page
from scenes.plotly_js import cdn_address, integrity, plotly_js
from scenes.scene import build
from surfaces import Formula

_TEMPLATE = Path(__file__).with_name("handout.html")
OPEN = "handout/open.js"
"""The module of a handout beside that of its page."""

_HARDEST = 9  # of zlib: a handout is made once and sent often
_SHORT_BLOCKS = 7  # of its memory: blocks that end sooner have codes that suit script, style and numbers better


def handout(lecture: Lecture, link: str, *, plotly_inside: bool = True) -> str:
    """Write a page with the player, the settings in words, the outcomes and the link.

    Without Plotly.js inside it, which is 5 MB, it is smaller than 400 kB for any race of a few hundred steps; it then
    fetches the installed version of Plotly.js from the web when it is opened.
    """
    lecture = pictured(lecture)
    page = module_of(lecture.page)
    scene = build(lecture, compact=True)
    data = {
        "living": _packed(page.living(lecture)),
        "scene": _packed(scene.json()),
        "blobs": _json([b85encode(blob).decode() for blob in scene.blobs.values()]),
    }
    formula = lecture.surface if isinstance(lecture.surface, Formula) else None
    words = page.words(lecture, link)
    around = {"title": words["title"], "page_style": compact(page_style()), "body": body(words)}
    return filled(_TEMPLATE, around | data | _program(lecture.page, formula, plotly_inside))


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
    script = kernels_script(formula.expression if formula else None) + joined_script(f"pages/{page}.js", OPEN)
    choices = catalogue_with(formula) if formula else catalogue()
    return _packed({"style": compact_style_sheet(), "script": script, "catalogue": choices})


def _packed(value: Any) -> str:
    """Pack JSON: deflated, in base 85."""
    whole = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    packing = zlib.compressobj(_HARDEST, memLevel=_SHORT_BLOCKS)
    return _json(b85encode(packing.compress(whole.encode()) + packing.flush()).decode())


def _json(value: Any) -> str:
    return in_script(json.dumps(value, ensure_ascii=False, allow_nan=False))
