"""The audience's page: the living handout of a link, whose program is in files that all such pages share (files.py).

The document holds the scene, the arrays and the controls of its link, and nothing that runs but the loader, which is
the same in all of them: a policy can name it by its hash, and forbid every other script that stands in a document.
"""

import json
from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import quote

from exports.audience.files import STYLE, scripts
from exports.audience.preview import description
from exports.audience.sheet import HEIGHT, WIDTH
from exports.handout.bundle import FRONTEND, in_script
from exports.handout.page import body, filled
from exports.handout.text import is_address
from exports.pages import module_of, pictured
from lecture.lecture import Lecture
from scenes.plotly_js import digest, style_digests
from scenes.scene import build

_HERE = Path(__file__).parent

BLOBS = b'id="blobs">'
"""What stands before the last part of the page: its arrays, which are compressed."""


def audience_page(
    lecture: Lecture,
    link: str,
    address: Callable[[str], str],
    picture: str,
    notes: Sequence[str] = (),
) -> str:
    """Write the page of a lecture.

    `link` is that of the full app, or its query alone where no address is known; `address` gives that of each shared
    file by its name, and `picture` that of the preview. `notes` say what the link asked for in vain.
    """
    lecture = pictured(lecture)
    scene = build(lecture, fill=lecture.view.presentation, compact=True)
    page = module_of(lecture.page)
    said = page.words(lecture, link)
    return filled(
        _HERE / "view.html",
        {
            "title": said["title"],
            "body": body(said, _full_app(link) + _notes(notes)),
            "description": escape(description(lecture)),
            "picture": _picture(picture),
            "scripts": escape(" ".join(map(address, scripts(lecture)))),
            "loader": loader(),
            "icon": escape(_icon()),
            "style": escape(address(STYLE)),
            "alone": ' class="presentation"' if lecture.view.presentation else "",
            "scene": _json({"scene": scene.json(), "living": page.living(lecture)}),
            "blobs": _json([b64encode(blob).decode() for blob in scene.blobs.values()]),
        },
    )


@cache
def loader() -> str:
    """The script of every page, which loads the others, again and again where the network fails."""
    return (_HERE / "loader.js").read_text(encoding="utf-8")


@cache
def policy() -> str:
    """The content security policy of every page: its files, its loader and what that loads, and nothing else.

    Browsers that do not know 'strict-dynamic' take 'self' in its place. Plotly.js makes elements for its styles. Stills
    are drawn as images of data and blobs, and workers are given their program as one.
    """
    styles = " ".join(f"'{each}'" for each in style_digests())
    rules = {
        "default-src": "'none'",
        "script-src": f"'{digest(loader())}' 'strict-dynamic' 'self'",
        "style-src": f"'self' {styles}",
        "img-src": "'self' data: blob:",
        "worker-src": "blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


@cache
def _icon() -> str:
    """The icon of the tab, small enough to stand in the document: a class fetches one file less each."""
    return "data:image/svg+xml," + quote((FRONTEND / "icon.svg").read_text(encoding="utf-8").replace("\n", " "))


def _picture(address: str) -> str:
    facts = {"og:image": address, "og:image:width": WIDTH, "og:image:height": HEIGHT}
    tags = [f'<meta property="{name}" content="{escape(str(value))}">\n' for name, value in facts.items()]
    return "".join(tags) + '<meta name="twitter:card" content="summary_large_image">\n'


def _full_app(link: str) -> str:
    if not is_address(link):
        return ""
    return f'<p id="full-app"><a href="{escape(link)}">Open in the full app</a></p>\n'


def _notes(notes: Sequence[str]) -> str:
    if not notes:
        return ""
    said = escape("This link asked for something that cannot be shown. " + " ".join(notes))
    return f'<p class="note" role="note">{said}</p>\n'


def _json(value: object) -> str:
    return in_script(json.dumps(value, ensure_ascii=False, allow_nan=False))
