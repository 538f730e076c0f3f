"""Many sessions on one server: each gets its own link, and what a newer change has overtaken is not computed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from benchmarks.visitor import visiting
from lecture import Lecture, decode, encode, opening
from parameters import declared
from scenes.sliders import title
from surfaces import SURFACES
from tests.conftest import Server
from tests.lecture.expensive import most_expensive
from tests.views.published_updates import links

LECTURE = replace(opening(SURFACES["himmelblau"]()), steps=100)
CHANGES = 12


def box(owner: object, field: str) -> str:
    """The label of the box for an exact value."""
    return f"{title(declared(owner)[field])}, exact value"


def test_sessions_that_open_at_once_all_get_their_page(server: Server) -> None:
    lectures = [replace(LECTURE, steps=100 + place % 3) for place in range(12)]

    def opened(lecture: Lecture) -> list[str]:
        with visiting(f"{server.url}/", encode(lecture)) as visitor:
            return links(visitor.received)

    with ThreadPoolExecutor(len(lectures)) as people:
        assert [[decode(link)[0] for link in shown] for shown in people.map(opened, lectures)] == [
            [x] for x in lectures
        ]


def test_links_that_differ_in_one_digit_stay_apart(server: Server) -> None:
    other = replace(LECTURE, steps=101)
    with visiting(f"{server.url}/", encode(LECTURE)) as one, visiting(f"{server.url}/", encode(other)) as two:
        assert [decode(link)[0] for visitor in (one, two) for link in links(visitor.received)] == [LECTURE, other]


def test_of_many_changes_at_once_only_the_last_is_computed_after_the_first(server: Server) -> None:
    with visiting(f"{server.url}/", encode(LECTURE)) as visitor:
        steps = box(Lecture, "steps")
        visitor.received.clear()
        visitor.send_all(visitor.change(steps, 1000 + turn) for turn in range(CHANGES))
        while not any(decode(link)[0].steps == 1000 + CHANGES - 1 for link in links(visitor.received)):
            visitor.receive()
        assert len(links(visitor.received)) < CHANGES


def test_a_race_that_another_slider_makes_useless_is_dropped_between_two_of_its_paths(server: Server) -> None:
    few, many, rate = 10, 1000, 0.5
    lecture = most_expensive(steps=few)
    with visiting(f"{server.url}/", encode(lecture)) as visitor:
        visitor.received.clear()
        visitor.send_all([visitor.change(box(Lecture, "steps"), many)])
        while visitor.receive().WhichOneof("type") != "new_session":
            pass
        visitor.send_all([visitor.change(box(lecture.contenders[-1].rule, "learning_rate"), rate)])
        while not links(visitor.received):
            visitor.receive()
    (shown,) = [decode(link)[0] for link in links(visitor.received)]
    assert (shown.steps, shown.contenders[-1].rule.learning_rate) == (many, rate)
