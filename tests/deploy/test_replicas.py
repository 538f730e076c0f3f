"""Two replicas behind nginx as deploy/ has them: visitors are spread, and find their page again when one goes."""

import gzip
import http.client
import os
import signal
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

import pytest
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from benchmarks.visitor import ENOUGH, Visitor, stream
from lecture import encode, opening
from surfaces import SURFACES
from tests.conftest import Server, free_port, serving
from tests.deploy.nginx import proxying
from tests.fetched import fetched
from tests.views.published_updates import links
from views import assets

PEOPLE = 40
PATIENCE = 60.0
LECTURE = replace(opening(SURFACES["bowl"]()), steps=50)


class Hall:
    """The proxy and its replicas, which can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._ports = folder, (free_port(), free_port())
        self._replicas: dict[int, ExitStack] = {}
        self._servers: dict[int, Server] = {}
        self._proxy = ExitStack()
        self.start_all()
        self.url = self._proxy.enter_context(proxying(folder, free_port(), self._ports))
        self.wait_for("/_stcore/health")

    def start(self, number: int) -> None:
        folder = self._folder / str(number)
        folder.mkdir(exist_ok=True)
        self._replicas[number] = ExitStack()
        self._servers[number] = self._replicas[number].enter_context(serving(folder, self._ports[number]))

    def start_all(self) -> None:
        """Start those that do not run, at once."""
        missing = [number for number in range(2) if number not in self._replicas]
        with ThreadPoolExecutor(2) as at_once:
            list(at_once.map(self.start, missing))

    def kill(self, number: int) -> None:
        """End a replica at once, as a crash would."""
        os.kill(self._servers[number].pid, signal.SIGKILL)
        self._replicas.pop(number).close()

    def close(self) -> None:
        self._proxy.close()
        for stack in self._replicas.values():
            stack.close()

    def get(self, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        return fetched(self.url, path, headers, patience=PATIENCE)

    def wait_for(self, path: str) -> None:
        """Return when the proxy answers with 200; fail with its log when it does not for a minute."""
        end = monotonic() + PATIENCE
        while monotonic() < end:
            try:
                if self.get(path)[0].status == 200:
                    return
            except OSError:
                pass
            sleep(0.05)
        pytest.fail((self._folder / "nginx.log").read_text(), pytrace=False)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Generator[Hall]:
    """Two replicas and their proxy, for all tests of this file."""
    made = Hall(tmp_path_factory.mktemp("hall"))
    yield made
    made.close()


@pytest.fixture
def hall(begun: Hall) -> Hall:
    """The same with both replicas, whatever another test has ended."""
    begun.start_all()
    return begun


class Opened(NamedTuple):
    """A connection on which a page has come, and the links that it shows."""

    socket: ClientConnection
    shown: list[str]


class Person(NamedTuple):
    """A visitor with a link of his own and the cookie that the proxy gave him."""

    link: str
    cookie: str

    def connected(self, hall: Hall) -> ClientConnection:
        """Connect to his replica."""
        return connect(
            stream(hall.url),
            max_size=ENOUGH,
            compression=None,
            additional_headers={"Cookie": self.cookie},
            legacy=True,  # it stays open after this function
        )

    def opened(self, hall: Hall) -> Opened:
        """Open his page, again and again if need be, as a browser does."""
        end = monotonic() + PATIENCE
        while True:
            try:
                socket = self.connected(hall)
                return Opened(socket, links(Visitor(socket, self.link).received))
            except (OSError, WebSocketException):
                if monotonic() > end:
                    raise
                sleep(0.1)


def everybody(hall: Hall) -> list[Person]:
    """As many people, each with another link."""
    people = []
    for place in range(PEOPLE):
        response, _ = hall.get("/")
        cookie = (response.headers["Set-Cookie"] or "").partition(";")[0]
        assert cookie.startswith("downhill=")
        people.append(Person(encode(replace(LECTURE, steps=50 + place)), cookie))
    return people


def is_open(socket: ClientConnection) -> bool:
    """Whether the server is still there: it answers a ping."""
    try:
        return socket.ping().wait(5.0)
    except WebSocketException:
        return False


def test_pages_and_files_are_asked_of_a_replica_once(hall: Hall) -> None:
    for path in (f"/view?{encode(LECTURE)}", f"/{assets.base_url()}mount.js"):
        answers = [hall.get(path, **{"Accept-Encoding": "gzip"}) for _ in range(2)]
        assert [response.headers["X-Cache"] for response, _ in answers] == ["MISS", "HIT"]
        assert {response.headers["Content-Encoding"] for response, _ in answers} == {"gzip"}
        assert gzip.decompress(answers[0][1]) == gzip.decompress(answers[1][1]) == hall.get(path)[1]
        assert "max-age" in (answers[1][0].headers["Cache-Control"] or "")
        assert "Content-Security-Policy" in answers[1][0].headers
    response, _ = hall.get("/")
    assert response.headers["X-Cache"] is None
    assert response.headers["Content-Encoding"] is None


def test_what_streamlit_serves_uncompressed_is_compressed(hall: Hall) -> None:
    response, page = hall.get("/")
    script = page.decode().partition('src="./static/js/')[2].partition('"')[0]
    response, _ = hall.get(f"/static/js/{script}", **{"Accept-Encoding": "gzip"})
    assert response.status == 200
    assert response.headers["Content-Encoding"] == "gzip"
    assert "max-age=31536000" in (response.headers["Cache-Control"] or "")


def test_a_visitor_stays_with_his_replica_and_finds_his_page_on_the_other_while_it_restarts(hall: Hall) -> None:
    people = everybody(hall)
    with ThreadPoolExecutor(PEOPLE) as at_once:
        pages = list(at_once.map(lambda person: person.opened(hall), people))
        others = list(at_once.map(lambda person: person.connected(hall), people))
        assert [page.shown for page in pages] == [[person.link] for person in people]
        for number in range(2):
            hall.kill(number)
            left = list(at_once.map(lambda page: is_open(page.socket), pages))
            if number == 0:
                assert 0 < sum(left) < PEOPLE, "they were spread over both"
                assert list(at_once.map(is_open, others)) == left, "whoever connects twice is with the same"
            lost = [place for place in range(PEOPLE) if not left[place]]
            coming = {place: at_once.submit(people[place].opened, hall) for place in lost}
            hall.start(number)
            for place, visit in coming.items():
                pages[place] = visit.result()
            assert [pages[place].shown for place in lost] == [[people[place].link] for place in lost]
        for socket in [*(page.socket for page in pages), *others]:
            socket.close()


def test_pages_that_are_kept_outlive_both_replicas(hall: Hall) -> None:
    path = f"/view?{encode(replace(LECTURE, steps=7))}"
    assert hall.get(path)[0].status == 200
    for number in range(2):
        hall.kill(number)
    assert [hall.get(address)[0].status for address in (path, "/")] == [200, 502]
    hall.start(0)
    hall.wait_for("/")
