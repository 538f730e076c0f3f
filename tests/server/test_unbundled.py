"""Bundles leave the server as the messages that they are of."""

from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from server.unbundled import Unbundled
from tests.coroutines import done
from views.bundles import Parts


def left(scope: str, *messages: Message) -> list[Message]:
    """What leaves the server when an application sends these messages."""
    sent: list[Message] = []

    async def application(_: Scope, __: Receive, send: Send) -> None:
        for message in messages:
            await send(message)

    async def send(message: Message) -> None:
        sent.append(message)

    nobody: Any = None
    done(Unbundled(application)({"type": scope}, nobody, send))
    return sent


def binary(data: bytes) -> Message:
    return {"type": "websocket.send", "bytes": data}


def test_each_message_of_a_bundle_is_sent_by_itself_and_others_as_they_are() -> None:
    accept, text = {"type": "websocket.accept"}, {"type": "websocket.send", "text": "a"}
    sent = left("websocket", accept, binary(b"1"), binary(Parts([b"2", b"34"])), binary(Parts([])), text)
    assert sent == [accept, binary(b"1"), binary(b"2"), binary(b"34"), text]


@pytest.mark.parametrize("scope", ["http", "lifespan"])
def test_all_else_passes(scope: str) -> None:
    assert left(scope, {"type": "any", "body": b"1"}) == [{"type": "any", "body": b"1"}]
