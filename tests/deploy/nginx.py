"""Debian's nginx with the very configuration of deploy/, but for ports and places."""

import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.debian import installation, succeeds

CONFIGURATION = ROOT / "deploy" / "nginx.conf"


def find_or_install() -> str:
    """Return the program; where none can be had, fail with what to install."""
    commands = installation("nginx-light")
    if not _find() and commands:
        all(map(succeeds, commands))
    found = _find()
    if not found:
        pytest.fail("The test of deploy/ needs nginx (Debian: apt-get install nginx-light).", pytrace=False)
    return found


def _find() -> str | None:
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")


def configured(folder: Path, port: int, replicas: tuple[int, int]) -> str:
    """The configuration, on loopback ports and with its files in a folder."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    changes = {
        "app-1:8501": f"127.0.0.1:{replicas[0]}",
        "app-2:8501": f"127.0.0.1:{replicas[1]}",
        "listen 8080": f"listen 127.0.0.1:{port}",
        "/tmp/nginx": f"{folder}/nginx",
    }
    for what, instead in changes.items():
        assert what in text, what
        text = text.replace(what, instead)
    return text


@contextmanager
def proxying(folder: Path, port: int, replicas: tuple[int, int]) -> Generator[str]:
    """Run nginx in front of two replicas; yield its address."""
    file = folder / "nginx.conf"
    file.write_text(configured(folder, port, replicas), encoding="utf-8")
    # As root it would give its workers to a user who cannot enter the folder.
    command = [find_or_install(), "-p", str(folder), "-c", str(file), "-g", "daemon off; user root;"]
    with (folder / "nginx.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
