"""Files are called alike, whoever makes them."""

import re

from exports import file_name
from lecture import opening
from surfaces import SURFACES


def test_a_name_says_the_surface_and_what_it_is() -> None:
    assert file_name(opening(SURFACES["bowl"]()), "steps", "csv") == "downhill-elongated-bowl-steps.csv"
    assert file_name(opening(SURFACES["rosenbrock"]()), "numpy", "py") == "downhill-rosenbrock-s-valley-numpy.py"


def test_every_surface_has_a_name_of_its_own_that_any_system_takes() -> None:
    names = [file_name(opening(family()), "handout", "html") for family in SURFACES.values()]
    assert len({*names}) == len(SURFACES)
    assert all(re.fullmatch(r"downhill(-[a-z0-9]+)+-handout\.html", name) for name in names)
