"""What is published: while it is computed, the run may end in favour of a newer one."""

from types import SimpleNamespace
from typing import NamedTuple
from unittest.mock import call, patch

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests, ScriptRequestType

from lecture import encode, opening
from surfaces import SURFACES
from tests.views.opened import opened
from views import fragments, newer


def test_a_race_is_computed_as_long_as_the_session_wants_it() -> None:
    lecture = opening(SURFACES["beale"]())
    with patch("views.newer.look") as look:
        opened(encode(lecture))
    assert look.call_count >= len(lecture.contenders)


class Run(NamedTuple):
    """A script run as Streamlit knows it: fragments, or the whole page for None."""

    script_requests: ScriptRequests
    fragment_ids_this_run: list[str] | None

    def yield_check(self) -> None:
        if (request := self.script_requests.on_scriptrunner_yield()) and request.type is ScriptRequestType.RERUN:
            raise RerunException(request.rerun_data)


@pytest.mark.parametrize(
    ("running", "waiting", "queue"),
    [
        (["noise"], ["beta1"], ["noise", "beta1"]),
        (["beta1"], ["beta1"], ["beta1"]),
        (["beta1"], [], []),
        (None, ["beta1"], []),
    ],
    ids=["another fragment", "the same fragment", "the whole page", "a fragment while the whole page runs"],
)
def test_a_run_gives_way_to_a_newer_one_that_draws_what_it_was_to_draw(
    monkeypatch: pytest.MonkeyPatch, running: list[str] | None, waiting: list[str], queue: list[str]
) -> None:
    requests = ScriptRequests()
    monkeypatch.setattr(newer, "get_script_run_ctx", lambda: Run(requests, running))
    newer.look()
    requests.request_rerun(RerunData(fragment_id_queue=waiting, query_string="newer"))
    with pytest.raises(RerunException) as ended:
        newer.look()
    assert ended.value.rerun_data.fragment_id_queue == queue
    assert ended.value.rerun_data.query_string == "newer"
    newer.look()


def test_a_run_that_is_to_stop_leaves_that_to_streamlit(monkeypatch: pytest.MonkeyPatch) -> None:
    requests = ScriptRequests()
    monkeypatch.setattr(newer, "get_script_run_ctx", lambda: Run(requests, ["beta1"]))
    requests.request_stop()
    newer.look()
    assert requests.on_scriptrunner_yield() is not None


def test_what_a_fragment_that_gave_way_has_not_published_the_next_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragments, "st", SimpleNamespace(session_state={}))
    monkeypatch.setattr(fragments.session, "apply_widgets", lambda: None)
    with patch("views.updates.publish", side_effect=[RerunException(RerunData()), None]) as publish:
        fragments.value_changed("noise")
        with pytest.raises(RerunException):
            fragments.publish_if_changed("noise")
        fragments.publish_if_changed("beta1")
        fragments.publish_if_changed("noise")
    assert publish.call_args_list == [call("noise"), call("beta1")]
