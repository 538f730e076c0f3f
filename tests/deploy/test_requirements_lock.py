"""The requirements of the container: those of the app, with all that they need, each with its hashes."""

import re

from tests.conftest import ROOT

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
LOCK = (ROOT / "deploy" / "requirements.lock").read_text(encoding="utf-8")


def pins(text: str) -> dict[str, str]:
    """Versions by the name of the package, in the one form that PyPI gives it."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in PINNED.findall(text)}


def test_it_has_the_versions_of_the_app() -> None:
    wanted = pins((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert wanted
    assert wanted.items() <= pins(LOCK).items()


def test_everything_in_it_has_a_hash() -> None:
    parts = re.split(PINNED.pattern.replace("(", "(?:"), LOCK, flags=re.MULTILINE)[1:]
    assert len(parts) == len(pins(LOCK))
    assert all("--hash=sha256:" in part for part in parts)
