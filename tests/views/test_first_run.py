"""What a session draws in its first run is drawn once for all who begin alike; each goes on by itself."""

from collections.abc import Generator
from dataclasses import replace

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

from benchmarks.visitor import Visitor, visiting
from lecture import Lecture, decode, encode, opening
from parameters import declared
from scenes.sliders import title
from surfaces import SURFACES
from tests.conftest import Server
from tests.views import counted_part
from tests.views.published_updates import links

LECTURE = replace(opening(SURFACES["himmelblau"]()), steps=107)
STEPS = f"{title(declared(Lecture)['steps'])}, exact value"


@pytest.fixture
def drawn() -> Generator[list[int]]:
    """The steps of every lecture that the part was drawn for in this test."""
    counted_part.drawn.clear()
    yield counted_part.drawn
    counted_part.drawn.clear()


def script(steps: int) -> None:
    """A page of that part, begun as views/script/main.py begins; AppTest runs the text of this function."""
    from dataclasses import replace  # noqa: PLC0415

    import streamlit as st  # noqa: PLC0415

    from lecture import opening  # noqa: PLC0415
    from surfaces import SURFACES  # noqa: PLC0415
    from tests.views.counted_part import part  # noqa: PLC0415
    from views import first_run  # noqa: PLC0415

    first_run.begin()
    with st.container():
        part(replace(opening(SURFACES["bowl"]()), steps=steps))


def opened(steps: int, **state: object) -> AppTest:
    """Open the page in a session that holds this state before."""
    page = AppTest.from_function(script, args=(steps,))
    for name, value in state.items():
        page.session_state[name] = value
    page = page.run()
    assert not page.exception
    return page


def test_a_part_is_drawn_for_the_first_session_and_works_in_the_second(drawn: list[int]) -> None:
    first, second = opened(11), opened(11)
    assert drawn == [11]
    assert [page.session_state["noted"] for page in (first, second)] == [11, 11]
    assert [text.value for text in second.text] == ["inside is 1"]
    second = second.number_input(key="outside").set_value(12).run()
    assert second.session_state["heard"] == 12
    second = second.number_input(key="inside").set_value(5).run()
    assert [text.value for text in second.text] == ["inside is 5"]
    assert second.number_input(key="outside").value == 12
    assert drawn == [11, 11, 11], "after its first run each session draws itself"
    first = first.run()
    assert "heard" not in first.session_state
    assert first.number_input(key="outside").value == 11


def test_sessions_that_begin_with_another_lecture_draw_it(drawn: list[int]) -> None:
    assert [opened(steps).number_input(key="outside").value for steps in (21, 22, 21)] == [21, 22, 21]
    assert drawn == [21, 22]


def test_a_session_in_which_something_is_set_already_draws_itself(drawn: list[int]) -> None:
    opened(31)
    assert opened(31, outside=32).number_input(key="outside").value == 32
    assert drawn == [31, 31]


def controls(visitor: Visitor) -> list[ForwardMsg]:
    """What a visitor received of the column of controls."""
    place = next(message.metadata.delta_path for message in visitor.received if is_controls(message))
    return [message for message in visitor.received if message.metadata.delta_path[: len(place)] == place]


def is_controls(message: ForwardMsg) -> bool:
    return message.delta.add_block.id.endswith("-controls")


def test_controls_that_were_drawn_for_another_session_are_the_same_and_work(server: Server) -> None:
    url, link = f"{server.url}/", encode(LECTURE)
    with visiting(url, link) as first, visiting(url, link) as second:
        assert len(controls(first)) > 50
        assert controls(first) == controls(second)
        for visitor, steps in ((second, 120), (first, 130)):
            visitor.turn(STEPS, steps)
            assert [decode(shown)[0] for shown in links(visitor.received)] == [replace(LECTURE, steps=steps)]
