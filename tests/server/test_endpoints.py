"""What Streamlit answers and nobody needs is refused, on the real server."""

import pytest

from server.endpoints import is_refused
from tests.conftest import Server
from tests.fetched import fetched

USED = ("/", "/view", "/_stcore/health", "/_stcore/host-config", "/static/js/index.js", "/media/1.png", "/favicon.png")
UNUSED = (
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/upload_file/a/b",
    "/_stcore/bidi-components/a/b.js",
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/page/_stcore/agent/mcp",
    "/_stcore",
    "/_stcore/health/more",
    "/component/streamlit.x/index.html",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
    "/app/static/file.txt",
)


def status(server: Server, method: str, path: str) -> int:
    """The status of the answer to a path."""
    response, _ = fetched(server.url, path, method=method)
    return response.status


@pytest.mark.parametrize("path", USED)
def test_what_pages_use_is_answered(path: str) -> None:
    assert not is_refused(path)


@pytest.mark.parametrize("path", UNUSED)
def test_what_nobody_uses_is_refused(server: Server, path: str) -> None:
    assert is_refused(path)
    assert is_refused(f"/{path}".replace("/", "//"))
    for method in ("GET", "POST", "PUT", "DELETE"):
        assert status(server, method, path) == 404


def test_what_is_used_is_still_there(server: Server) -> None:
    assert [status(server, "GET", path) for path in ("/", "/_stcore/health", "/_stcore/host-config")] == [200] * 3
