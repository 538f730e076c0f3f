"""Refuses the endpoints of Streamlit that no page of ours uses: uploads, components of other projects, accounts,
agents, metrics. What Streamlit adds to them in another version is refused as well.
"""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

CORE = "_stcore"
USED = frozenset({"health", "host-config", "stream"})
"""What is used of `_stcore/`: the health check, the settings of the page, and the websocket."""

REFUSED = frozenset({"component", "auth", "oauth2callback", "app"})
"""Folders of Streamlit that are not used at all."""


class UsedEndpoints:
    """Answers 404, and closes a websocket, wherever Streamlit would answer and nobody asks."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app, self._base = app, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in {"http", "websocket"} and is_refused(scope["path"].removeprefix(self._base)):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
                return
            await PlainTextResponse("There is no such page.", status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_refused(path: str) -> bool:
    """Whether nobody asks for a path, which begins with a slash; one slash or many are the same."""
    first, *others = [part for part in path.split("/") if part] or [""]
    return first in REFUSED or (
        CORE in (first, *others) and not (first == CORE and len(others) == 1 and others[0] in USED)
    )
