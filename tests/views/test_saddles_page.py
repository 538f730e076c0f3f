"""The page of critical points in many dimensions: its numbers are those of the simulation, its links say how many."""

from lecture import decode
from lecture.pages.saddles import Saddles
from lecture.random_hessians import positive_shares
from parameters import format_number
from tests.views.links import Links
from tests.views.opened import html, opened


def test_the_page_has_a_dot_and_a_row_for_each_size() -> None:
    shown = html(opened("page=saddles~draws_10000"))
    for _, probability, error in positive_shares(10_000):
        assert f"<td>{format_number(probability, 3)}</td><td>{format_number(error, 2)}</td>" in shown
    assert shown.count('class="saddles-simulated"') == shown.count('class="saddles-coins"') == 10


def test_other_numbers_of_matrices_are_a_link_away() -> None:
    links = Links(html(opened("page=saddles"))).found
    pages = {words: decode(links[words]["href"] or "")[0].page for words in ("10,000", "100,000", "500,000")}
    assert pages == {words: Saddles(words.replace(",", "")) for words in pages}
    assert links["100,000"]["aria-current"] == "true"
