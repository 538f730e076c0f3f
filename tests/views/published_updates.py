"""What a page has told the browser, for tests without one."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def told(page: AppTest) -> dict[str, Any]:
    """The news of the last script run (frontend/host/updates.js says what is in it)."""
    components = [component.proto for component in page.get("bidi_component")]
    (news,) = [json.loads(proto.json) for proto in components if proto.component_name == "downhill_update"]
    return news
