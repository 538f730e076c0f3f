"""What a link may cost: the most expensive one that the codec accepts stays within stated bounds."""

from dataclasses import replace
from importlib import import_module
from unittest.mock import patch

import pytest

from lecture import MAX_CONTENDERS, decode, encode, race, wanted
from lecture.race import BYTES_KEPT, path_of, work
from lecture.view import MAX_STEPS
from parameters import MOST_EXAMPLES
from tests.lecture.expensive import most_expensive


def test_a_link_can_ask_for_it_and_for_no_more() -> None:
    lecture = most_expensive()
    assert decode(encode(lecture)) == (lecture, ())
    assert work(lecture) == MAX_CONTENDERS * MAX_STEPS * (MOST_EXAMPLES - 1) <= 80_000_000
    one_more = encode(lecture).replace(f"steps={MAX_STEPS}", f"steps={MAX_STEPS + 1}")
    one_more = one_more.replace(f"examples_{MOST_EXAMPLES}", f"examples_{MOST_EXAMPLES + 1}") + "&c8=adam&c9=adam"
    corrected, notes = decode(one_more)
    assert work(corrected) <= 80_000_000
    assert len(notes) >= 3


def test_all_its_paths_are_remembered_so_that_a_change_of_one_leaves_the_others() -> None:
    lecture = most_expensive(steps=100)
    path, _ = path_of(lecture, lecture.contenders[0])
    assert MAX_CONTENDERS * path.nbytes * MAX_STEPS / 100 <= BYTES_KEPT
    turned = replace(lecture.contenders[1], rule=replace(lecture.contenders[1].rule, learning_rate=0.5))
    changed = replace(lecture, contenders=(lecture.contenders[0], turned, *lecture.contenders[2:]))
    assert path_of(changed, changed.contenders[0])[0] is path


def test_between_two_paths_it_is_asked_whether_the_race_is_still_wanted() -> None:
    lecture = most_expensive(steps=101)
    left = [True, True, True, False]

    def whoever() -> None:
        if not left.pop(0):
            raise InterruptedError

    module = import_module("lecture.race")  # the package has a function of that name
    with patch.object(module, "run", wraps=module.run) as run:
        with pytest.raises(InterruptedError), wanted.asking(whoever):
            race(lecture)
        assert run.call_count == 3
        assert len(race(lecture)) == MAX_CONTENDERS, "nobody else is kept from it"
        assert run.call_count == MAX_CONTENDERS
