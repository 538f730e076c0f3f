"""The page of the averages in Streamlit: what its controls change, and what it says of text that is no numbers."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from lecture import encode, opening
from lecture.pages.averages import Averages
from surfaces import SURFACES
from tests.views.opened import opened
from views import session
from views.session import widget_key

PASTED = widget_key("pasted text")


def settings(app: AppTest) -> Averages:
    """The settings that the page shows now."""
    return app.session_state["lecture"].page


def test_a_slider_sets_its_own_beta() -> None:
    app = opened("page=averages")
    app.select_slider(key=widget_key("page averages.beta_2 slider")).set_value(0.95).run()
    assert settings(app) == Averages(beta_2=0.95)


def test_numbers_are_pasted() -> None:
    app = opened("page=averages~series_pasted")
    app.text_area(key=PASTED).set_value("1, 2.5\n-3").run()
    assert settings(app) == Averages(series="pasted", pasted=((1.0,), (2.5,), (-3.0,)))


def test_what_is_no_number_is_named_and_nothing_is_lost() -> None:
    app = opened("page=averages~series_pasted~pasted_1_2")
    app.text_area(key=PASTED).set_value("1\n2 x").run()
    assert [error.value for error in app.error] == ["Line 2: “x” is not a number."]
    assert app.text_area(key=PASTED).value == "1\n2 x"
    assert settings(app).pasted == ((1.0,), (2.0,))
    app.text_area(key=PASTED).set_value("1\n2 3").run()
    assert not app.error
    assert settings(app).pasted == ((1.0,), (2.0,), (3.0,))


def test_another_series_has_no_moved_days() -> None:
    app = opened("page=averages~moved_3_20")
    app.selectbox(key=widget_key("series")).set_value("ramp").run()
    assert settings(app) == Averages(series="ramp")


def test_moved_days_are_put_back() -> None:
    app = opened("page=averages~moved_3_20")
    (button,) = (button for button in app.button if button.label == "Put the moved days back")
    button.click().run()
    assert settings(app) == Averages()


def test_reset_stays_on_the_page() -> None:
    app = opened("page=averages~beta-1_0.7~series_step")
    app.button(key="reset").click().run()
    assert settings(app) == Averages()


@pytest.mark.parametrize("group", Averages.controls)
def test_a_group_of_controls_can_be_hidden(group: str) -> None:
    app = opened(f"page=averages&hide={group}")
    labels = [widget.label for widget in (*app.selectbox, *app.select_slider)]
    assert ("Series" in labels) is (group != "series")
    assert any("average" in label for label in labels) is (group != "averages")


def test_going_back_brings_back_numbers_that_no_link_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session.st, "session_state", {})
    lecture = opening(SURFACES["bowl"]())
    pages = [Averages(series="pasted", pasted=((value,),) * 2000) for value in (0.125, 0.25)]
    first, second = (encode(replace(lecture, page=page)) for page in pages)
    for page in pages:
        session.change(lambda _, page=page: replace(lecture, page=page))
    session.open_link(first)
    assert session.current().page == pages[0], "those that were pasted for this link, not those pasted last"
    session.open_link(second)
    assert session.current().page == pages[1]
    assert not session.st.session_state["notes of the link"]


def test_numbers_that_this_session_never_had_are_missed_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session.st, "session_state", {})
    lecture = opening(SURFACES["bowl"]())
    page = Averages(series="pasted", pasted=((0.125,),) * 2000)
    session.change(lambda _: replace(lecture, page=replace(page, pasted=((1.0,),) * 2000)))
    session.open_link(encode(replace(lecture, page=page)))
    assert session.current().page == replace(page, pasted=())
    assert session.st.session_state["notes of the link"]
