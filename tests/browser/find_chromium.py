"""Find the Chromium that the browser tests drive, and install one where none is found.

The `chromium` fixture calls this; `make test` runs it first, so that an installation shows what it does.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.debian import installation, succeeds

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
    for commands in (installation("chromium"), _playwright()):
        if found is None and commands and all(map(succeeds, commands)):
            found = find()
    if found is None:
        raise RuntimeError(
            "The browser tests need a Chromium: install one so that `chromium` or `google-chrome` is on PATH, "
            f"or run `{sys.executable} -m playwright install chromium`."
        )
    return found


def _playwright() -> list[list[str]]:
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


if __name__ == "__main__":
    try:
        print(find_or_install())
    except RuntimeError as error:
        sys.exit(str(error))
