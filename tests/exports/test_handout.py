"""The handout as a file: small, well-formed, complete, and silent on the network."""

import json
import re
import tomllib
import zlib
from base64 import b85decode
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import plotly.graph_objects as go
import plotly.io
import pytest

from exports.handout import handout as module
from exports.handout.bundle import joined_script, kernels_script
from exports.handout.handout import OPEN, handout
from exports.handout.style_sheet import style_sheet
from lecture import Lecture, View, encode, opening, race
from lecture.lessons import LESSONS
from optimizers import OPTIMIZERS
from parameters import format_number
from scenes.blobs import unpack
from scenes.plotly_js import plotly_js
from surfaces import SURFACES, Formula
from tests.conftest import ROOT

LECTURE = opening(SURFACES["himmelblau"]())
LINK = "https://downhill.example/?" + encode(LECTURE)
VOID = {"meta", "link", "img", "br", "hr", "input"}
FETCHING = {"src", "href", "srcset", "data", "action", "poster", "background"}

PICTURES = {f"surface {key}": opening(surface()) for key, surface in SURFACES.items()} | {
    f"lesson {key}": lesson.lecture for key, lesson in LESSONS.items()
}


def unpacked(text: str) -> Any:
    """What a handout holds packed."""
    return json.loads(zlib.decompress(b85decode(json.loads(text))))


