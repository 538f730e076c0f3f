"""A crowd is served by other processes: with the same bytes, and also when these end."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from unittest.mock import patch

import pytest

from exports.audience.files import needed
from lecture import Lecture, opening
from lecture.pages import PAGES
from server import processes
from server.conditional import Document
from server.processes import Processes
from server.written import drawn, written
from surfaces import SURFACES
from tests.conftest import ROOT

FEW = 3


@pytest.fixture(scope="module")
def elsewhere() -> Generator[Processes]:
    """Processes that have been started, since many wait."""
    started = Processes(1, FEW, waiting=lambda: FEW + 1)
    yield started
    if started.pool:
        started.pool.shutdown()


def test_what_few_wait_for_is_made_here() -> None:
    here = Processes(1, FEW, waiting=lambda: FEW)
    assert here.call(os.getpid) == os.getpid()
    assert here.pool is None


def test_what_many_wait_for_is_made_elsewhere(elsewhere: Processes) -> None:
    assert elsewhere.call(os.getpid) != os.getpid()


def test_they_are_used_when_the_crowd_has_gone() -> None:
    waiting = FEW + 1
    started = Processes(1, FEW, waiting=lambda: waiting)
    other = started.call(os.getpid)
    waiting = 0
    assert started.call(os.getpid) == other
    assert started.pool
    started.pool.shutdown()


def test_what_is_raised_there_is_raised_here(elsewhere: Processes) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        elsewhere.call(partial(int, "none"))


def pages() -> dict[str, Lecture]:
    """A lecture on every surface and on every page."""
    surfaces = {key: opening(surface()) for key, surface in SURFACES.items()}
    return surfaces | {key: replace(surfaces["bowl"], page=page()) for key, page in PAGES.items()}


@pytest.mark.parametrize("lecture", [pytest.param(lecture, id=key) for key, lecture in pages().items()])
def test_a_page_is_the_same_wherever_it_is_written(elsewhere: Processes, lecture: Lecture) -> None:
    addresses = {name: f"files/{name}" for name in needed(lecture)}
    make = partial(written, lecture, "https://downhill.example/", addresses, ("A sentence.",))
    assert elsewhere.call(make) == make()


def test_a_picture_is_the_same_wherever_it_is_drawn(elsewhere: Processes) -> None:
    make: Callable[[], Document] = partial(drawn, opening(SURFACES["bowl"]()))
    assert elsewhere.call(make) == make()


def test_where_one_is_killed_everything_is_made_here(caplog: pytest.LogCaptureFixture) -> None:
    started = Processes(2, FEW, waiting=lambda: FEW + 1)
    with caplog.at_level(logging.WARNING):
        os.kill(started.call(os.getpid), signal.SIGKILL)
        deadline = monotonic() + 60.0
        while started.call(os.getpid) != os.getpid():
            assert monotonic() < deadline
    assert started.pool is None
    assert [record.message for record in caplog.records] == ["The processes that make pages have ended."]
    assert started.call(os.getpid) == os.getpid(), "and it stays so"


@pytest.mark.parametrize("fault", [OSError("no memory"), NotImplementedError("no semaphores")])
def test_where_none_can_be_had_everything_is_made_here(fault: Exception, caplog: pytest.LogCaptureFixture) -> None:
    with patch.object(processes, "ProcessPoolExecutor", side_effect=fault), caplog.at_level(logging.WARNING):
        without = Processes(2, FEW, waiting=lambda: FEW + 1)
        assert [without.call(os.getpid) for _ in range(3)] == [os.getpid()] * 3
    assert [record.message for record in caplog.records] == [
        f"The processes that make pages cannot be started: {fault}."
    ]


SERVER = """\
import os, time
from server.processes import Processes
if __name__ != "__main__":
    print("The script has been run for nobody.", flush=True)
else:
    print(Processes(1, 0, waiting=lambda: 1).call(os.getpid), flush=True)
    time.sleep(600)
"""


def test_they_end_with_a_server_that_is_killed_and_have_not_run_its_script(tmp_path: Path) -> None:
    (tmp_path / "serve.py").write_text(SERVER)
    with subprocess.Popen(
        [sys.executable, "serve.py"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout
        os.kill(int(server.stdout.readline()), 0)  # it is there
        server.kill()
        # The process holds the other end of this pipe as long as it lives.
        assert server.communicate(timeout=30.0) == ("", None)
