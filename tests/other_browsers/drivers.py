"""Firefox and WebKit, driven by what they bring themselves: WebDriver BiDi, and the WebDriver of WebKitGTK."""

import json
import os
import shutil
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from websockets.sync.client import ClientConnection, connect

from tests.conftest import free_port

PATIENCE = 60.0
"""Seconds for what should become true."""

WATCH = """
window.faults ??= [];
if (!window.watched) {
  window.watched = true;
  addEventListener("error", (event) => window.faults.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => window.faults.push(String(event.reason)));
  const { error } = console;
  console.error = (...words) => { window.faults.push(words.map(String).join(" ")); error(...words); };
}
"""
"""JavaScript: collects what goes wrong unseen."""

Move = dict[str, Any]


class Driver(ABC):
    """One window of a browser."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Go to an address."""

    @abstractmethod
    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression, which JSON can hold."""

    @abstractmethod
    def point(self, moves: list[Move]) -> None:
        """Have the mouse make moves, as WebDriver names them."""

    def until(self, expression: str) -> None:
        """Wait until an expression is true."""
        assert self.comes_true(expression, PATIENCE), f"never came true: {expression}"

    def comes_true(self, expression: str, patience: float) -> bool:
        """Wait until an expression is true, for so many seconds at most; returns whether it is."""
        end = time.monotonic() + patience
        while not self.run(f"Boolean({expression})"):
            if time.monotonic() > end:
                return False
        return True

    def middle(self, selector: str) -> tuple[int, int]:
        """The middle of the first element of a kind, scrolled into sight, in px of the window."""
        self.run(
            f"document.querySelector({selector!r}).scrollIntoView({{ block: 'center', behavior: 'instant' }}) ?? 0"
        )
        box = self.run(
            f"(({{left, top, width, height}}) => [left + width / 2, top + height / 2])"
            f"(document.querySelector({selector!r}).getBoundingClientRect())"
        )
        return round(box[0]), round(box[1])

    def press(self, x: int, y: int) -> None:
        """Press a place of the window."""
        self.drag((x, y), (x, y))

    def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """Press one place, move to another, and let go."""
        moves = [{"type": "pointerMove", "x": begin[0], "y": begin[1]}, {"type": "pointerDown", "button": 0}]
        moves += [{"type": "pointerMove", "x": end[0], "y": end[1], "duration": 100}] if begin != end else []
        self.point([*moves, {"type": "pointerUp", "button": 0}])


class Firefox(Driver):
    """Firefox by WebDriver BiDi."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._count = 0
        self._call("session.new", capabilities={})
        (tab,) = self._call("browsingContext.getTree")["contexts"]
        self._tab = tab["context"]
        self._call("browsingContext.setViewport", context=self._tab, viewport={"width": 1300, "height": 900})
        self._call("script.addPreloadScript", functionDeclaration=f"() => {{ {WATCH} }}")

    def open(self, url: str) -> None:
        self._call("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def run(self, expression: str) -> Any:
        target = {"context": self._tab}
        told = self._call(
            "script.evaluate", expression=f"JSON.stringify({expression})", target=target, awaitPromise=True
        )
        assert told["type"] == "success", f"{expression}: {told}"
        return json.loads(told["result"].get("value", "null"))

    def point(self, moves: list[Move]) -> None:
        mouse = {"type": "pointer", "id": "mouse", "actions": moves}
        self._call("input.performActions", context=self._tab, actions=[mouse])

    def _call(self, method: str, **parameters: Any) -> Any:
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while (answer := json.loads(self._socket.recv(timeout=PATIENCE))).get("id") != self._count:
            pass
        assert answer["type"] == "success", f"{method}: {answer}"
        return answer["result"]


class WebKit(Driver):
    """WebKitGTK by its WebDriver."""

    def __init__(self, url: str, browser: str) -> None:
        options = {"binary": browser, "args": ["--automation"]}
        made = _send(f"{url}/session", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}})
        self._session = f"{url}/session/{made['sessionId']}"
        _send(f"{self._session}/window/rect", {"width": 1300, "height": 950})

    def open(self, url: str) -> None:
        _send(f"{self._session}/url", {"url": url})
        self.run(f"(() => {{ {WATCH} return 0; }})()")

    def run(self, expression: str) -> Any:
        script = f"return JSON.stringify({expression});"
        return json.loads(_send(f"{self._session}/execute/sync", {"script": script, "args": []}) or "null")

    def point(self, moves: list[Move]) -> None:
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": moves}
        _send(f"{self._session}/actions", {"actions": [mouse]})


def _send(url: str, body: dict[str, Any]) -> Any:
    request = Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)["value"]


def missing(name: str) -> str | None:
    """What has to be installed for a browser, or None."""
    if name == "firefox":
        return None if shutil.which("firefox-esr") or shutil.which("firefox") else "firefox-esr"
    lacking = [
        package
        for package, found in (
            ("webkit2gtk-driver", shutil.which("WebKitWebDriver") and _mini_browser()),
            ("xvfb", shutil.which("Xvfb")),
        )
        if not found
    ]
    return " ".join(lacking) or None


def _mini_browser() -> str | None:
    return next(map(str, Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser")), None)


@contextmanager
def started(name: str, folder: Path) -> Generator[Driver]:
    """A browser for the time of a test."""
    with _firefox(folder) if name == "firefox" else _webkit(folder) as driver:
        yield driver


@contextmanager
def _firefox(folder: Path) -> Generator[Driver]:
    port = free_port()
    command = [shutil.which("firefox-esr") or "firefox", "--headless", "--no-remote", "--profile", str(folder)]
    with _running([*command, f"--remote-debugging-port={port}", "about:blank"], folder / "firefox.log"):
        socket = _patiently(lambda: connect(f"ws://127.0.0.1:{port}/session", max_size=None))
        with socket:
            yield Firefox(socket)


@contextmanager
def _webkit(folder: Path) -> Generator[Driver]:
    port, display = free_port(), f":{90 + os.getpid() % 900}"
    browser = _mini_browser()
    assert browser is not None
    # The sandbox needs rights that a container lacks; what is opened is our own page.
    ours = os.environ | {
        "DISPLAY": display,
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }
    with (
        _running(["Xvfb", display, "-screen", "0", "1400x1000x24"], folder / "xvfb.log"),
        _running(["WebKitWebDriver", f"--port={port}"], folder / "webkit.log", ours),
    ):
        url = f"http://127.0.0.1:{port}"
        _patiently(lambda: urlopen(f"{url}/status", timeout=5).close())
        yield WebKit(url, browser)


def _patiently(act: Any) -> Any:
    """Do something as soon as it can be done."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return act()
        except (OSError, URLError):
            if time.monotonic() > end:
                raise


@contextmanager
def _running(command: list[str], log: Path, environment: dict[str, str] | None = None) -> Generator[None]:
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, env=environment) as process:
        try:
            yield
        finally:
            process.terminate()
