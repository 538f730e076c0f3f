"""One request to a server, whose path is sent as it is spelled."""

import http.client
from collections.abc import Mapping
from urllib.parse import urlsplit


def fetched(
    url: str, path: str, headers: Mapping[str, str] | None = None, method: str = "GET", patience: float = 30.0
) -> tuple[http.client.HTTPResponse, bytes]:
    """Ask the server at `url`; return the response, and its body as it came. Raises OSError after so many seconds."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=patience)
    try:
        connection.request(method, path, headers=headers or {})
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()
