"""The command line: `python -m benchmarks` prints every table, and fails if a number is missed.

`python -m benchmarks core`, `link`, `page`, `hand`, `landscape` and `hall` print one table each; `--people 20` makes
the hall smaller.
"""

import platform
import sys
from argparse import ArgumentParser
from time import strftime

import numpy as np

from benchmarks import core, hall, hand, landscape, link, page

TABLES = ["core", "link", "page", "hand", "landscape", "hall"]


def main(tables: list[str], people: int) -> int:
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
    browsing = (("page", page.rows), ("hand", hand.rows), ("landscape", landscape.rows))
    for name, table in (*browsing, ("hall", lambda: hall.rows(people))):
        if name in tables:
            print("| what | ours | floor | target |")
            print("|---|---|---|---|")
            for row in table():
                missed += not row.holds
                mark = "" if row.holds else " (missed)"
                print(f"| {row.what} | {row.ours}{mark} | {row.floor} | {row.must_be} |", flush=True)
            print()
    return 1 if missed else 0


if __name__ == "__main__":
    arguments = ArgumentParser(prog="python -m benchmarks", description="Measure speed.")
    arguments.add_argument("tables", nargs="*", metavar="table", help=f"of {', '.join(TABLES)}; all by default")
    arguments.add_argument("--people", type=int, default=hall.PEOPLE, help="how many sessions the hall has")
    chosen = arguments.parse_args()
    if unknown := set(chosen.tables) - set(TABLES):
        arguments.error(f"There is no table {', '.join(sorted(unknown))}; there are {', '.join(TABLES)}.")
    sys.exit(main(chosen.tables or TABLES, chosen.people))
