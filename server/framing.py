"""Which other sites may show a page in a frame: all of them, unless DOWNHILL_FRAME_ANCESTORS names some.

It holds the sources of the directive `frame-ancestors` with blanks between them, such as
`https://course.example https://*.university.example`, 'self' for this site alone, or 'none'.
"""

import os
import re

VARIABLE = "DOWNHILL_FRAME_ANCESTORS"
_SOURCE = re.compile(
    r"'(?:self|none)'|\*|[a-z][a-z0-9+.-]*:|(?:https?://)?(?:\*\.)?[a-z0-9.-]+(?::(?:\d+|\*))?", re.IGNORECASE
)


def frame_ancestors() -> str:
    """The directive with "; " before it, to be added to a policy; "" where all sites may, also files on a disk.

    Raises ValueError for what is no list of sources.
    """
    sources = os.environ.get(VARIABLE, "").split()
    for source in sources:
        if not _SOURCE.fullmatch(source):
            raise ValueError(f"{VARIABLE}: {source!r} is no source, such as https://course.example or 'self'.")
    return f"; frame-ancestors {' '.join(sources)}" if sources else ""
