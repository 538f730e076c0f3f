"""Links mutated at random: 20,000 of them are read as lectures, and what had to be corrected is said in plain text."""

import random

from lecture import decode, encode, opening
from lecture.lessons import LESSONS
from lecture.link.decode import MAX_NOTES
from surfaces import SURFACES

LINKS = [
    *(encode(opening(family())) for family in SURFACES.values()),
    *(encode(lesson.lecture) for lesson in LESSONS.values()),
]
SIGNS = "~_=&?#%-.0159eE<>\"'`{}[]()\\|$:/+ \x00\n\u2028\u202eéβ∞"
PIECES = (
    "<script>",
    "nan",
    "inf",
    "1e999",
    "-1",
    "c0=",
    "c8=adam",
    "surface=",
    "formula~f_",
    "moved_1_2",
    "%00",
    "&amp;",
)


def mutated(link: str, chance: random.Random) -> str:
    """Cut out, double, or put something into a link, in one to four places."""
    for _ in range(chance.randint(1, 4)):
        begin = chance.randrange(len(link) + 1)
        end = min(len(link), begin + chance.choice((0, 1, 3, 20, 200)))
        put = chance.choice((chance.choice(SIGNS), chance.choice(PIECES), link[begin:end] * 2, ""))
        link = link[:begin] + put + link[end:]
    return link


def test_twenty_thousand_mutated_links_are_lectures() -> None:
    chance = random.Random(0)
    for count in range(20_000):
        link = mutated(chance.choice(LINKS), chance)
        lecture, notes = decode(link)
        assert len(notes) <= MAX_NOTES
        assert all(note.isprintable() for note in notes), link
        assert "<" not in "".join(notes), link
        if count % 10 == 0:
            assert decode(encode(lecture)) == (lecture, ()), link
