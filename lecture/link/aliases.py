"""Former names that links still use: an old link keeps working.

A link spells a field as it is declared, with dashes for underscores. Whoever renames a page, a surface, a rule, a
schedule or a field adds the old name here, as links spell it, and never takes an entry away.

A field that is added later is missing in every older link: its default must be what the page did before there was one.
"""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {}
SURFACES: Mapping[str, str] = {}
RULES: Mapping[str, str] = {}
SCHEDULES: Mapping[str, str] = {}
"""Old key → key of today."""

FIELDS: Mapping[tuple[str, str], str] = {}
"""(key of today of the page, surface, contender, rule or schedule, old name of the field) → its name of today."""

QUERY: Mapping[str, str] = {}
"""Old name of a part of the query → its name of today: `start`, `steps`, `layout` …"""
