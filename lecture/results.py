"""The results: one row per contender, computed from its run."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from lecture.bounded_cache import remembering
from lecture.race import BYTES_KEPT, RUNS_KEPT, Entry
from optimizers import Outcome, OutcomeKind
from optimizers.schedules.constant import Constant
from parameters import format_number

NEAR, NEARER = 1e-2, 1e-4
"""The distances to a minimum for which the table has the first step within them."""


NOTED = (OutcomeKind.DIVERGED, OutcomeKind.DIVERGING, OutcomeKind.LEFT_THE_MAP, OutcomeKind.LEFT_THE_DOMAIN)
"""The outcomes that are named beside a contender's own name, because a glance at the map does not tell them."""


def note(outcome: Outcome) -> str | None:
    """Write the words beside a contender's name: "diverged at step 12", "left the map"; None for other outcomes."""
    if outcome.kind not in NOTED:
        return None
    return outcome.kind.value + (f" at step {outcome.step}" if outcome.kind is OutcomeKind.DIVERGED else "")


class Result(NamedTuple):
    """One row. `short_outcome` names an outcome in NOTED. `distance` and the steps are None where the surface has
    no minimum, or where the run was never so near.
    """

    label: str
    learning_rate: str
    final_loss: float
    distance: float | None
    steps_to_near: int | None
    steps_to_nearer: int | None
    outcome: str
    short_outcome: str | None


def nearest_schedule(entries: Sequence[Entry]) -> str | None:
    """Write the sentence that says under which schedule one rule ends nearest to a minimum.

    None unless the same rule runs under several schedules, and everything else is equal.
    """
    others = {replace(entry.contender, schedule=Constant(), slot=0) for entry in entries}
    schedules = {entry.contender.schedule for entry in entries}
    if len(others) > 1 or len(schedules) < max(2, len(entries)):
        return None
    distances = [(distance, entry) for entry in entries if (distance := result(entry).distance) is not None]
    if not distances:
        return None
    least, best = min(distances, key=lambda pair: pair[0])
    return f"{best.contender.schedule.title} ends nearest to a minimum, at a distance of {format_number(least, 3)}."


def unreached(entries: Sequence[Entry]) -> str | None:
    """Write the sentence that names branches at steps which whom they follow never reached; None if there are none."""
    late = [entry for entry in entries if entry.contender.branch_step > entry.begins]
    sentences = [
        f"{entry.label}: there is no path to branch from at step {entry.contender.branch_step}; "
        f"it branches at step {entry.begins}, the last one that was reached."
        for entry in late
    ]
    return " ".join(sentences) or None


@remembering(RUNS_KEPT, BYTES_KEPT, weigh=lambda _, entry: entry.trajectory.nbytes)
def result(entry: Entry) -> Result:
    """Compute the row of one contender; remembered, because a change of one leaves the rows of the others."""
    trajectory = entry.trajectory
    distances = _distances(entry)
    return Result(
        label=entry.label,
        learning_rate=_rates(trajectory.learning_rates, entry.contender.rule.learning_rate),
        final_loss=float(trajectory.values[-1]),
        distance=None if distances is None else float(distances[-1]),
        steps_to_near=_first_within(distances, NEAR),
        steps_to_nearer=_first_within(distances, NEARER),
        outcome=trajectory.outcome.sentence,
        short_outcome=trajectory.outcome.kind.value if trajectory.outcome.kind in NOTED else None,
    )


def _distances(entry: Entry) -> np.ndarray | None:
    """Compute the distance of every point of the path, (T+1,), to the known minimum that is nearest to it."""
    minima = np.array([m.point for m in entry.trajectory.surface.minima])
    if not minima.size:
        return None
    offsets = entry.trajectory.points[:, :, np.newaxis] - minima.T[:, np.newaxis, :]
    return np.hypot(*offsets).min(axis=-1)


def _first_within(distances: np.ndarray | None, reach: float) -> int | None:
    if distances is None or not (distances <= reach).any():
        return None
    return int((distances <= reach).argmax())


def _rates(rates: np.ndarray, initial: float) -> str:
    """Write the rate of the run; if a schedule changed it, its first, its highest between them, and its last."""
    if rates.size == 0 or rates.min() == rates.max():
        return format_number(rates[0] if rates.size else initial, 4)
    first, highest, last = rates[0], rates.max(), rates[-1]
    shown = (first, highest, last) if highest > max(first, last) else (first, last)
    return " → ".join(format_number(rate, 4) for rate in shown)
