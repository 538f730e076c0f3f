"""The app's own routes are answered without the layers behind them, which get everything else."""

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from server.own_routes import OwnRoutes
from tests.coroutines import done
from tests.server.asking import ask

BEHIND = "behind"


class Layer:
    """Says on each answer that it has seen the request."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await PlainTextResponse(BEHIND)(scope, receive, send)


async def own(request: Request) -> Response:
    return PlainTextResponse(f"own {request.path_params.get('name', '')}")


APP = Starlette(
    middleware=[
        Middleware(OwnRoutes, routes=[Route("/view", own), Route("/files/{name:path}", own)]),
        Middleware(Layer),
    ]
)


@pytest.mark.parametrize(("path", "body"), [("/view", "own "), ("/files/a/b.js", "own a/b.js"), ("/view?x", "own ")])
def test_its_own_are_answered_at_once(path: str, body: str) -> None:
    (reply,) = ask(APP, path)
    assert (reply.status, reply.body.decode()) == (200, body)


@pytest.mark.parametrize("path", ["/", "/view/", "/views", "/files", "/_stcore/health"])
def test_everything_else_is_passed_on(path: str) -> None:
    (reply,) = ask(APP, path)
    assert (reply.status, reply.body.decode()) == (200, BEHIND)


def test_another_method_is_refused_and_no_error() -> None:
    (reply,) = ask(APP, "/view", method="POST")
    assert (reply.status, set(reply.headers["Allow"].split(", "))) == (405, {"GET", "HEAD"})


def test_a_websocket_is_passed_on() -> None:
    seen: list[str] = []

    async def behind(scope: Scope, _: Receive, __: Send) -> None:
        seen.append(scope["type"])

    nobody: Any = None
    done(OwnRoutes(behind, [Route("/view", own)])({"type": "websocket", "path": "/view"}, nobody, nobody))
    assert seen == ["websocket"]
