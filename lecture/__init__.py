"""The lecture: the settings of everything that is shown, the race they describe, and the text generated from them."""

from lecture.border import border, box_counts, box_dimension
from lecture.branches import branched
from lecture.first_sight import at_first_sight
from lecture.landscape import Basins, Sweep, basins, sweep
from lecture.lecture import MAX_CONTENDERS, Camera, Contender, Lecture, View
from lecture.link.decode import decode
from lecture.link.encode import encode
from lecture.openings import added, on_surface, opening, removed, started
from lecture.race import Entry, race
from lecture.turned import turned

__all__ = [
    "MAX_CONTENDERS",
    "Basins",
    "Camera",
    "Contender",
    "Entry",
    "Lecture",
    "Sweep",
    "View",
    "added",
    "at_first_sight",
    "basins",
    "border",
    "box_counts",
    "box_dimension",
    "branched",
    "decode",
    "encode",
    "on_surface",
    "opening",
    "race",
    "removed",
    "started",
    "sweep",
    "turned",
]
