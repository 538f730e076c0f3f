"""What a file that is taken away is called."""

import re
import unicodedata

from lecture.lecture import Lecture


def file_name(lecture: Lecture, kind: str, ending: str) -> str:
    """The surface and what it is, spelled as the player spells the names of its stills.

    "downhill-elongated-bowl-steps.csv"
    """
    plain = unicodedata.normalize("NFKD", lecture.surface.title.lower())
    return f"downhill-{re.sub('[^a-z0-9]+', '-', plain).strip('-')}-{kind}.{ending}"
