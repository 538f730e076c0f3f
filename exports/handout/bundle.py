"""The modules of frontend/ joined into one text: a browser fetches one file, not eighty, and a handout holds them
in an ordinary script, which a page may have where `data:` and `eval` are forbidden.

Each module becomes a function that returns its exports, called once, after those that it needs. They import names only
(`import { a, b as c } from "…"`), never in a circle, and they export declarations, which a test holds.
"""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from tracing import kernels

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"

_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_TYPE = re.compile(r"/\*\* @type [^*]*\*/ ?")  # of a value, before it in its line
_AFTER_CODE = re.compile(r"(?<=[;,{}()\[\]]) // [^\n\"'`]*$", re.MULTILINE)
"""A comment at the end of a line; with a quotation mark in it, it may be part of a text, and stays."""

_INDENTATION = re.compile(r"^\s+", re.MULTILINE)
_PLAIN_LINE = re.compile(r"^[^\n'`/]+$", re.MULTILINE)  # without patterns, and no text but between quotation marks
_SPACED = re.compile(r'("(?:[^"\\]|\\.)*")| ?([=,;{}()\[\]<>?:&|*]) ?')
_NEEDED = re.compile(r'\bfrom\s*"(\.{1,2}/[\w/.-]+\.js)"')  # an import("…") stands in comments only, before a type
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
_PASSED_ON = re.compile(r'^export \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_LATER = re.compile(r'(?<=await )import\("(\.{1,2}/[\w/.-]+\.js)"\)')
_PAGE = "import(`./pages/${page}.js`)"
_OPENS = re.compile(r"<(?=/script|!--)", re.IGNORECASE)


def without_comments(source: str) -> str:
    """Return a module without what says nothing to a browser: comments, indentation and empty lines. No text has
    several lines.

    >>> without_comments("// Places.\\n/**\\n * @param {number} x px\\n */\\nexport const f = (x) =>\\n  x; // px\\n")
    'export const f = (x) =>\\nx;\\n'
    """
    return _INDENTATION.sub("", _AFTER_CODE.sub("", _TYPE.sub("", _COMMENT.sub("", source))))


def without_spaces(source: str) -> str:
    """Return a module without the spaces around signs, but for lines in which they may be part of a text.

    >>> without_spaces('const f = (x) => x + 1;\\nconst g = "a, b";\\n')
    'const f=(x)=>x + 1;\\nconst g="a, b";\\n'
    """
    return _PLAIN_LINE.sub(lambda line: _SPACED.sub(r"\1\2", line[0]), source)


def needed(*entries: str) -> list[str]:
    """Return the names of these modules and of all that they import, each after those that it imports."""
    found: dict[str, None] = {}

    def visit(name: str) -> None:
        for relative in _NEEDED.findall(_source(name)):
            if (other := _resolved(name, relative)) not in found:
                visit(other)
        found[name] = None

    for entry in entries:
        if entry not in found:
            visit(entry)
    return list(found)


def joined(*entries: str, named: bool = False) -> str:
    """Join modules and all that they import, as the statements that make a constant per module; if they are `named`,
    each after a comment that says which it is.
    """
    names = {name: f"${number}" for number, name in enumerate(needed(*entries))}
    return "\n".join((f"// {name}\n" if named else "") + _as_function(name, names) for name in names)


def joined_script(*entries: str) -> str:
    """Join modules into a script; `globalThis.downhill` holds what the given ones export."""
    names = {name: f"${number}" for number, name in enumerate(needed(*entries))}
    given = ", ".join(f"...{names[entry]}" for entry in entries)
    body = without_spaces(joined(*entries))
    return f'(() => {{\n"use strict";\n{body}\nglobalThis.downhill = {{ {given} }};\n}})();\n'


def kernels_script(expression: str | None = None) -> str:
    """Return the kernels as statements of a script; `globalThis.downhillKernels` holds what the module exports.

    `globalThis.downhillMakeKernels` makes them: workers are given the text of that function. Their typed formula is
    `expression`, or its default.
    """
    source = without_comments(kernels(expression).text)
    body = _EXPORT.sub(r"\1", source)
    made = f"globalThis.downhillMakeKernels = () => {{\n{body}return {{ {', '.join(exports_of(source))} }};\n}};\n"
    return f"{made}globalThis.downhillKernels = globalThis.downhillMakeKernels();\n"


def joined_module(entry: str, pages: Mapping[str, str]) -> str:
    """Join a module that opens pages by their keys, and those pages, into one module with the same exports."""
    later = [_resolved(entry, relative) for relative in _LATER.findall(without_comments(_source(entry)))]
    parts = [*pages.values(), *later, entry]
    names = {name: f"${number}" for number, name in enumerate(needed(*parts))}
    listed = ", ".join(f'"{key}": {names[name]}' for key, name in pages.items())
    body = joined(*parts, named=True).replace(_PAGE, "Promise.resolve($pages[page])")
    body = _LATER.sub(lambda found: f"Promise.resolve({names[_resolved(entry, found[1])]})", body)
    own = body.rpartition(f"const {names[entry]} = ")
    exported = ", ".join(exports_of(_source(entry)))
    return (
        f"{own[0]}const $pages = {{ {listed} }};\n{own[1]}{own[2]}\nexport const {{ {exported} }} = {names[entry]};\n"
    )


def exports_of(source: str) -> list[str]:
    """Return the names that a module exports, in its order.

    >>> exports_of('export { a, b } from "./x.js";\\nexport const c = 1;\\n')
    ['a', 'b', 'c']
    """
    passed_on = [name.strip() for names, _ in _PASSED_ON.findall(source) for name in names.split(",")]
    return [*passed_on, *(name for _, name in _EXPORT.findall(source))]


def in_script(code: str) -> str:
    r"""Return JavaScript or JSON that cannot end the element it stands in.

    Such text occurs in strings and patterns only, where `\u003C` is the same sign.

    >>> in_script('"</script>"')
    '"\\u003C/script>"'
    """
    return _OPENS.sub(r"\\u003C", code)


def _as_function(name: str, names: Mapping[str, str]) -> str:
    """Return a module as a function, called once, that returns its exports."""
    source = without_comments(_source(name))

    def taken(found: re.Match[str]) -> str:
        return f"const {{{found[1].replace(' as ', ': ')}}} = {names[_resolved(name, found[2])]};"

    body = _EXPORT.sub(r"\1", _PASSED_ON.sub(taken, _IMPORT.sub(taken, source)))
    return f"const {names[name]} = (() => {{\n{body}return {{ {', '.join(exports_of(source))} }};\n}})();"


def _resolved(importer: str, relative: str) -> str:
    """Return the name of a module that another imports by a relative address, which begins with "./" or "../"."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), relative))


def _source(name: str) -> str:
    return (FRONTEND / name).read_text(encoding="utf-8")
