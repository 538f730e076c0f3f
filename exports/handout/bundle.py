"""The modules of frontend/ inlined into one HTML file, so that it works without a server.

A module inside a page has no folder, so that "../data/blobs.js" leads nowhere from it. Under a bare name, as
"downhill/data/blobs.js", an import map finds it wherever it is.
"""

import posixpath
import re
from pathlib import Path

PREFIX = "downhill/"

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"

_RELATIVE = re.compile(r'(\bfrom\s*|\bimport\s*\(?\s*)"(\.{1,2}/[\w/.-]+\.js)"')
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_NEEDED = re.compile(r'\bfrom\s*"(\.{1,2}/[\w/.-]+\.js)"')  # an import("…") stands in comments only, before a type
_OPENS = re.compile(r"<(?=/script|!--)", re.IGNORECASE)


def with_bare_names(name: str, source: str) -> str:
    """Return the module of that name, importing others by bare names.

    >>> with_bare_names("map/map.js", 'import { store } from "../data/blobs.js";')
    'import { store } from "downhill/data/blobs.js";'
    """
    return _RELATIVE.sub(lambda found: f'{found[1]}"{PREFIX}{_resolved(name, found[2])}"', source)


def without_comments(source: str) -> str:
    """Return a module without the lines that say nothing to a browser.

    >>> without_comments("// Places.\\n/**\\n * @param {number} x px\\n */\\nexport const f = (x) => x; // px\\n")
    'export const f = (x) => x; // px\\n'
    """
    return _COMMENT.sub("", source)


def needed(*entries: str) -> list[str]:
    """Return the names of these modules and of all that they import, sorted."""
    found, wanted = set(), list(entries)
    while wanted:
        name = wanted.pop()
        if name not in found:
            found.add(name)
            wanted += [_resolved(name, relative) for relative in _NEEDED.findall(_source(name))]
    return sorted(found)


def modules(*entries: str) -> dict[str, str]:
    """Return these modules and all that they import, by their bare names, without comments."""
    return {PREFIX + name: with_bare_names(name, without_comments(_source(name))) for name in needed(*entries)}


def _resolved(importer: str, relative: str) -> str:
    """Return the name of a module that another imports by a relative address, which begins with "./" or "../"."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), relative))


def _source(name: str) -> str:
    return (FRONTEND / name).read_text(encoding="utf-8")


def in_script(code: str) -> str:
    r"""Return JavaScript or JSON that cannot end the element it stands in.

    Such text occurs in strings and patterns only, where `\u003C` is the same sign.

    >>> in_script('"</script>"')
    '"\\u003C/script>"'
    """
    return _OPENS.sub(r"\\u003C", code)
