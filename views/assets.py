"""The files that a browser fetches beside the page: the modules of frontend/, joined into one, and Plotly.js; and those
of the audience's pages (exports/audience/files.py).

The address of each file carries a hash of them all (`downhill/iB3x_w/mount.js`), or of all those of the audience: a
browser may keep what it fetched for ever, and after a deploy it asks for new names. app.py makes routes of these
functions; the views ask for `base_url()`. Nothing comes from the internet, and nothing is copied into the project.
"""

import gzip
import json
import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import PurePosixPath
from threading import Lock
from typing import Any, NamedTuple

from streamlit.components import v2 as components

from exports.audience import files as of_audience
from exports.handout.bundle import FRONTEND, joined_module
from exports.handout.style_sheet import NAME, style_sheet
from lecture.pages import Page
from scenes.plotly_js import plotly_js_file
from scenes.sliders import sliders
from surfaces.formula.in_link import from_link
from tracing import kernels, kernels_of_formula

CONTENT_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
}

_ENTRY = "mount.js"
"""The module that the components begin with; it is sent with all that it needs."""

KERNELS = "kernels.js"
"""The module that walks the same paths in the browser (tracing/)."""

SLIDERS = "sliders.js"
"""The module of all sliders."""

_FORMULA = re.compile(r"formula/([a-zA-Z0-9.-]+)\.js")
"""The name of the kernels of a typed formula, which spells it (scenes/race.py): so any server can trace them."""

_compressing = Lock()
_ready: dict[str, "Asset"] = {}


class Asset(NamedTuple):
    """One file, ready to be sent."""

    content: bytes
    gzipped: bytes
    content_type: str


@cache
def files() -> dict[str, bytes]:
    """Every file that can be fetched, by its name in the address: no other can be reached, however it is spelled."""
    modules = {file.relative_to(FRONTEND).as_posix(): file.read_bytes() for file in sorted(FRONTEND.rglob("*.js"))}
    pages = {file.stem: f"pages/{file.name}" for file in sorted((FRONTEND / "pages").glob("*.js"))}
    modules[_ENTRY] = joined_module(_ENTRY, pages).encode()
    others = {NAME: style_sheet().encode(), KERNELS: kernels().text.encode(), SLIDERS: _sliders().encode()}
    return modules | others | {plotly_js_file().name: plotly_js_file().read_bytes()}


def _sliders() -> str:
    return f"export const SLIDERS = {json.dumps(sliders())};\n"


@cache
def version() -> str:
    """Six letters that change when a file does."""
    return of_audience.letters_of(files().items())


def base_url() -> str:
    """The folder of the files, relative to the page, because a server may be mounted under a path of its own.

    In the browser: `new URL(base_url + "mount.js", document.baseURI)`.
    """
    return f"downhill/{version()}/"


def version_of(name: str) -> str:
    """The version that the address of a file has now."""
    return of_audience.version() if of_audience.is_shared(name) else version()


def address(name: str) -> str:
    """The address of a file, relative to the pages."""
    return f"downhill/{version_of(name)}/{name}"


def preload_links(page: Page) -> tuple[str, ...]:
    """The `Link` header of a page: the scripts that its first picture needs, for the browser to fetch at once."""
    if not page.picture:
        return ()
    entry = f"<{base_url()}{_ENTRY}>;rel=modulepreload"
    plotly = f"<{base_url()}{plotly_js_file().name}>;rel=preload;as=script;fetchpriority=low"
    return (plotly, entry) if page.plotly else (entry,)


_SCRIPT = """\
export default async (component) => {{
  const module = await import(new URL("{base_url}mount.js", document.baseURI));
  return module.{name}(component);
}};
"""


def component(name: str) -> Callable[..., Any]:
    """Registers the component of that name in frontend/mount.js, once per process."""
    script = _SCRIPT.format(base_url=base_url(), name=name)
    return components.component(f"downhill_{name}", js=script, isolate_styles=False)


def find(name: str) -> Asset | None:
    """The file of that name, or None. Read and compressed once, when it is first asked for."""
    if formula := _FORMULA.fullmatch(name):
        return _kernels_of_formula(formula[1])
    # Without the lock, the first visitors to arrive together would each compress Plotly.js.
    with _compressing:
        return _of_audience(name) if of_audience.is_shared(name) else _load(name) if name in files() else None


def ready(name: str) -> Asset | None:
    """The file of that name if it is one of those that are kept, and has been asked for: at once, without waiting."""
    return _ready.get(name)


@lru_cache(maxsize=32)
def _kernels_of_formula(spelled: str) -> Asset | None:
    """The module of a formula, traced when it is asked for; None for what is no formula."""
    try:
        content = kernels_of_formula(from_link(spelled)).text.encode()
    except ValueError:
        return None
    return _asset("kernels.js", content)


@lru_cache(maxsize=64)
def _of_audience(name: str) -> Asset | None:
    content = of_audience.find(name)
    if content is None:
        return None
    asset = _asset(name, content)
    if name in of_audience.names():
        _ready[name] = asset
    return asset


@cache
def _load(name: str) -> Asset:
    _ready[name] = _asset(name, files()[name])
    return _ready[name]


def _asset(name: str, content: bytes) -> Asset:
    return Asset(content, gzip.compress(content, mtime=0), CONTENT_TYPES[PurePosixPath(name).suffix])
