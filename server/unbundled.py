"""Takes bundles of messages apart, where they leave for a browser."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views.bundles import Parts


class Unbundled:
    """Sends every message of a bundle (views/bundles.py) by itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def send_each(message: Message) -> None:
            sent = message.get("bytes")
            if not isinstance(sent, Parts):
                await send(message)
                return
            for part in sent.each:
                await send({"type": "websocket.send", "bytes": part})

        await self.app(scope, receive, send_each)
