"""Modules joined into one: all are there, each after what it needs, and no text ends the element it stands in."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from exports.handout.bundle import FRONTEND, exports_of, in_script, joined, joined_module, joined_script, needed

ALL = sorted(file.relative_to(FRONTEND).as_posix() for file in FRONTEND.rglob("*.js"))
DENO = shutil.which("deno") or str(Path(".venv/bin/deno").resolve())


def test_every_module_comes_after_those_that_it_needs() -> None:
    order = needed("pages/race.js", "data/blobs.js")
    assert len(order) == len(set(order))
    assert {"player/player.js", "data/blobs.js", "map/map.js"} <= set(order)
    assert "host/updates.js" not in order
    for place, name in enumerate(order):
        assert place == max(order.index(other) for other in needed(name))


@pytest.mark.parametrize("name", ALL)
def test_modules_import_and_export_in_ways_that_can_be_joined(name: str) -> None:
    source = (FRONTEND / name).read_text(encoding="utf-8")
    lines = re.findall(r"^(?:import|export)\b[^\n]*", source, re.MULTILINE)
    imports = re.findall(r'^import \{[^}]*\} from "[^"]+";$', source, re.MULTILINE)
    passed_on = re.findall(r'^export \{[^}]*\} from "[^"]+";$', source, re.MULTILINE)
    declared = re.findall(r"^export (?:async )?(?:function|const|class) \w+", source, re.MULTILINE)
    assert len(lines) == len(imports) + len(passed_on) + len(declared)
    assert len(exports_of(source)) >= len(declared)
    code = re.sub(r"//[^\n]*|/\*.*?\*/", "", source, flags=re.DOTALL)
    assert not [text for text in re.findall(r"`[^`]*`", code) if "\n" in text], "indentation in a text would be lost"


def run(script: str, tmp_path: Path, ending: str = "js") -> str:
    file = tmp_path / f"joined.{ending}"
    file.write_text(script, encoding="utf-8")
    done = subprocess.run([DENO, "run", "--quiet", "--no-check", str(file)], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_a_joined_script_gives_what_its_modules_export(tmp_path: Path) -> None:
    script = joined_script("dom/format.js", "data/decimals.js")
    told = "console.log(globalThis.downhill.significant(3.5e-5), Object.keys(globalThis.downhill).sort().join());"
    words, names = run(script + told, tmp_path).rsplit(" ", 1)
    assert words == "3.5\xa0·\xa010⁻⁵"
    exported = {
        name for file in ("dom/format.js", "data/decimals.js") for name in exports_of((FRONTEND / file).read_text())
    }
    assert set(names.split(",")) == exported


def test_the_whole_is_valid_and_imports_nothing(tmp_path: Path) -> None:
    module = joined_module("mount.js", {"race": "pages/race.js"})
    assert not re.search(r"^import\b|await import\(", module, re.MULTILINE)
    assert "// player/player.js\n" in module, "a reader of an error finds the place"
    exported = re.search(r"^export const \{ (.*) \} =", module, re.MULTILINE)
    assert exported is not None
    assert exported[1] == "update, blobs, player, results, critical, sentences"
    document = "globalThis.document = { addEventListener() {}, createElement: () => ({}) };\n"
    assert run(document + module + 'console.log(typeof player, "ready");', tmp_path, "mjs") == "function ready"


def test_comments_are_left_out_of_what_is_sent() -> None:
    text = joined("data/picture.js")
    assert "@typedef" not in text
    assert "composePicture" in text


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT >", "<!-- <script>", "a < b", "plain"])
def test_what_is_put_in_a_script_cannot_end_it_and_stays_the_same(text: str) -> None:
    inside = in_script(json.dumps(text))
    assert not re.search(r"</script|<!--", inside, re.IGNORECASE)
    assert json.loads(inside) == text
