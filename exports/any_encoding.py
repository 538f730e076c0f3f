"""Printing where the terminal or the log has an encoding without Greek letters."""

import io
import sys


def print_in_any_encoding() -> None:
    """Let standard output escape a letter that its encoding lacks (β as \\u03b2) instead of failing."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
