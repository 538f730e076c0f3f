"""The player's modules as text inside a page, for where there is no server to fetch them from.

A module inside a page has no folder, so that "./parcels.js" leads nowhere from it. Under a bare name, as
"downhill/parcels.js", an import map finds it wherever it is.
"""

import re
from pathlib import Path

PREFIX = "downhill/"

_FOLDER = Path(__file__).parent
_RELATIVE = re.compile(r'(\bfrom\s*|\bimport\s*\(?\s*)"\./([\w-]+\.js)"')
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_NEEDED = re.compile(r'\bfrom\s*"\./([\w-]+\.js)"')  # an import("…") stands in comments only, before a type
_OPENS = re.compile(r"<(?=/script|!--)", re.IGNORECASE)


def with_bare_names(source: str) -> str:
    """A module that imports its neighbours by bare names.

    >>> with_bare_names('import { store } from "./parcels.js";')
    'import { store } from "downhill/parcels.js";'
    """
    return _RELATIVE.sub(rf'\1"{PREFIX}\2"', source)


def without_comments(source: str) -> str:
    """A module without the lines that say nothing to a browser.

    >>> without_comments("// Places.\\n/**\\n * @param {number} x px\\n */\\nexport const f = (x) => x; // px\\n")
    'export const f = (x) => x; // px\\n'
    """
    return _COMMENT.sub("", source)


def needed(*entries: str) -> list[str]:
    """The modules of these names and all that they import, sorted."""
    found, wanted = set(), list(entries)
    while wanted:
        name = wanted.pop()
        if name not in found:
            found.add(name)
            wanted += _NEEDED.findall(_source(name))
    return sorted(found)


def modules(*entries: str) -> dict[str, str]:
    """The modules of these names and all that they import, by their bare names, without comments."""
    return {PREFIX + name: with_bare_names(without_comments(_source(name))) for name in needed(*entries)}


def _source(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def in_script(code: str) -> str:
    r"""JavaScript or JSON that cannot end the element it stands in.

    Such text occurs in strings and patterns only, where `\u003C` is the same sign.

    >>> in_script('"</script>"')
    '"\\u003C/script>"'
    """
    return _OPENS.sub(r"\\u003C", code)
