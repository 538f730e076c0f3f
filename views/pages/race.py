"""The page of the race: the picture, the controls beside it, and the results below."""

import streamlit as st

from lecture import Lecture
from views import first_picture
from views.areas import areas
from views.components import critical_points, sentences, table
from views.controls.contenders import contender_controls
from views.controls.run import run_controls
from views.controls.surface import surface_controls
from views.first_run import drawn_once
from views.picture_area import picture_area
from views.toolbar import toolbar


def show(lecture: Lecture, *, alone: bool) -> None:
    """Draw the page."""
    area, controls_area, table_area = areas(alone=alone)
    # What people come for goes to the browser before the controls, which take it longer to build.
    with area:
        picture_area(lecture, "outside", fill=alone)
    if alone:
        return
    with table_area:
        results()
    first_picture.wait()
    with controls_area:
        controls(lecture)


@drawn_once
def results() -> None:
    """Draw what stands below the picture."""
    sentences("nearest")
    table()
    critical_points()


@drawn_once
def controls(lecture: Lecture) -> None:
    """Draw the column of controls, without those that the link hides."""
    toolbar(lecture)
    surface_controls(lecture)
    st.header("Optimizers", anchor=False)
    sentences("rates", "schedules", "branches")
    contender_controls(lecture)
    run_controls(lecture)
