"""The names of exported files."""

import re
import unicodedata

from lecture.lecture import Lecture


def file_name(lecture: Lecture, kind: str, ending: str) -> str:
    """Build a name from the surface and the kind of file: "downhill-elongated-bowl-steps.csv".

    The player names its stills the same way.
    """
    plain = unicodedata.normalize("NFKD", lecture.surface.title.lower())
    return f"downhill-{re.sub('[^a-z0-9]+', '-', plain).strip('-')}-{kind}.{ending}"
