"""The server of `streamlit run app.py`: the pages, the files of views/assets.py, the audience's page, and headers."""

import asyncio
import gc
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit import runtime

from server import audience
from server.admission import Admission
from server.conditional import sent
from server.endpoints import UsedEndpoints
from server.headers import AddedHeaders
from server.own_routes import OwnRoutes
from server.unbundled import Unbundled
from views import assets, bundles, first_picture, turns

FOR_EVER = "public, max-age=31536000, immutable"


async def serve_asset(request: Request) -> Response:
    """One file of views/assets.py, gzipped where the browser takes that; 404 for any other name.

    What has to be made and compressed first is, in a thread, and holds up nobody else.
    """
    name = request.path_params["name"]
    asset = assets.ready(name) or await run_in_threadpool(assets.find, name)
    if asset is None:
        return Response("There is no such file.", status_code=404, media_type="text/plain")
    # A page opened before a deploy still gets its files, but nobody may keep them under the old name.
    current = request.path_params["version"] == assets.version_of(name)
    headers = {"Cache-Control": FOR_EVER if current else "no-store", "Vary": "Accept-Encoding"}
    return sent(request, lambda: asset.content, asset.gzipped, asset.content_type, headers)


def note_first_picture(request: Request) -> Response:
    """Hear from a browser that it has drawn its first picture."""
    first_picture.drawn(request.path_params["session"])
    return Response(status_code=204)


@asynccontextmanager
async def warm(_: st.App) -> AsyncGenerator[None]:
    """Run the script once before anybody is let in: the first visitors need not wait for what it imports and traces.

    What exists then is never garbage: full collections, for which all sessions wait, need not look at it again.
    """
    turns.event_loop.is_now(asyncio.get_running_loop())
    bundles.enable()
    await runtime.get_instance().does_script_run_without_error()
    gc.collect()
    gc.freeze()
    yield


mounted_at = st.get_option("server.baseUrlPath").strip("/")
base = f"/{mounted_at}" if mounted_at else ""

app = st.App(
    Path(__file__).with_name("views") / "script" / "main.py",
    middleware=[
        Middleware(Unbundled),
        Middleware(AddedHeaders),
        Middleware(
            OwnRoutes,
            routes=[
                Route(base + "/downhill/drawn/{session}", note_first_picture, methods=["POST"]),
                Route(base + "/downhill/{version}/{name:path}", serve_asset),
                Route(base + "/view", audience.view),
                Route(base + "/preview.png", audience.preview),
            ],
        ),
        Middleware(UsedEndpoints, base=base),
        Middleware(Admission, waiting=lambda: turns.script_runs.waiting),
    ],
    lifespan=warm,
)
