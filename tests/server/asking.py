"""Asking a route without a server or a network."""

import asyncio
from typing import Any, NamedTuple

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.types import Message

from tests.coroutines import done


class Reply(NamedTuple):
    """What a browser would get."""

    status: int
    headers: Headers
    body: bytes


def ask(app: Starlette, *addresses: str, method: str = "GET", **headers: str) -> list[Reply]:
    """Ask for several addresses at once; the names of headers have _ for -."""

    async def all_of_them() -> list[Reply]:
        return await asyncio.gather(*(_one(app, method, address, headers) for address in addresses))

    return done(all_of_them())


async def _one(app: Starlette, method: str, address: str, headers: dict[str, str]) -> Reply:
    path, _, query = address.partition("?")
    given = {"host": "downhill.example"} | {name.lower().replace("_", "-"): value for name, value in headers.items()}
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "root_path": "",
        "query_string": query.encode("latin-1"),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in given.items()],
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 40000),
    }
    await app(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Reply(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)
