"""The scene of the race: the surface, its critical points, and everything about each contender but its arrays."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from lecture import Entry, Lecture, race
from lecture.caption import caption
from lecture.lecture import Pair
from lecture.results import note
from lecture.wording import outside, summary, unequal_rates
from optimizers import Optimizer, Trajectory
from scenes.blobs import run_blob, surface_blob
from scenes.compact_grid import compact_grid
from scenes.palette import stroke
from scenes.results_table import results_table
from surfaces import Surface


def content(lecture: Lecture, *, compact: bool = False) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The scene's JSON, and its blobs by name: "surface", and the id of each contender."""
    described, blobs = picture(lecture.surface, race(lecture), lecture.start, lecture.steps, caption(lecture))
    if compact:
        blobs["surface"] = compact_grid(blobs["surface"])
    return described, blobs


def picture(
    surface: Surface, entries: Sequence[Entry], start: Pair, steps: int, settings: Sequence[str] = ()
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """As `content`, for entries that need not be those of a lecture; `settings` are the caption of a still."""
    described = {
        "surface": _surface(surface),
        "start": start,
        "steps": steps,
        "settings": list(settings),
        "contenders": [_contender(entry) for entry in entries],
    }
    runs = {_id(entry): _run_blob(entry.trajectory, entry.contender.rule) for entry in entries}
    return described, {"surface": _surface_blob(surface), **runs}


def extras(lecture: Lecture) -> dict[str, Any]:
    """The table of results, and the sentences that the settings call for."""
    return {
        "results": results_table(race(lecture)),
        "sentences": {"rates": unequal_rates(lecture), "outside": outside(lecture)},
    }


@lru_cache(maxsize=64)
def _surface(surface: Surface) -> Mapping[str, Any]:
    return {
        "key": surface.key,
        "title": surface.title,
        "window": surface.window,
        "eye": surface.eye,
        "lowest": surface.lowest,
        "critical_points": [
            {
                "kind": point.kind,
                "point": point.point,
                "value": point.value,
                "eigenvalues": np.linalg.eigvalsh(surface.hessian(np.array(point.point))).tolist(),
            }
            for point in surface.critical_points
        ],
    }


def _contender(entry: Entry) -> dict[str, Any]:
    contender, outcome = entry.contender, entry.trajectory.outcome
    drawn = stroke(contender.slot)
    return {
        "id": _id(entry),
        "slot": contender.slot,
        "label": entry.label,
        "summary": summary(contender),
        "color": drawn.color,
        "dash": drawn.dash,
        "outcome": {
            "name": outcome.kind.key,
            "sentence": outcome.sentence,
            "note": note(outcome),
            "known_from": entry.trajectory.steps if outcome.step is None else outcome.step,
        },
    }


def _id(entry: Entry) -> str:
    """A contender's id, which stays the same while its settings change."""
    return str(entry.contender.slot)


@lru_cache(maxsize=64)
def _surface_blob(surface: Surface) -> bytes:
    return surface_blob(surface)


@lru_cache(maxsize=256)
def _run_blob(trajectory: Trajectory, rule: Optimizer) -> bytes:
    return run_blob(trajectory, rule)
