"""The code that a phone scans is the link."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
import zxingcpp

from exports import qr_svg
from lecture import encode, opening
from lecture.lessons import LESSONS
from surfaces import SURFACES
from tests.lecture.longest import longest

BASE = "https://downhill.example/?"


def drawn(svg: str, scale: int = 3) -> np.ndarray:
    """The picture as grey levels: what SVG says of a path with horizontal strokes one unit thick."""
    root = ET.fromstring(svg)
    *_, width, height = (int(n) for n in root.attrib["viewBox"].split())
    picture = np.full((height, width), 255, dtype=np.uint8)
    (strokes,) = [e.attrib["d"] for e in root.iter() if e.attrib.get("stroke") == "#000"]
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", strokes):
        values = [float(n) for n in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            picture[int(y), int(x) : int(x + values[0])] = 0
            x += values[0]
        else:
            x, y = values if command == "M" else (x + values[0], y + values[1])
    return np.kron(picture, np.ones((scale, scale), dtype=np.uint8))


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS)
def test_it_scans_back_to_the_link(lesson: object) -> None:
    address = BASE + encode(lesson.lecture)  # type: ignore[attr-defined]
    (found,) = zxingcpp.read_barcodes(drawn(qr_svg(address)))
    assert found.text == address


def test_the_longest_link_scans_too() -> None:
    address = BASE + encode(longest(1.2345678901234567))
    (found,) = zxingcpp.read_barcodes(drawn(qr_svg(address)))
    assert found.text == address


def test_it_is_dark_on_white_with_the_margin_that_scanners_need() -> None:
    picture = drawn(qr_svg(BASE + encode(opening(SURFACES["bowl"]()))), scale=1)
    assert picture[:4].min() == picture[:, :4].min() == picture[-4:].min() == picture[:, -4:].min() == 255
    assert picture[4, 4:11].max() == 0, "the upper edge of the first corner mark"
    assert 'fill="#fff"' in qr_svg(BASE)


def test_an_address_that_no_code_holds_is_said() -> None:
    with pytest.raises(ValueError, match="An address of 4,000 characters is too long"):
        qr_svg("x" * 4000)
