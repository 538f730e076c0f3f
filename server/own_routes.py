"""Answers the app's own routes before Streamlit's layers see a request.

They have no session, no folder of files that a path could leave, and nothing left to compress; and each reader of the
audience's page asks for six files at once.
"""

from collections.abc import Sequence

from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send


class OwnRoutes:
    """Answers what one of the routes is for, and passes on everything else."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self.app = app
        self._own = ExceptionMiddleware(Router(routes, redirect_slashes=False, default=app))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (self._own if scope["type"] == "http" else self.app)(scope, receive, send)
