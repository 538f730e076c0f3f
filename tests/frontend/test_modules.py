"""The imports of frontend/: every export is used there, and the folders depend on each other only downwards."""

import posixpath
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.handout.bundle import FRONTEND, exports_of, without_comments
from lecture import View
from parameters import declared
from scenes.scene import describe_view
from tests.conftest import ROOT

MODULES = sorted(file.relative_to(FRONTEND).as_posix() for file in FRONTEND.rglob("*.js"))

LAYERS = (
    ("mount.js", "handout"),
    ("pages",),
    ("averages",),
    ("player",),
    ("controls",),
    ("stills",),
    ("map", "relief", "curves", "examples", "sweep"),
    ("landscape",),
    ("paths", "live"),
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
        target = posixpath.normpath((file.parent / address).as_posix())
        taken = {name.partition(" as ")[0].strip() for name in names.strip("{} \n").split(",")}
        yield posixpath.relpath(target, FRONTEND.as_posix()), taken


@pytest.fixture(scope="module")
def taken() -> set[tuple[str, str]]:
    """(module, name) of all that any module imports. What a test imports is no use of it."""
    return {(target, name) for module in MODULES for target, names in imports(FRONTEND / module) for name in names}


PAGE_EXPORTS = {"mount", "inLink", "VIEW_NAMES", "RESULTS"}
"""What mount.js takes from the module of a page."""


@pytest.mark.parametrize("module", [name for name in MODULES if not name.startswith("pages/")])
def test_every_export_is_used_in_frontend(module: str, taken: set[tuple[str, str]]) -> None:
    source = without_comments((FRONTEND / module).read_text(encoding="utf-8"))
    exported = set(exports_of(source))
    assert exported
    imported = {name for target, name in taken if target == module}
    used_inside = {name for name in exported if len(re.findall(rf"\b{name}\b", source)) > 1}
    called = component_names() if module == "mount.js" else called_by_pages()
    assert exported <= imported | used_inside | called


def called_by_pages() -> set[str]:
    """What the scripts of handouts and of the audience's pages take from the modules in them."""
    pages = [ROOT / "exports" / name for name in ("handout/handout.html", "audience/loader.js")]
    taken = [re.search(r"const \{ ([\w, ]+) \} = globalThis.downhill;", page.read_text("utf-8")) for page in pages]
    names = {name for found in taken if found for name in found[1].split(", ")}
    assert {"open", "openAudiencePage"} <= names
    return names


def component_names() -> set[str]:
    """The components that the views mount, each an export of mount.js."""
    views = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "views").glob("*.py"))
    return set(re.findall(r'component\("(\w+)"\)', views))


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("pages/")])
def test_the_module_of_a_page_exports_what_mount_takes_from_it(module: str) -> None:
    assert set(exports_of((FRONTEND / module).read_text(encoding="utf-8"))) == PAGE_EXPORTS


def test_mount_takes_no_more_from_the_module_of_a_page() -> None:
    source = (FRONTEND / "mount.js").read_text(encoding="utf-8")
    taken = re.search(r"constructor\(\{ ([\w, ]+) \}, root", source)
    assert taken
    assert set(taken[1].split(", ")) == PAGE_EXPORTS


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


def test_the_player_shows_every_field_of_a_view_that_scenes_send() -> None:
    source = (FRONTEND / "player" / "view.js").read_text(encoding="utf-8").partition("VIEW_FIELDS = {")[2]
    shown = re.findall(r"^  (\w+): ", source.partition("\n};")[0], re.MULTILINE)
    assert {*shown, "token"} == describe_view(View()).keys()
    words = dict(re.findall(r'^  (\w+): \{\n    none: "(\w+)"', source, re.MULTILINE))
    nothing = {name: parameter.none or getattr(parameter, "empty", None) for name, parameter in declared(View).items()}
    assert words == {name: word for name, word in nothing.items() if name in shown and word}
