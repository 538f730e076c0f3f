"""The audience's page as a folder for any static host; it opens from a disk too."""

from pathlib import Path

from exports.audience import files
from exports.audience.page import audience_page
from exports.audience.preview import picture
from lecture.lecture import Lecture
from scenes.plotly_js import plotly_js_file

PAGE, PICTURE = "index.html", "preview.png"


def write_site(folder: Path, lecture: Lecture, link: str) -> None:
    """Write the page, the picture of its preview, and the files that it needs, all by relative addresses.

    The files lie in a folder that names their version: a host may have them kept for ever, and several pages share
    them. Raises OSError where something cannot be written.
    """
    _write(folder / PAGE, audience_page(lecture, link, _address, PICTURE).encode())
    _write(folder / PICTURE, picture(lecture))
    for name in files.needed(lecture):
        content = plotly_js_file().read_bytes() if name == files.PLOTLY else files.find(name)
        assert content is not None
        _write(folder / _address(name), content)


def _address(name: str) -> str:
    return f"downhill/{files.version()}/{name}"


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
