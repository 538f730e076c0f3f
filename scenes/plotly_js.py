"""Plotly.js: the file of the installed plotly package, found without importing it, and its address on the web."""

import ast
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

_VERSION = re.compile(r"plotly\.js v(\d+\.\d+\.\d+)")


def plotly_js_file() -> Path:
    """Find the library as a file. Raises RuntimeError if plotly is not installed."""
    spec = find_spec("plotly")
    if spec is None or spec.origin is None:
        raise RuntimeError("The plotly package is not installed: run `pip install -r requirements.txt`.")
    return Path(spec.origin).parent / "package_data" / "plotly.min.js"


@cache
def plotly_js() -> str:
    """Read the library as text."""
    return plotly_js_file().read_text(encoding="utf-8")


def cdn_address() -> str:
    """Return the address on the web of the installed version of Plotly.js."""
    found = _VERSION.search(plotly_js()[:400])
    if found is None:
        raise RuntimeError("The installed Plotly.js does not say its version, as in `plotly.js v3.0.0`.")
    return f"https://cdn.plot.ly/plotly-{found[1]}.min.js"


def integrity() -> str:
    """Compute the hash by which a browser makes sure that it fetched the installed file."""
    return digest(plotly_js())


_STYLE = re.compile(r"""\.textContent=('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),document\.head\.append""")


@cache
def style_digests() -> tuple[str, ...]:
    """Compute the hashes of the style elements that the library makes: an empty one, and that of geographic maps."""
    return tuple(digest(text) for text in ("", *(ast.literal_eval(found) for found in _STYLE.findall(plotly_js()))))


def digest(text: str) -> str:
    """Compute the hash of a script or a style, as attributes and policies have it."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
