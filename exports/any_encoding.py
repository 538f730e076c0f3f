"""Printing where the terminal or the log has an encoding without Greek letters."""

import sys

from exports.ascii_text import ascii_text


def say(text: str) -> None:
    """Print a line, spelled in ASCII if standard output has an encoding that lacks one of its letters."""
    line = f"{text}\n"
    try:
        line.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        line = ascii_text(line)
    sys.stdout.write(line)
