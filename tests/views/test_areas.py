"""The areas of a page, as the script makes them before it has filled them."""

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block


@pytest.mark.parametrize(("alone", "held"), [(False, [0, 1, 0]), (True, [0, 0, 0])])
def test_the_controls_have_their_place_before_they_come_unless_there_are_none(alone: bool, held: list[int]):
    page = AppTest.from_string(f"from views.areas import areas\nareas(alone={alone})").run()
    assert not page.exception
    (frame,) = page.main.children.values()
    assert isinstance(frame, Block)
    areas = [block for block in frame.children.values() if isinstance(block, Block)]
    assert [len(area.children) for area in areas] == held, "Streamlit shows none that holds nothing"
