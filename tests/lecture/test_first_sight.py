"""The first sight of a race: every surface opens where its paths can be told apart."""

from dataclasses import replace

import numpy as np
import pytest

from lecture import Contender, Lecture, at_first_sight, opening, race
from lecture.first_sight import EARLIEST, LATEST, PARTED, first_sight
from optimizers import OPTIMIZERS
from surfaces import SURFACES, Formula, Surface


@pytest.mark.parametrize("family", SURFACES.values(), ids=SURFACES)
def test_a_surface_opens_where_its_paths_can_be_seen_and_most_is_to_come(family: type[Surface]):
    lecture = at_first_sight(opening(family()))
    step = lecture.view.step
    assert step is not None
    assert step <= LATEST * lecture.steps
    size = np.diff(lecture.surface.window).ravel()
    heads = [entry.trajectory.points[:, step] / size for entry in race(lecture)]
    longest = max(np.hypot(*(head - np.array(lecture.start) / size)) for head in heads)
    assert longest > 0.2, "a path that shows nothing yet"


def test_it_is_the_first_step_at_which_half_of_all_pairs_have_parted():
    """Without a pair, or where none parts, it is the earliest there may be."""
    lecture = opening(SURFACES["rosenbrock"]())
    assert 0.15 * lecture.steps < first_sight(lecture) < 0.3 * lecture.steps
    alone = replace(lecture, contenders=lecture.contenders[:1])
    assert first_sight(alone) == round(EARLIEST * lecture.steps)
    alike = [replace(lecture.contenders[0], slot=slot) for slot in range(2)]
    assert first_sight(replace(lecture, contenders=tuple(alike))) == round(EARLIEST * lecture.steps)


def test_a_path_that_ended_early_stays_at_its_end():
    """One falls out of the logarithm's domain at its first update, the other goes slowly on to the right."""
    surface = Formula(expression="log(y)/50 - x")
    lost = Contender(OPTIMIZERS["sgd"](learning_rate=0.2), slot=0, start=(1.0, 0.05))
    slow = Contender(OPTIMIZERS["sgd"](learning_rate=0.05), slot=1, start=(1.0, 1.0))
    lecture = Lecture(surface, (1.0, 1.0), (lost, slow), 100)
    ended, moving = (entry.trajectory.points for entry in race(lecture))
    assert ended.shape == (2, 2)
    size = np.diff(surface.window)
    apart = np.hypot(*((moving - ended[:, -1:]) / size))
    assert EARLIEST * 100 < first_sight(lecture) == np.argmax(apart >= PARTED) < LATEST * 100
