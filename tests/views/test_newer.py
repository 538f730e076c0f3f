"""A run that gives way to a newer request: that is made for both."""

import pytest
from streamlit.runtime.scriptrunner import RerunData

from views.newer import with_what_runs


@pytest.mark.parametrize(
    ("running", "waiting", "both"),
    [
        (["a"], ["b"], ["a", "b"]),
        (["a", "b"], ["b"], ["a", "b"]),
        (["a"], [], []),  # the whole page, which may be asked for at the last moment
        (None, ["b"], []),
        (None, [], []),
    ],
)
def test_what_runs_and_what_waits_are_drawn_by_one_run(
    running: list[str] | None, waiting: list[str], both: list[str]
) -> None:
    assert with_what_runs(RerunData(fragment_id_queue=waiting), running).fragment_id_queue == both
