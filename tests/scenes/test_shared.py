"""What sessions share of a link is that link's alone."""

import re

import pytest

from lecture import decode, encode, opening
from scenes.scene import build
from surfaces import SURFACES

LINK = encode(opening(SURFACES["himmelblau"]()))
VALUES = re.finditer(r"(?<=start=|steps=)[^&]+|(?<=lr_|a1_)[^~&]+", LINK)
"""On which the picture depends."""


def others() -> list[str]:
    """Links with another digit somewhere, but for those that would be corrected to the same value."""
    places = [k for found in VALUES for k in range(*found.span()) if LINK[k].isdigit()]
    changed = [LINK[:k] + str((int(LINK[k]) + 1) % 10) + LINK[k + 1 :] for k in places]
    return [link for link in changed if not decode(link)[1]]


@pytest.mark.parametrize("other", others())
def test_links_that_differ_in_one_digit_share_no_picture(other: str) -> None:
    first, changed, again = (build(decode(link)[0]) for link in (LINK, other, LINK))
    assert again.json() == first.json()
    assert again.extras is first.extras, "who opens a link that has been opened gets what was made"
    assert changed.json() != first.json()
