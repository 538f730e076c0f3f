"""The averages of a series as a script."""

from exports.heading import heading
from lecture.lecture import Lecture
from lecture.pages.averages import Averages
from lecture.series import series

WIDTH = 6
"""Numbers in a line of the script."""


def averages_code(lecture: Lecture, page: Averages, link: str, definition: str) -> str:
    """Write a script that leaves the averages in `averages` by name; `definition` brings `weighted_average`."""
    calls = [
        (f"beta {average.beta!r}{words}", f"weighted_average(values, {average.beta!r}, bias_correction={corrected})")
        for average in page.averages
        for curves, words, corrected in (("uncorrected", "", False), ("corrected", ", corrected", True))
        if average.curves in ("both", curves)
    ]
    return "\n".join(
        [
            *(f"# {line}" for line in heading(lecture, link)),
            "import numpy as np",
            definition,
            "values = np.array([",
            *_lines(series(page).values.tolist()),
            "])",
            "averages = {",
            *(f"    {name!r}: {call}," for name, call in calls),
            "}",
            "for name, average in averages.items():",
            "    print(name, average[-1:])",
            "",
        ]
    )


def _lines(numbers: list[float]) -> list[str]:
    rows = (numbers[k : k + WIDTH] for k in range(0, len(numbers), WIDTH))
    return [f"    {', '.join(map(repr, row))}," for row in rows]
