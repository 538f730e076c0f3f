"""Modules inside a page: every import finds its module, and no text ends the element it stands in."""

import json
import re

import pytest

from exports.handout.bundle import FRONTEND, PREFIX, in_script, modules, with_bare_names


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('import { a, b } from "./x.js";', 'import { a, b } from "downhill/map/x.js";'),
        ('import {\n  a,\n} from "./x-y.js";', 'import {\n  a,\n} from "downhill/map/x-y.js";'),
        ('import "./x.js";', 'import "downhill/map/x.js";'),
        ('export { a } from "./x.js";', 'export { a } from "downhill/map/x.js";'),
        ('import { a } from "../data/x.js";', 'import { a } from "downhill/data/x.js";'),
        ('await import("./x.js")', 'await import("downhill/map/x.js")'),
        ('const file = "./x.js";', 'const file = "./x.js";'),
        ('import { a } from "./x.css";', 'import { a } from "./x.css";'),
    ],
)
def test_a_relative_import_becomes_a_bare_one(source: str, expected: str) -> None:
    assert with_bare_names("map/y.js", source) == expected


MODULES = modules("player/player.js", "data/blobs.js")


@pytest.mark.parametrize("name", MODULES)
def test_every_import_of_a_module_is_there(name: str) -> None:
    imported = re.findall(
        r'^(?:import|export|\}).*?\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"', MODULES[name], re.MULTILINE
    )
    assert {first or second for first, second in imported} <= MODULES.keys()
    assert not re.search(r'(from|import)\s*\(?\s*["\']\.', MODULES[name])


@pytest.mark.parametrize("name", MODULES)
def test_comments_are_left_out_and_nothing_else(name: str) -> None:
    path = name.removeprefix(PREFIX)
    source = with_bare_names(path, (FRONTEND / path).read_text(encoding="utf-8"))
    code = [line for line in source.splitlines() if not line.lstrip().startswith(("//", "/**", "*"))]
    assert MODULES[name].splitlines() == code


def test_only_what_the_page_begins_with_and_all_that_it_needs_is_there() -> None:
    assert {PREFIX + "player/player.js", PREFIX + "data/blobs.js", PREFIX + "map/map.js"} <= MODULES.keys()
    assert PREFIX + "host/updates.js" not in MODULES


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT >", "<!-- <script>", "a < b", "plain"])
def test_what_is_put_in_a_script_cannot_end_it_and_stays_the_same(text: str) -> None:
    inside = in_script(json.dumps(text))
    assert not re.search(r"</script|<!--", inside, re.IGNORECASE)
    assert json.loads(inside) == text
