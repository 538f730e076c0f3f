"""What a picture may look like, and what is refused."""

from dataclasses import replace

import pytest

from lecture import Camera, Contender, View, opening
from lecture.pages import PAGES
from lecture.view import CURVES, HIDEABLE, LAYOUTS
from optimizers import OPTIMIZERS
from parameters import declared
from surfaces import SURFACES


def test_views_are_values() -> None:
    def view() -> View:
        return View(
            3, 2.0, "relief", Camera((1.0, 2.0, 3.0)), ((0.0, 1.0), (-1.0, 1.0)), 2, hidden=frozenset({"noise"})
        )

    assert view() == view()
    assert len({view(), view(), View()}) == 2


def test_the_first_view_is_the_end_of_the_race_with_nothing_hidden() -> None:
    assert View() == View(
        None, None, LAYOUTS[0], None, None, None, frozenset(), False, None, "auto", False, frozenset(), None
    )
    assert not any(View().hides(part) for part in HIDEABLE)


def test_all_controls_are_hidden_by_one_word_but_not_the_results() -> None:
    view = View(hidden=frozenset({"controls"}))
    assert all(view.hides(part) for page in PAGES.values() for part in page.controls)
    assert not view.hides("results")
    assert View(hidden=frozenset({"noise"})).hides("noise")
    assert not View(hidden=frozenset({"noise"})).hides("steps")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"step": -1}, "step must be None or a whole number from 0 to 10000, but -1 was given"),
        ({"step": 1.5}, "step must be None or a whole number"),
        ({"speed": float("nan")}, "speed must be None or a number from 0.05 to 64, but nan was given"),
        (
            {"layout": "wall"},
            f"layout must be one of {', '.join(LAYOUTS)}, but 'wall' was given",
        ),
        (
            {"curve": "loss"},
            f"curve must be one of {', '.join(CURVES)}, but 'loss' was given",
        ),
        ({"unseen": frozenset({"8"})}, "unseen must be a frozenset of any of 0, 1, 2, 3, 4, 5, 6, 7"),
        ({"hidden": frozenset({"all"})}, "hidden must be a frozenset of any of surface, contenders, "),
        ({"hidden": ("noise",)}, "hidden must be a frozenset of any of "),
        ({"focus": 8}, "focus must be None or a whole number from 0 to 7, but 8 was given"),
        (
            {"zoom": ((1.0, 0.0), (0.0, 1.0))},
            "zoom must be None or the two ends of x and of y",
        ),
        ({"zoom": ((0.0, 1.0), (0.0, float("inf")))}, "zoom must be None or the two ends of x and of y"),
        (
            {"zoom": 1.0},
            "each a number from -1e+09 to 1e+09, but 1.0 was given",
        ),
        ({"presentation": 1}, "presentation must be True or False"),
        ({"lesson": "<b>"}, "lesson must be None or the key of a lesson, but '<b>' was given"),
    ],
)
def test_a_view_that_no_page_can_show_cannot_be_made(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=r"^View: ") as refusal:
        replace(View(), **change)  # type: ignore[arg-type]
    assert words in str(refusal.value)


@pytest.mark.parametrize("eye", [(1.0, 2.0), (1.0, 2.0, float("nan")), [1.0, 2.0, 3.0], None])
def test_a_camera_stands_at_three_numbers(eye: object) -> None:
    with pytest.raises(ValueError, match=r"^View: camera must be None or nine numbers"):
        View(camera=Camera(eye))  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "verdict"), [("a-1", True), ("", False), ("A", False), ("a--b", False), ("é", False)])
def test_keys_of_lessons(text: str, verdict: bool) -> None:
    assert declared(View)["lesson"].accepts(text) is verdict


def test_every_contender_has_a_colour_of_its_own() -> None:
    sgd = OPTIMIZERS["sgd"]()
    with pytest.raises(ValueError, match="slot must be a whole number from 0 to 7, but 8 was given"):
        Contender(sgd, slot=8)
    with pytest.raises(ValueError, match=r"every contender needs a slot of its own, but \[0, 0\] were given"):
        replace(opening(SURFACES["bowl"]()), contenders=(Contender(sgd), Contender(sgd)))


def test_a_start_is_a_pair() -> None:
    with pytest.raises(
        ValueError,
        match=r"start must be a pair of numbers, .*, but \(1.0,\) was given",
    ):
        replace(opening(SURFACES["bowl"]()), start=(1.0,))  # type: ignore[arg-type]
