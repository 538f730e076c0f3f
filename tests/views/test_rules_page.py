"""The page of the rules in Streamlit: it opens at every rule, with its code, and leads to the others."""

import pytest

from lecture import decode
from lecture.pages.rules import EVERY_RULE, EXPLAINED, Rules
from lecture.rule_facts import in_short, step_code
from parameters import declared
from tests.views.links import Links
from tests.views.opened import html, opened


def test_all_rules_are_listed_with_what_is_seen_of_them() -> None:
    shown = html(opened(f"page=rules~rule_{EVERY_RULE}"))
    for family in EXPLAINED.values():
        assert in_short(family).replace("'", "&#x27;") in shown
    links = Links(shown).found
    assert {decode(links[family.title]["href"] or "")[0].page for family in EXPLAINED.values()} == {
        Rules(key) for key in EXPLAINED
    }


@pytest.mark.parametrize("key", EXPLAINED)
def test_a_link_opens_at_one_rule(key: str) -> None:
    app = opened(f"page=rules~rule_{key}")
    assert app.header[0].value == EXPLAINED[key].title
    assert [code.value for code in app.code] == [part.text for part in step_code(EXPLAINED[key])]
    shown = html(app)
    assert shown.count("<figure") == len(declared(EXPLAINED[key]))
    assert Links(shown).found[EXPLAINED[key].title]["aria-current"] == "page"
