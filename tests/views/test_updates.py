"""What is published: while it is computed, Streamlit may end the run in favour of a newer one."""

from unittest.mock import patch

import pytest
from streamlit.runtime.state import SafeSessionState, SessionState

from lecture import encode, opening
from surfaces import SURFACES
from tests.views.opened import opened
from views import session


def test_a_race_is_computed_as_long_as_the_session_wants_it() -> None:
    lecture = opening(SURFACES["beale"]())
    with patch("views.session.look") as look:
        opened(encode(lecture))
    assert look.call_count >= len(lecture.contenders)


def test_streamlit_may_end_a_run_when_it_is_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    class NewerError(Exception):
        pass

    def newer() -> None:
        raise NewerError

    state = SafeSessionState(SessionState(), newer)
    monkeypatch.setattr("streamlit.runtime.state.session_state_proxy.get_session_state", lambda: state)
    with pytest.raises(NewerError):
        session.look()
