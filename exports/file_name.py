"""The names of exported files."""

import re
import unicodedata

from lecture.lecture import Lecture


def file_name(lecture: Lecture, kind: str, ending: str) -> str:
    """Build a name from the surface and the kind of file: "downhill-elongated-bowl-steps.csv".

    A page whose surface is not seen names it instead: "downhill-averages-steps.csv".

    The player names its stills the same way.
    """
    named = lecture.page if lecture.page.own_exports else lecture.surface
    plain = unicodedata.normalize("NFKD", named.title.lower())
    return f"downhill-{re.sub('[^a-z0-9]+', '-', plain).strip('-')}-{kind}.{ending}"
