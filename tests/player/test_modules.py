"""The player's modules as a reader finds them: what one of them exports, another takes."""

import re

import pytest

from tests.conftest import ROOT

MODULES = sorted((ROOT / "player").glob("*.js"))
TAKERS = [*MODULES, *(ROOT / "views").glob("*.js"), ROOT / "player" / "handout.html", *(ROOT / "tests").rglob("*.py")]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_every_export_is_taken_somewhere(module):
    elsewhere = "\n".join(file.read_text(encoding="utf-8") for file in TAKERS if file != module)
    exported = re.findall(
        r"^export (?:async )?(?:function|const) (\w+)", module.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert exported
    for name in exported:
        # In braces, as `import { name } from`, `const { name } = await import(` and `({ name }) =>` have it.
        assert re.search(rf"\{{[^{{}}]*\b{name}\b[^{{}}]*\}}\s*(?:from|=|,|\]|\))", elsewhere), name
