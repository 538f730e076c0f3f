"""The files that all audience's pages share, each with an address that says what is in it.

A page of the app has one script for its player; the kernels and what can be chosen are two more. A typed formula has
kernels of its own, and a description, in a file that spells it as a link does: so any server can write it.
"""

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from hashlib import blake2b

from exports.handout.bundle import FRONTEND, joined_script, kernels_script
from exports.handout.catalogue import catalogue, ground
from exports.handout.controls import link_parts
from exports.handout.page import page_style
from exports.handout.style_sheet import compact_style_sheet
from exports.pages import pictured
from lecture.lecture import Lecture
from lecture.link.decode import decode
from lecture.link.encode import SURFACE, encode
from lecture.pages import PAGES, Page
from scenes.plotly_js import plotly_js_file
from surfaces import Formula

_FOLDER = "audience"
STYLE = f"{_FOLDER}/page.css"
PLOTLY = plotly_js_file().name
_KERNELS = f"{_FOLDER}/kernels.js"
_CATALOGUE = f"{_FOLDER}/catalogue.js"
_OPEN = "handout/audience.js"
_MADE_FROM = {".py", ".js", ".css"}
_FORMULA = re.compile(rf"{_FOLDER}/formula/([a-zA-Z0-9.~_-]+)\.js")

_ROOT = FRONTEND.parent
_SOURCES = ("surfaces", "optimizers", "lecture", "tracing", "scenes", "exports", "frontend")


@cache
def version() -> str:
    """Six letters that change when anything does that the files are made from: to make them takes a second."""
    found = (file for folder in _SOURCES for file in (_ROOT / folder).rglob("*") if file.suffix in _MADE_FROM)
    sources = {file.relative_to(_ROOT).as_posix(): file for file in sorted((*found, _ROOT / "parameters.py"))}
    return letters_of((name, file.read_bytes()) for name, file in {**sources, PLOTLY: plotly_js_file()}.items())


def letters_of(contents: Iterable[tuple[str, bytes]]) -> str:
    """Six letters that change when one of these files does, each given as its name and its content."""
    digest = blake2b(digest_size=4)
    for name, content in contents:
        digest.update(name.encode() + b"\0" + content)
    return urlsafe_b64encode(digest.digest()).decode().rstrip("=")


def scripts(lecture: Lecture) -> tuple[str, ...]:
    """The names of the scripts that the page of a lecture needs, in no order."""
    lecture = pictured(lecture)
    kernels = _formula_name(lecture) if isinstance(lecture.surface, Formula) else _KERNELS
    plotly = (PLOTLY,) if lecture.page.plotly else ()
    return (*plotly, _script(lecture.page), kernels, _CATALOGUE)


def needed(lecture: Lecture) -> tuple[str, ...]:
    """The names of all files that the page of a lecture needs."""
    return (*scripts(lecture), STYLE)


def is_shared(name: str) -> bool:
    """Whether a file of that name is one of these, Plotly.js left aside."""
    return name.startswith(f"{_FOLDER}/")


def find(name: str) -> bytes | None:
    """The content of one of them, or None."""
    if spelled := _FORMULA.fullmatch(name):
        return _of_formula(spelled[1])
    make = _makers().get(name)
    return make().encode() if make else None


def names() -> tuple[str, ...]:
    """The names of all of them but those of typed formulas."""
    return tuple(_makers())


def _makers() -> Mapping[str, Callable[[], str]]:
    """What writes each of them, by name."""
    return {
        **{_script(page): partial(joined_script, f"pages/{page.module}.js", _OPEN) for page in _pages()},
        _KERNELS: kernels_script,
        _CATALOGUE: lambda: f"globalThis.downhillCatalogue = {_json(catalogue())};\n",
        STYLE: lambda: page_style() + compact_style_sheet(),
    }


def _of_formula(spelled: str) -> bytes | None:
    """The kernels of a typed formula and its description, None for what is no formula."""
    lecture, notes = decode(f"{SURFACE}={spelled}")
    if notes or not isinstance(lecture.surface, Formula):
        return None
    described = f"globalThis.downhillGround = {_json(ground(lecture.surface))};\n"
    return (kernels_script(lecture.surface.expression) + described).encode()


def _formula_name(lecture: Lecture) -> str:
    return f"{_FOLDER}/formula/{link_parts(encode(lecture))[SURFACE]}.js"


def _pages() -> list[Page]:
    return [page() for page in PAGES.values() if page.picture]


def _script(page: Page) -> str:
    return f"{_FOLDER}/{page.key}.js"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
