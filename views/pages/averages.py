"""The page of the averages: the picture, the controls beside it, and two remarks below."""

import streamlit as st

from lecture import Lecture
from lecture.bridge import average_of_gradients
from lecture.lessons import asks
from views import address, first_picture
from views.areas import areas
from views.controls.averages import average_controls, series_controls
from views.first_run import drawn_once
from views.picture_area import picture_area
from views.toolbar import toolbar


def show(lecture: Lecture, *, alone: bool) -> None:
    """Draw the page."""
    area, controls_area, remarks_area = areas(alone=alone)
    with area:
        picture_area(lecture, "lacks", fill=alone)
    if alone:
        return
    with remarks_area:
        if not asks(lecture):  # they would tell the answer
            remarks(lecture)
    first_picture.wait()
    with controls_area:
        controls(lecture)


@drawn_once
def controls(lecture: Lecture) -> None:
    """Draw the column of controls, without those that the link hides."""
    toolbar(lecture)
    series_controls(lecture)
    average_controls(lecture)


@drawn_once
def remarks(lecture: Lecture) -> None:
    """Write what a lecturer would say about the formulas, and where the average is met again."""
    st.markdown(
        "**The divisor has a power.** The average begins at 0, so that after t days its weights add up to 1 − βᵗ and "
        "not to 1. Dividing by that sum corrects the bias; it soon approaches 1, and the two curves meet. Many notes "
        "print the divisor as 1 − β. That is the sum after the first day alone: dividing by it on every day makes the "
        "average 1/(1 − β) times too large for ever, ten times at β = 0.9. "
        "The last switch beside the picture draws what that would be."
    )
    led = address.anchor(address.href(average_of_gradients(lecture)), "The same average on a gradient →")
    st.html(
        "<p><strong>Where it is used.</strong> Momentum is this average, kept of gradients: what zigzags averages out, "
        f"what points the same way stays. {led}</p>"
    )
