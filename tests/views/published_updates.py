"""The update that a page has published, for tests without a browser."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def published(page: AppTest) -> dict[str, Any]:
    """The update of the last script run (frontend/host/updates.js says what is in it)."""
    components = [component.proto for component in page.get("bidi_component")]
    (update,) = [json.loads(proto.json) for proto in components if proto.component_name == "downhill_update"]
    return update
