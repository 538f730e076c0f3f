"""Debian's packages, for tests that need a program which PyPI does not have."""

import os
import platform
import shutil
import subprocess


def installation(package: str) -> list[list[str]]:
    """Return the commands that install a package; none on another system or without the right to."""
    root = _root_prefix()
    if root is None or not _is_debian():
        return []
    return [
        [*root, "apt-get", "update"],
        [*root, "apt-get", "install", "-y", "--no-install-recommends", package],
    ]


def succeeds(command: list[str]) -> bool:
    """Run a command; whether it ended well."""
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
