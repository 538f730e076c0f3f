"""`python -m lecture`: files, and sentences where there are none."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from exports import plain_code, project_code, qr_svg, table
from exports.__main__ import kinds, main
from exports.handout.handout import handout
from lecture import Contender, Lecture, encode, opening, race
from lecture.pages import PAGES
from optimizers.momentum import Momentum
from surfaces import SURFACES
from tests.conftest import ROOT

LECTURE = opening(SURFACES["saddle"]())
LINK = "https://downhill.example/?" + encode(LECTURE)


def test_it_writes_what_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {kind: tmp_path / kind for kind in kinds()}
    assert main([LINK, *(word for kind, path in files.items() for word in (f"--{kind}", str(path)))]) == 0
    written = {kind: path.read_text(encoding="utf-8") for kind, path in files.items()}
    assert written["csv"] == table(LECTURE, LINK)
    assert written["python"] == project_code(LECTURE, LINK)
    assert written["numpy"] == plain_code(LECTURE, LINK)
    assert written["qr"] == qr_svg(LINK)
    assert written["html"].startswith("<!doctype html>")
    told = capsys.readouterr()
    assert told.out.splitlines() == [f"{entry.label}: {entry.trajectory.outcome}" for entry in race(LECTURE)]
    assert told.err == ""


def test_it_writes_a_site_that_needs_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "site"
    assert main([LINK.replace("/?", "/view?"), "--site", str(folder)]) == 0
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert f'href="{escape(LINK)}"' in page, "it leads to the app"
    scripts = re.findall(r'data-files="([^"]+)"', page)[0].split()
    fetched = [*scripts, *re.findall(r'<link [^>]*href="((?!data:)[^"]+)"', page), "preview.png"]
    assert len(fetched) == 6
    written = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert written == {"index.html", *fetched}


@pytest.mark.parametrize("page", PAGES)
def test_a_site_of_every_page_has_the_files_that_it_names(tmp_path: Path, page: str) -> None:
    assert main([encode(replace(LECTURE, page=PAGES[page]())), "--site", str(tmp_path)]) == 0
    (scripts,) = re.findall(r'data-files="([^"]+)"', (tmp_path / "index.html").read_text(encoding="utf-8"))
    assert all((tmp_path / script).is_file() for script in scripts.split())


def test_a_correction_is_a_note_and_the_files_carry_the_corrected_link(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["surface=saddle&steps=0", "--csv", str(tmp_path / "out.csv")]) == 0
    assert capsys.readouterr().err == "Note: steps = 0 is outside 1 to 5000; showing 1.\n"
    assert "steps=1&" in (tmp_path / "out.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["hello"], "hello is no link to a lecture: it names no surface, as in v=1&surface=bowl"),
        ([LINK, "--csv", "nowhere/at/all.csv"], "cannot be written: No such file or directory."),
        ([LINK, "--html", "."], "cannot be written: Is a directory."),
        ([LINK, "--site", "/dev/null"], "cannot be written: File exists."),
        (
            ["surface=bowl", "--qr", "qr.svg"],
            "A QR code needs the whole address of the lecture, beginning with https://.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_half_done(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert told.err.strip().endswith(sentence)
    assert "Traceback" not in told.err
    assert told.out == ""
    assert list(tmp_path.iterdir()) == []


def test_it_runs_as_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lecture", LINK], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert len(done.stdout.splitlines()) == 4


def twins() -> Lecture:
    """Two contenders whose names have letters that few encodings have."""
    rules = (Momentum(beta1=beta1) for beta1 in (0.5, 0.9))
    return replace(LECTURE, contenders=tuple(Contender(rule, slot=slot) for slot, rule in enumerate(rules)))


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-8", "utf-16"])
def test_whatever_is_printed_prints_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    scripts = {kind: tmp_path / f"race_{kind}.py" for kind in ("python", "numpy")}
    asked = [word for kind, path in scripts.items() for word in (f"--{kind}", str(path))]
    commands = [[sys.executable, "-m", "lecture", encode(twins()), *asked]]
    commands += [[sys.executable, str(path)] for path in scripts.values()]
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    for command in commands:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, env=environment, check=False)
        assert done.returncode == 0, done.stderr.decode(encoding)
        told = done.stdout.decode(encoding)
        assert len(told.splitlines()) == 2
        assert "\\u" not in told, "letters that nobody can read"


def test_it_needs_neither_streamlit_nor_plotly() -> None:
    code = "import sys, exports.__main__; sys.exit(bool({'streamlit', 'plotly', 'starlette'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_handout_names_the_picture_and_every_outcome() -> None:
    lecture = replace(LECTURE, noise=0.25, seed=7)
    text = unescape(handout(lecture, LINK))
    assert "gradient noise σ 0.25, the same for all, seed 7" in text
    assert LINK in text
    for entry in race(lecture):
        assert entry.label in text
        assert entry.trajectory.outcome.sentence in text


def test_plotly_js_can_stay_on_the_web(tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    assert main([LINK, "--html", str(out), "--plotly-from-cdn"]) == 0
    assert out.read_text(encoding="utf-8") == handout(LECTURE, LINK, plotly_inside=False)


def test_nothing_in_a_link_is_html_in_the_handout(tmp_path: Path) -> None:
    def tags(link: str) -> list[str]:
        found: list[str] = []

        class Tags(HTMLParser):
            def handle_starttag(self, tag: str, attrs: object) -> None:
                found.append(tag)

        out = tmp_path / "out.html"
        assert main([link, "--html", str(out), "--plotly-from-cdn"]) == 0
        Tags().feed(out.read_text(encoding="utf-8"))
        return found

    hostile = "https://x/<script>alert(1)</script>?surface=saddle&c0=<img src=x>"
    assert tags(hostile) == tags("https://x/?surface=saddle&c0=x")
