"""The imports of frontend/: every export has an importer, and the folders depend on each other only downwards."""

import posixpath
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.handout.bundle import FRONTEND
from lecture import View
from lecture.view import LAYOUTS
from parameters import declared
from scenes.scene import describe_view
from tests.conftest import ROOT

MODULES = sorted(file.relative_to(FRONTEND).as_posix() for file in FRONTEND.rglob("*.js"))
TESTS = ROOT / "tests" / "frontend"

LAYERS = (
    ("mount.js",),
    ("pages",),
    ("player",),
    ("controls",),
    ("stills",),
    ("map", "relief", "curves"),
    ("paths",),
    ("data", "host"),
    ("dom",),
)
"""What stands on the same line may not import each other."""

_STATIC = re.compile(r'^(?:import|export)\b\s*(?:(\{[^}]*\}|[\w*\s]+)\s*from\s*)?"([^"]+)"', re.MULTILINE)
_DYNAMIC = re.compile(r'const (\{[^}]*\}) = await import\("([^"]+)"\)')


def imports(file: Path) -> Iterator[tuple[str, set[str]]]:
    """What a module imports: the other's path below frontend/, and the names it takes."""
    source = file.read_text(encoding="utf-8")
    for names, address in [*_STATIC.findall(source), *_DYNAMIC.findall(source)]:
        if not address.startswith("."):
            continue  # Deno's own modules, in tests
        target = posixpath.normpath((file.parent / address).as_posix())
        taken = {name.partition(" as ")[0].strip() for name in names.strip("{} \n").split(",")}
        yield posixpath.relpath(target, FRONTEND.as_posix()), taken


@pytest.fixture(scope="module")
def taken() -> set[tuple[str, str]]:
    """(module, name) of all that any other module or test imports."""
    files = [*(FRONTEND / name for name in MODULES), *TESTS.rglob("*.js")]
    return {(target, name) for file in files for target, names in imports(file) for name in names}


ENTRIES = {"mount.js": ("views/*.py", r'component\("{name}"\)')} | {
    name: ("frontend/mount.js", r"\b{name}\b") for name in MODULES if name.startswith("pages/")
}
"""Modules whose exports are called from elsewhere: where, and how."""


@pytest.mark.parametrize("module", MODULES)
def test_every_export_is_imported_somewhere(module: str, taken: set[tuple[str, str]]) -> None:
    source = (FRONTEND / module).read_text(encoding="utf-8")
    exported = set(re.findall(r"^export (?:async )?(?:function|const|class) (\w+)", source, re.MULTILINE))
    exported |= {
        name
        for names in re.findall(r"^export \{ ([\w, ]+) \} from", source, re.MULTILINE)
        for name in names.split(", ")
    }
    assert exported
    files, call = ENTRIES.get(module, ("none", ""))
    callers = "\n".join(file.read_text(encoding="utf-8") for file in ROOT.glob(files))
    called = {name for name in exported if call and re.search(call.format(name=name), callers)}
    assert exported - called <= {name for target, name in taken if target == module}


def layer(module: str) -> int:
    folder = module.partition("/")[0]
    heights = [height for height, folders in enumerate(LAYERS) if folder in folders]
    assert heights, f"{folder}/ has no place in LAYERS"
    return heights[0]


@pytest.mark.parametrize("module", MODULES)
def test_folders_import_only_downwards(module: str) -> None:
    folder = module.partition("/")[0]
    for target, _ in imports(FRONTEND / module):
        assert target in MODULES
        assert target.startswith(f"{folder}/") or layer(target) > layer(module), target


def test_a_still_has_the_colours_of_the_page() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    still = (FRONTEND / "host" / "theme.js").read_text(encoding="utf-8").partition("export function themeOf")[2]
    assert f'background: dark ? "{settings["dark"]["backgroundColor"]}" : "#ffffff"' in still, "paper is white"
    assert f'text: dark ? "{settings["dark"]["textColor"]}" : "{settings["light"]["textColor"]}"' in still


def test_links_know_every_layout_of_the_player() -> None:
    source = (FRONTEND / "player" / "layouts.js").read_text(encoding="utf-8").partition("LAYOUTS = {")[2]
    assert tuple(re.findall(r'^  "?([\w-]+)"?: \{ name:', source, re.MULTILINE)) == LAYOUTS


def test_the_player_shows_every_field_of_a_view_that_scenes_send() -> None:
    source = (FRONTEND / "player" / "view.js").read_text(encoding="utf-8").partition("VIEW_FIELDS = {")[2]
    shown = re.findall(r"^  (\w+): \{", source.partition("\n};")[0], re.MULTILINE)
    assert {*shown, "token"} == describe_view(View()).keys()
    words = dict(re.findall(r'^  (\w+): \{\n    none: "(\w+)"', source, re.MULTILINE))
    assert words == {
        name: parameter.none for name, parameter in declared(View).items() if name in shown and parameter.none
    }
