"""The headers of every response: what a page may do, and who may show it.

The policy is that of the app's page; the audience's page has a stricter one of its own (exports/audience/page.py).
Streamlit writes styles into the document, starts each component from a blob of its script, and compiles WebAssembly
when it starts: these have to be allowed. Nothing needs `eval` of JavaScript, and nothing comes from another host.
"""

from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lecture import decode
from scenes.plotly_js import digest
from server.framing import frame_ancestors
from views import assets
from views.streamlit_page import scripts_inside

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
"""What no page asks a browser for."""


@cache
def policy() -> str:
    """The content security policy of the app's page."""
    own = " ".join(f"'{digest(script)}'" for script in scripts_inside())
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' blob: 'wasm-unsafe-eval' {own}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self' blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def headers() -> dict[str, str]:
    """The headers that a response gets where it has not set them itself."""
    return {
        "Content-Security-Policy": policy() + frame_ancestors(),
        "Permissions-Policy": PERMISSIONS,
        "X-Content-Type-Options": "nosniff",
        # A link holds a whole lecture in its query: other sites need not be told which one was on screen.
        "Referrer-Policy": "same-origin",
    }


class AddedHeaders:
    """Adds `headers` to every response, and to a page the links to what it will fetch."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self._headers = app, headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":  # which has many messages and no headers
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    given.setdefault(name, value)
                if "Vary" in given:  # Streamlit adds what an answer has said already
                    given["Vary"] = ", ".join(dict.fromkeys(given["Vary"].split(", ")))
                if "Link" not in given and given.get("Content-Type", "").startswith("text/html"):
                    lecture, _ = decode(scope["query_string"].decode("latin-1"))
                    given["Link"] = ",".join(assets.preload_links(lecture.page))
            await send(message)

        await self.app(scope, receive, send_with_headers)
