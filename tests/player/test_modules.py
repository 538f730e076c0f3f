"""The player's modules as a reader finds them: what one of them exports, another takes."""

import re
import tomllib

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


def test_a_still_has_the_colours_of_the_page():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    still = (ROOT / "player" / "theme.js").read_text(encoding="utf-8").partition("export function themeOf")[2]
    assert f'background: dark ? "{settings["dark"]["backgroundColor"]}" : "#ffffff"' in still, "paper is white"
    assert f'text: dark ? "{settings["dark"]["textColor"]}" : "{settings["light"]["textColor"]}"' in still
