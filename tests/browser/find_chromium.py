"""Find the Chromium that the browser tests drive, and install one where none is found.

The `chromium` fixture calls this; `make test` runs it first, so that an installation shows what it does.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find() -> Path | None:
    """Return the Chromium on PATH, else Playwright's own, else None."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    if on_path:
        return Path(on_path)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


def find_or_install() -> Path:
    """Return what `find` finds, and install a Chromium first where it finds none.

    Raises
    ------
    RuntimeError
        with a sentence that says what to install, where neither apt-get nor Playwright could.
    """
    found = find()
    for commands in (_debian(), _playwright()):
        if found is None and commands and all(map(_succeeds, commands)):
            found = find()
    if found is None:
        raise RuntimeError(
            "The browser tests need a Chromium: install one so that `chromium` or `google-chrome` is on PATH, "
            f"or run `{sys.executable} -m playwright install chromium`."
        )
    return found


def _debian() -> list[list[str]]:
    """Return the commands that install Debian's package; none on another system or without the right to."""
    root = _root_prefix()
    if root is None or not _is_debian():
        return []
    return [
        [*root, "apt-get", "update"],
        [*root, "apt-get", "install", "-y", "--no-install-recommends", "chromium"],
    ]


def _playwright() -> list[list[str]]:
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, check=False).returncode == 0


def _is_debian() -> bool:
    # Ubuntu's package of that name only installs a snap, which needs a daemon that a container has not.
    try:
        return platform.freedesktop_os_release()["ID"] == "debian"
    except OSError:
        return False


def _root_prefix() -> list[str] | None:
    """Return what to put before a command that needs root: nothing, sudo where it asks no password, or None."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    allowed = shutil.which("sudo") and subprocess.run([*sudo, "true"], check=False, capture_output=True).returncode == 0
    return sudo if allowed else None


if __name__ == "__main__":
    try:
        print(find_or_install())
    except RuntimeError as error:
        sys.exit(str(error))
