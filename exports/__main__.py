"""The command line: `python -m lecture LINK --html out.html --csv out.csv --python out.py`."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from exports import plain_code, project_code, qr_svg, table
from exports.any_encoding import say
from exports.audience.site import write_site
from exports.handout.handout import handout
from lecture.lecture import Lecture
from lecture.link.decode import decode
from lecture.link.encode import encode
from lecture.link.values import quoted
from lecture.race import race

Writer = Callable[[Lecture, str], str]


def _qr(_: Lecture, link: str) -> str:
    if "://" not in link:
        raise ValueError("A QR code needs the whole address of the lecture, beginning with https://.")
    return qr_svg(link)


def kinds(*, plotly_inside: bool = True) -> dict[str, tuple[Writer, str]]:
    """Return the kinds of files, each with its writer and what it is."""
    page = partial(handout, plotly_inside=plotly_inside)
    return {
        "html": (page, "the race as one HTML page that works offline"),
        "csv": (table, "every step of every optimizer, as a table"),
        "python": (project_code, "a script that runs the race with Downhill's modules"),
        "numpy": (plain_code, "a script that runs the race with NumPy only"),
        "qr": (_qr, "the address as a QR code, an SVG picture"),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the requested files and print the outcomes. Return 0, or 1 after printing the mistake."""
    chosen = _parser().parse_args(arguments)
    try:
        lecture, link, notes = _lecture(chosen.link)
        for path, text in list(_texts(chosen, lecture, link)):
            _write(path, text)
        if chosen.site:
            # A link to the audience's page leads from there to the app all the same.
            with _said(chosen.site):
                write_site(chosen.site, lecture, link.replace("/view?", "/?", 1))
    except ValueError as mistake:
        sys.stderr.write(f"{mistake}\n")
        return 1
    sys.stderr.writelines(f"Note: {note}\n" for note in notes)
    for entry in race(lecture):
        say(f"{entry.label}: {entry.trajectory.outcome}")
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        "python -m lecture", description="Exports a lecture to files, without a browser or a server."
    )
    parser.add_argument("link", metavar="LINK", help="the address of a lecture, or the part of it after the ?")
    for kind, (_, words) in kinds().items():
        parser.add_argument(f"--{kind}", metavar="FILE", type=Path, help=words)
    parser.add_argument(
        "--site",
        metavar="FOLDER",
        type=Path,
        help="the audience's page with all its files, for any static host",
    )
    parser.add_argument(
        "--plotly-from-cdn",
        action="store_true",
        help="make the --html page small; it then loads Plotly.js from the web",
    )
    return parser


def _lecture(text: str) -> tuple[Lecture, str, tuple[str, ...]]:
    """Return the lecture, its complete link, and notes on the corrected values."""
    if "surface=" not in text:
        raise ValueError(f"{quoted(text)} is no link to a lecture: it names no surface, as in v=1&surface=bowl")
    lecture, notes = decode(text)
    address, mark, _ = text.partition("?")
    return lecture, (address + mark if mark else "") + encode(lecture), notes


def _texts(chosen: Namespace, lecture: Lecture, link: str) -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of each file that was asked for."""
    for kind, (write, _) in kinds(plotly_inside=not chosen.plotly_from_cdn).items():
        path = getattr(chosen, kind)
        if path is not None:
            yield path, write(lecture, link)


def _write(path: Path, text: str) -> None:
    with _said(path):
        path.write_text(text, encoding="utf-8")


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """Say in a sentence why something cannot be written."""
    try:
        yield
    except OSError as reason:
        raise ValueError(f"{path} cannot be written: {reason.strerror}.") from reason


if __name__ == "__main__":
    sys.exit(main())
