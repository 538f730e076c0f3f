"""The days of a series and their averages as CSV."""

import csv
import io

import numpy as np

from exports.ascii_text import ascii_text
from lecture.pages.averages import Averages
from lecture.series import series
from optimizers import weighted_average

LAST = ("settings", "link")


def series_table(page: Averages, settings: str, link: str) -> str:
    """Write the CSV: a row per day, with its value and the averages with each β. Numbers read back to the same bits.

    The columns of an average are named by its β: `average_0.9` without bias correction, `corrected_0.9` with it.
    """
    values = series(page).values
    columns: dict[str, np.ndarray] = {"day": np.arange(1, values.size + 1), "value": values}
    for average in page.averages:
        for name, corrected in (("average", False), ("corrected", True)):
            if average.curves in ("both", "corrected" if corrected else "uncorrected"):
                columns[f"{name}_{average.beta!r}"] = weighted_average(values, average.beta, corrected)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*columns, *LAST))
    rows = zip(*(column.tolist() for column in columns.values()), strict=True)
    for row, last in zip(rows, [(ascii_text(settings), link), *[("", "")] * max(0, values.size - 1)], strict=False):
        writer.writerow((*row, *last))
    return text.getvalue()
