"""The way from a browser to the server, as a proxy that can be cut, and that can answer when the server is gone."""

import socket
from collections.abc import Generator
from contextlib import contextmanager, suppress
from threading import Lock, Thread

BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
AT_ONCE = 65_536
"""Bytes that are passed on at once."""


class Cable:
    """Passes on what comes to `url`, until it is told otherwise."""

    def __init__(self, server: str) -> None:
        self._server = ("127.0.0.1", int(server.rpartition(":")[2]))
        self._open: set[socket.socket] = set()
        self._lock = Lock()
        self._answer: bytes | None = None
        """What is said in place of the server; None while its answers are passed on."""
        self._entrance = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"http://127.0.0.1:{self._entrance.getsockname()[1]}"
        Thread(target=self._let_in, daemon=True).start()

    def cut(self, answer: bytes = b"") -> None:
        """End every connection, and give whoever comes this answer, or none."""
        with self._lock:
            self._answer = answer
            for end in self._open:
                with suppress(OSError):  # the other side was faster
                    end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Pass on again what comes."""
        with self._lock:
            self._answer = None

    def close(self) -> None:
        """End everything, for good."""
        self._entrance.shutdown(socket.SHUT_RDWR)
        self._entrance.close()
        self.cut()

    def _let_in(self) -> None:
        with suppress(OSError):  # closed
            while True:
                browser, _ = self._entrance.accept()
                Thread(target=self._serve, args=(browser,), daemon=True).start()

    def _serve(self, browser: socket.socket) -> None:
        with browser, suppress(OSError):
            if (answer := self._answer) is not None:  # now: another thread may set it
                browser.recv(AT_ONCE)
                browser.sendall(answer)
                return
            with socket.create_connection(self._server) as server:
                with self._lock:
                    self._open |= {browser, server}
                answers = Thread(target=_pass_on, args=(server, browser), daemon=True)
                answers.start()
                _pass_on(browser, server)
                answers.join()
                with self._lock:
                    self._open -= {browser, server}


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    """Pass on all that comes, and its end, which ends both ways."""
    with suppress(OSError):
        while sent := source.recv(AT_ONCE):
            target.sendall(sent)
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@contextmanager
def cable(server: str) -> Generator[Cable]:
    """A cable to the server at this address."""
    made = Cable(server)
    try:
        yield made
    finally:
        made.close()
