"""The scene of the averages: the series as a blob, and which averages of it are drawn. The browser walks them."""

from typing import Any

from lecture import Lecture
from lecture.caption import caption
from lecture.link.values import LEFT_OUT, encode_value
from lecture.pages.averages import MAX_MOVED, Averages
from lecture.series import Series, series
from parameters import declared
from scenes.blobs import pack
from scenes.palette import stroke
from scenes.terms import values


def content(lecture: Lecture, *, compact: bool = False) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The scene's JSON, and the series: `values` (T,) and, where it is known, `noise` (T,), to the last bit."""
    page = page_of(lecture)
    described = {
        "title": page.series_in_words,
        "unit": "°C" if page.series == "temperatures" else "",
        "settings": list(caption(lecture)),
        "terms": {field: value for field, value in values(page).items() if field not in ("moved", "pasted")},
        "averages": [
            {"beta": f"beta_{number}", "curves": average.curves, "slot": slot, **_look(slot)}
            for slot, (number, average) in enumerate(zip((1, 2, 3), page.averages, strict=True))
        ],
        "fixed": lecture.view.hides("series"),
        "moved": [day for day, _ in page.moved],
        "room": MAX_MOVED - len(page.moved),
    }
    return described, {"series": _series_blob(series(page))}


def page_of(lecture: Lecture) -> Averages:
    """The settings of the page, of a lecture that shows it."""
    assert isinstance(lecture.page, Averages)
    return lecture.page


def extras(lecture: Lecture) -> dict[str, Any]:
    """The sentences that the settings call for."""
    page = page_of(lecture)
    lacks = encode_value(declared(page)["pasted"], page.pasted).startswith(LEFT_OUT)
    return {"sentences": {"lacks": _LACKS if lacks else None}}


_LACKS = (
    "The address of this page lacks the pasted numbers: they are too many for a link. "
    "The handout holds them all (Share, Download)."
)


def _look(slot: int) -> dict[str, str]:
    drawn = stroke(slot)
    return {"color": drawn.color, "dash": drawn.dash}


def _series_blob(made: Series) -> bytes:
    known = {} if made.noise is None else {"noise": made.noise}
    return pack({"kind": "series"}, {"values": made.values, **known})
