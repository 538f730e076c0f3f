"""Former names that links still use: an old link keeps working.

A link spells a field as it is declared, with dashes for underscores. Whoever renames a page, a surface, a rule, a
schedule, a lesson or a field adds the old name here, as links spell it, and never takes an entry away.

A field that is added later is missing in every older link: its default must be what the page did before there was one.
"""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {}
SURFACES: Mapping[str, str] = {}
RULES: Mapping[str, str] = {}
SCHEDULES: Mapping[str, str] = {}
"""Old key → key of today."""

LESSONS: Mapping[str, str] = {
    "decay-late": "when-to-decay",
    "decay-too-fast": "how-fast-to-decay",
    "forgetting": "adagrad-and-rmsprop",
    "mirror-minima": "two-weights",
    "overshoot": "how-much-momentum",
    "too-large-a-rate": "largest-rate",
    "where-adam-loses": "rotated-bowl",
}
"""Old key → key of today, which unlike the old one does not give the answer away."""

FIELDS: Mapping[tuple[str, str], str] = {}
"""(key of today of the page, surface, contender, rule or schedule, old name of the field) → its name of today."""

QUERY: Mapping[str, str] = {}
"""Old name of a part of the query → its name of today: `start`, `steps`, `layout` …"""
