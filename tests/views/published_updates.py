"""The update that a page has published, for tests without a browser."""

import json
from collections.abc import Iterable
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest


def updates(messages: Iterable[ForwardMsg]) -> list[dict[str, Any]]:
    """All updates among the messages of a server."""
    shown = [message.delta.new_element.bidi_component for message in messages]
    return [json.loads(one.json) for one in shown if one.component_name == "downhill_update"]


def links(messages: Iterable[ForwardMsg]) -> list[str]:
    """The links of all updates among the messages of a server."""
    return [update["link"] for update in updates(messages)]


def published(page: AppTest) -> dict[str, Any]:
    """The update of the last script run (frontend/host/updates.js says what is in it)."""
    components = [component.proto for component in page.get("bidi_component")]
    (update,) = [json.loads(proto.json) for proto in components if proto.component_name == "downhill_update"]
    return update
