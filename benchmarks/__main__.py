"""`python -m benchmarks`: prints every table, and ends non-zero when a number is missed."""

import platform
import sys
from time import strftime

import numpy as np

from benchmarks import core, link


def main() -> int:
    print(f"{strftime('%Y-%m-%d')}, {platform.machine()}, Python {platform.python_version()}, NumPy {np.__version__}\n")
    missed = 0
    print("| work | rule | ours | floor | ratio | must be |")
    print("|---|---|---|---|---|---|")
    for work, rule, ours, floor, ratio, allowed in core.rows():
        missed += ratio > allowed
        mark = "" if ratio <= allowed else " (missed)"
        print(f"| {work} | {rule} | {ours:.3g} | {floor:.3g} | {ratio:.2f}{mark} | ≤ {allowed:g} |")
    print("\n| a link is read | ms | must be |")
    print("|---|---|---|")
    for text, taken, allowed in link.rows():
        missed += taken > allowed
        print(f"| {text} | {taken:.3g}{'' if taken <= allowed else ' (missed)'} | ≤ {allowed:g} |")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
