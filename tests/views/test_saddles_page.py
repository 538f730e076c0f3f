"""The page of critical points in many dimensions: its numbers are those of the simulation, its links say how many."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from lecture import decode
from lecture.pages.saddles import Saddles
from lecture.random_hessians import positive_shares
from parameters import format_number
from tests.views.links import Links

SCRIPT = Path(__file__).resolve().parents[2] / "views" / "script" / "main.py"


def html(query: str) -> str:
    """All HTML of the page that a link opens."""
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["page"] = query
    app = app.run()
    assert not app.exception
    return "".join(part.proto.body for part in app.get("html"))


def test_the_page_has_a_dot_and_a_row_for_each_size() -> None:
    shown = html("saddles~draws_10000")
    for _, probability, error in positive_shares(10_000):
        assert f"<td>{format_number(probability, 3)}</td><td>{format_number(error, 2)}</td>" in shown
    assert shown.count('class="saddles-simulated"') == shown.count('class="saddles-coins"') == 10


def test_other_numbers_of_matrices_are_a_link_away() -> None:
    links = Links(html("saddles")).found
    opened = {words: decode(links[words]["href"] or "")[0].page for words in ("10,000", "100,000", "500,000")}
    assert opened == {words: Saddles(words.replace(",", "")) for words in opened}
    assert links["100,000"]["aria-current"] == "true"
