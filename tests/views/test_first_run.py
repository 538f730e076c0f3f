"""What a session draws in its first run is drawn once for all who begin alike; each goes on by itself."""

import json
from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

from benchmarks.visitor import Visitor, visiting
from lecture import Lecture, decode, encode, opening
from parameters import declared
from scenes.sliders import title
from surfaces import SURFACES
from tests.conftest import Server, free_port, serving
from tests.views import counted_part
from tests.views.published_updates import updates

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


def name_of(visitor: Visitor) -> str:
    """The name of a visitor's session."""
    (name,) = {update["session"] for update in updates(visitor.received)}
    return name


def drawn_by(visitor: Visitor) -> list[bytes]:
    """What a visitor received of the page, without the name of the session, and the hashes that follow from it."""
    name = name_of(visitor).encode()
    return [
        message.delta.SerializeToString().replace(name, b"") + message.metadata.SerializeToString()
        for message in visitor.received
        if message.WhichOneof("type") == "delta"
    ]


def hashes(visitor: Visitor) -> list[str]:
    """The hashes of the messages that hold the name of the visitor's session."""
    name = name_of(visitor).encode()
    return [message.hash for message in visitor.received if message.hash and name in message.delta.SerializeToString()]


def is_controls(message: ForwardMsg) -> bool:
    return message.delta.add_block.id.endswith("-controls")


AGENTS = {"Mozilla/5.0": True, "a webview": False}
"""What clients call themselves, and whether each is a browser that is waited for."""


@pytest.mark.parametrize("agent", AGENTS)
def test_a_page_that_was_drawn_for_another_session_is_the_same_and_works(server: Server, agent: str) -> None:
    url, link = f"{server.url}/", encode(replace(LECTURE, steps=109))
    with ExitStack() as visits:
        first, second, third = (visits.enter_context(visiting(url, link, agent)) for _ in range(3))
        assert len({name_of(visitor) for visitor in (first, second, third)}) == 3
        assert len(hashes(first)) > 0
        assert not set(hashes(first)) & set(hashes(second)) | set(hashes(second)) & set(hashes(third))
        assert any(map(is_controls, second.received))
        assert len(drawn_by(first)) > 70
        assert drawn_by(first) == drawn_by(second) == drawn_by(third)
        for visitor, steps in ((second, 120), (first, 130), (third, 140)):
            name = name_of(visitor)
            visitor.turn(STEPS, steps)
            (update,) = updates(visitor.received)
            assert decode(update["link"])[0] == replace(LECTURE, steps=steps)
            assert update["session"] == name


def test_a_browser_gets_a_page_that_says_when_it_is_drawn_and_others_do_not(server: Server) -> None:
    url, link = f"{server.url}/", encode(replace(LECTURE, steps=108))
    for agent, awaited in [*AGENTS.items(), *AGENTS.items()]:
        with visiting(url, link, agent) as visitor:
            shown = [message.delta.new_element.bidi_component for message in visitor.received]
            (player,) = [json.loads(one.json) for one in shown if one.component_name == "downhill_player"]
            assert player["awaited"] == (name_of(visitor) if awaited else None)


@pytest.mark.parametrize("agent", AGENTS)
def test_a_page_drawn_again_is_the_one_that_is_drawn_where_nothing_is_kept(tmp_path: Path, agent: str) -> None:
    link = encode(replace(LECTURE, steps=110))
    drawn = []
    for name, before in (("again", 1), ("anew", 0)):
        (tmp_path / name).mkdir()
        with serving(tmp_path / name, free_port()) as server:
            for _ in range(before):
                with visiting(f"{server.url}/", link, agent):
                    pass
            with visiting(f"{server.url}/", link, agent) as visitor:
                drawn.append(drawn_by(visitor))
    assert drawn[0] == drawn[1]