class Parsed(HTMLParser):
    """Elements of a page with their attributes and text; a tag that closes another element is a fault."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        key = self.elements[-1][1].get("id", "") if self.open and self.open[-1] == "script" else "words"
        self.texts[key] = self.texts.get(key, "") + data

    def fetched(self) -> Iterator[str]:
        """What a browser may ask the network for."""
        for tag, attributes in self.elements:
            yield from (value for name, value in attributes.items() if name in FETCHING and tag != "a")


@pytest.fixture(scope="module")
def small() -> Parsed:
    return Parsed(handout(LECTURE, LINK, plotly_inside=False))


def test_a_typed_formula_brings_its_own_kernels() -> None:
    surface = Formula(expression="x^2 + a y^2", a=4.0)
    page = Parsed(handout(opening(surface), LINK, plotly_inside=False))
    packed = unpacked(page.texts["player"])
    assert packed["script"].startswith(kernels_script(surface.expression))
    assert kernels_script(surface.expression) != kernels_script()
    (ground,) = (ground for ground in packed["catalogue"]["surfaces"] if ground["facts"]["key"] == "formula")
    assert ground["facts"]["parameters"]["a"] == 4.0


@pytest.mark.parametrize("name", PICTURES)
def test_it_is_small_without_plotly_js(name: str) -> None:
    lecture = PICTURES[name]
    page = handout(lecture, "https://downhill.example/?" + encode(lecture), plotly_inside=False)
    assert len(page.encode()) < 400_000


def test_it_is_well_formed(small: Parsed) -> None:
    assert small.faults == []
    assert small.open == []


def test_nothing_is_fetched_with_plotly_js_inside() -> None:
    page = handout(LECTURE, LINK)
    assert list(Parsed(page).fetched()) == []
    ours = page.replace(plotly_js(), "")
    assert len(ours) < len(page) - 1_000_000, "Plotly.js stands in it as it was installed"
    addresses = set(re.findall(r"(?:https?:)?//[\w-]+\.[\w./-]+", re.sub(r'\bxmlns="[^"]*"', "", ours)))
    assert addresses == {"https://downhill.example/"}
    assert "url(" not in ours
    assert "@import" not in ours


def test_the_link_to_plotly_js_is_the_one_that_plotly_itself_makes(small: Parsed) -> None:
    theirs = Parsed(plotly.io.to_html(go.Figure(), include_plotlyjs="cdn"))  # type: ignore[arg-type]
    [wanted] = [attributes for tag, attributes in theirs.elements if tag == "script" and "src" in attributes]
    [ours] = [attributes for tag, attributes in small.elements if tag == "script" and "src" in attributes]
    assert ours == {name: value for name, value in wanted.items() if name != "charset"}


def test_its_words_name_the_picture(small: Parsed) -> None:
    words = small.texts["words"]
    assert words.count(LINK) == 2, "the link, and the citation"
    assert "Cite as: Downhill: Himmelblau" in words
    assert ("a", {"href": LINK, "target": "_blank", "rel": "noopener noreferrer"}) in small.elements
    assert "math" in {tag for tag, _ in small.elements}
    for entry in race(LECTURE):
        assert entry.label in words
        assert entry.trajectory.outcome.sentence in words
        assert format_number(entry.trajectory.values[-1], 4) in words


def test_the_player_in_it_is_the_player(small: Parsed) -> None:
    packed = unpacked(small.texts["player"])
    assert packed["script"] == kernels_script() + joined_script("pages/race.js", OPEN)
    assert re.sub(r"\s", "", packed["style"]) == re.sub(r"/\*.*?\*/|\s", "", style_sheet(), flags=re.DOTALL)


def test_its_blobs_hold_the_race_to_the_last_bit(small: Parsed) -> None:
    scene = unpacked(small.texts["scene"])
    blobs = {bytes_[:16].decode(): unpack(bytes_) for bytes_ in map(b85decode, json.loads(small.texts["blobs"]))}
    assert blobs.keys() == {*scene["blobs"].values()}
    for entry, contender in zip(race(LECTURE), scene["content"]["contenders"], strict=True):
        _, arrays = blobs[scene["blobs"][contender["id"]]]
        np.testing.assert_array_equal(arrays["points"], entry.trajectory.points)
        np.testing.assert_array_equal(arrays["values"], entry.trajectory.values)
        assert contender["label"] == entry.label


def test_it_opens_as_the_lecture_is_looked_at() -> None:
    lecture = replace(LECTURE, view=View(step=7, speed=0.5, layout="relief-loss", zoom=((0.0, 1.0), (2.0, 3.0))))
    view = unpacked(Parsed(handout(lecture, LINK, plotly_inside=False)).texts["scene"])["view"]
    shown = {name: view[name] for name in ("step", "speed", "layout", "zoom")}
    assert shown == {"step": 7, "speed": 0.5, "layout": "relief-loss", "zoom": [[0.0, 1.0], [2.0, 3.0]]}


@pytest.mark.parametrize(("hidden", "revealed"), [(frozenset(), True), (frozenset({"results"}), False)])
def test_results_that_are_kept_from_students_have_to_be_opened(hidden: frozenset[str], revealed: bool) -> None:
    page = Parsed(handout(replace(LECTURE, view=View(hidden=hidden)), LINK, plotly_inside=False))
    assert (("details", {"id": "results", "open": ""}) in page.elements) is revealed
    assert ("template" in {tag for tag, _ in page.elements}) is not revealed, (
        "what is in a template is no part of a page"
    )


def test_names_are_text_wherever_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "</script><img src=x> {{scene}} <!--<script>"
    monkeypatch.setattr(OPTIMIZERS["sgd"], "title", hostile)
    page = Parsed(handout(_of_one(), LINK, plotly_inside=False))
    assert page.faults == []
    assert "img" not in {tag for tag, _ in page.elements}
    assert hostile in page.texts["words"]
    assert unpacked(page.texts["scene"])["content"]["contenders"][0]["label"] == hostile


@pytest.mark.parametrize("link", ["javascript:alert(1)", "v=1&surface=bowl", "//host/?surface=bowl"])
def test_what_is_no_address_of_a_page_is_not_followed(link: str) -> None:
    page = Parsed(handout(LECTURE, link, plotly_inside=False))
    assert "a" not in {tag for tag, _ in page.elements}
    assert link in page.texts["words"]


def test_its_colours_are_those_of_the_app() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    page = Path(module.__file__).with_name("page.css").read_text(encoding="utf-8")
    light, dark = page.split("prefers-color-scheme: dark")
    for text, theme in ((light, settings["light"]), (dark, settings["dark"])):
        for name, color in theme.items():
            variable = re.sub(r"[A-Z]", lambda capital: "-" + capital[0].lower(), name)
            assert f"--st-{variable}: {color};" in text


def _of_one() -> Lecture:
    """A race of SGD alone, of a length no other test has, so that its words are not remembered."""
    return replace(LECTURE, contenders=LECTURE.contenders[:1], steps=23)
