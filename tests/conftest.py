"""What all tests share: the running app, and Hypothesis without chance."""

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from tests.fetched import fetched

ROOT = Path(__file__).resolve().parents[1]
LONGEST = ("test_page_leaks.py", "test_player_leaks.py", "test_link.py", "test_restart.py")

# The same examples in every run, and no time limit for each: the machine may be busy with something else.
settings.register_profile("downhill", deadline=None, derandomize=True)
settings.load_profile("downhill")


class Server(NamedTuple):
    """The app as a visitor reaches it. `url` has no slash at its end; `log` is all that the server printed."""

    url: str
    log: Path
    pid: int


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Generator[Server]:
    """`streamlit run app.py` on a free port, started from another folder, for all tests of a session."""
    with serving(tmp_path_factory.mktemp("server"), free_port()) as running:
        yield running


@contextmanager
def serving(
    folder: Path, port: int, script: str = "app.py", started_in: Path | None = None, program: str = "streamlit"
) -> Generator[Server]:
    """Run a script of this project with `streamlit run`, from `started_in` or from `folder`, which gets its log.

    `program` is a module that is run in place of streamlit.
    """
    file = folder / "log.txt"
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    command = [sys.executable, "-m", program, "run", str(ROOT / script), *options]
    with (
        file.open("wb") as log,
        subprocess.Popen(
            command,
            cwd=started_in or folder,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        ) as process,
    ):
        running = Server(f"http://127.0.0.1:{port}", file, process.pid)
        try:
            wait_until_healthy(running, process)
            yield running
        finally:
            process.terminate()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_healthy(server: Server, process: subprocess.Popen[bytes], attempts: int = 600) -> None:
    """Return when the server answers; fail with its log when it ends instead, or stays silent for a minute."""
    for _ in range(attempts):
        if is_healthy(server):
            return
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail(f"The app did not start:\n{server.log.read_text(errors='replace')}", pytrace=False)


def is_healthy(server: Server) -> bool:
    """Say whether the server answers its health check with 200."""
    try:
        response, _ = fetched(server.url, "/_stcore/health", patience=5.0)
    except OSError:
        return False
    return response.status == http.client.OK


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the longest files first: while the last of their tests runs, the other process still has work."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the end of the server's log below a failed test that used it."""
    report = yield
    running = getattr(item, "funcargs", {}).get("server")
    if report.failed and running:
        report.sections.append(("the server's log", running.log.read_text(errors="replace")[-4000:]))
    return report
