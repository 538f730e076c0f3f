"""The headers of real responses: a policy on each, whatever answers."""

import http.client

import pytest

from server import headers
from tests.conftest import Server
from tests.fetched import fetched
from views import assets

EVERY = (
    "/",
    "/view",
    "/_stcore/health",
    "/_stcore/nothing",
    "/downhill/x/missing.js",
    "/media/missing.png",
    "/favicon.png",
)


def asked(server: Server, path: str) -> http.client.HTTPMessage:
    """The headers of the answer to a path."""
    response, _ = fetched(server.url, path)
    return response.headers


@pytest.mark.parametrize("path", [*EVERY, f"/{assets.base_url()}mount.js"])
def test_every_response_has_them(server: Server, path: str) -> None:
    given = asked(server, path)
    assert given["X-Content-Type-Options"] == "nosniff"
    assert given["Referrer-Policy"] == "same-origin"
    assert "camera=()" in given["Permissions-Policy"]
    assert given["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert given.get_all("Content-Security-Policy") == [given["Content-Security-Policy"]]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_what_an_answer_depends_on_is_said_once(server: Server, encoding: str) -> None:
    for path in ("/view", f"/{assets.base_url()}mount.js"):
        response, _ = fetched(server.url, path, {"Accept-Encoding": encoding})
        assert response.headers.get_all("Vary") == ["Accept-Encoding"]


def test_the_policy_of_the_app_names_no_other_host_and_no_eval(server: Server) -> None:
    rules = dict(rule.split(" ", 1) for rule in asked(server, "/")["Content-Security-Policy"].split("; "))
    assert {word for word in rules["script-src"].split() if "unsafe" in word} == {"'wasm-unsafe-eval'"}
    sources = {source for listed in rules.values() for source in listed.split()}
    assert {s for s in sources if not s.startswith("'")} == {"blob:", "data:"}


def test_who_may_frame_the_app_can_be_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "frame-ancestors" not in headers.headers()["Content-Security-Policy"], "course pages may, unless one says so"
    monkeypatch.setenv("DOWNHILL_FRAME_ANCESTORS", "'self' https://course.example")
    assert headers.headers()["Content-Security-Policy"].endswith("; frame-ancestors 'self' https://course.example")
