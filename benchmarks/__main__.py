"""The command line: `python -m benchmarks` prints every table, and fails if a number is missed.

`python -m benchmarks core`, `link`, `page`, `hand` and `landscape` print one table each.
"""

import platform
import sys
from time import strftime

import numpy as np

from benchmarks import core, hand, landscape, link, page


def main(tables: list[str]) -> int:
    print(f"{strftime('%Y-%m-%d')}, {platform.machine()}, Python {platform.python_version()}, NumPy {np.__version__}\n")
    missed = 0
    if "core" in tables:
        print("| work | rule | ours | floor | ratio | target |")
        print("|---|---|---|---|---|---|")
        for work, rule, ours, floor, ratio, allowed in core.rows():
            missed += ratio > allowed
            mark = "" if ratio <= allowed else " (missed)"
            print(f"| {work} | {rule} | {ours:.3g} | {floor:.3g} | {ratio:.2f}{mark} | ≤ {allowed:g} |", flush=True)
        print()
    if "link" in tables:
        print("| a link is read | ms | target |")
        print("|---|---|---|")
        for text, taken, allowed in link.rows():
            missed += taken > allowed
            print(f"| {text} | {taken:.3g}{'' if taken <= allowed else ' (missed)'} | ≤ {allowed:g} |", flush=True)
        print()
    for name, table in (("page", page), ("hand", hand), ("landscape", landscape)):
        if name in tables:
            print("| what | ours | floor | target |")
            print("|---|---|---|---|")
            for row in table.rows():
                missed += not row.holds
                mark = "" if row.holds else " (missed)"
                print(f"| {row.what} | {row.ours}{mark} | {row.floor} | {row.must_be} |")
            print()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["core", "link", "page", "hand", "landscape"]))
