"""A page that is added to a copy of the project, as the next page will be: four files and its entry in the registry."""

import shutil
from pathlib import Path

from tests.conftest import ROOT

LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "docs", "tests", "benchmarks")

FILES = {
    "lecture/pages/powers.py": '''\
"""The powers of a number."""

from dataclasses import dataclass
from typing import ClassVar

from lecture.pages.page import Page
from parameters import number


@dataclass(frozen=True)
class Powers(Page):
    """The powers 1, beta, beta², …"""

    beta: float = number(0.5, 0.0, 1.0, label="Base", help="What is multiplied.", symbol="b", plain_symbol="b")

    key: ClassVar = "powers"
    title: ClassVar = "Powers"
    summary: ClassVar = "The powers of a number."
    controls: ClassVar = ("base",)
''',
    "scenes/powers.py": '''\
"""The scene of the powers."""

import numpy as np

from scenes.blobs import pack


def content(lecture, *, compact=False):
    return {"count": 8}, {"powers": pack({}, {"values": lecture.page.beta ** np.arange(8.0)})}


def extras(lecture):
    return {}
''',
    "views/pages/powers.py": '''\
"""The page of the powers."""

from views import session, updates
from views.components import picture
from views.controls import number


def show(lecture, *, alone):
    picture(lecture)
    updates.publish("page", fill=alone)
    if not (alone or lecture.view.hides("base")):
        number.controls(lecture.page, session.page_name(lecture.page))
''',
    "frontend/pages/powers.js": """\
// The page of the powers: their sum.

import { SceneLoader } from "../data/scene_loader.js";
import { element } from "../dom/elements.js";

export const VIEW_NAMES = [];
export const inLink = () => ({});

export function mount(root) {
  const shown = element("output", { id: "sum" });
  root.append(shown);
  const loader = new SceneLoader(Promise.resolve(), {
    async onScene({ count }, blobs) {
      const { data } = blobs.get("powers").arrays.values;
      shown.textContent = `${count} powers, sum ${data.reduce((sum, value) => sum + value, 0)}`;
    },
    async onView() {},
    onLost() {},
    onError: console.error,
  });
  return { update: (scene) => loader.update(scene), destroy: () => loader.destroy() };
}
""",
}

REGISTRY = "lecture/pages/__init__.py"


def add_page(folder: Path) -> Path:
    """Copy the project into a folder and add the page; return the copy."""
    copy = folder / "project"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    shutil.copytree(ROOT / ".streamlit", copy / ".streamlit")
    for name, text in FILES.items():
        assert not (copy / name).exists()
        (copy / name).write_text(text, encoding="utf-8")
    registry = (copy / REGISTRY).read_text(encoding="utf-8")
    added = registry.replace("(Race, ", "(Race, Powers, ").replace(
        "\nPAGES", "from lecture.pages.powers import Powers\n\nPAGES", 1
    )
    assert added.count("Powers") == 2
    (copy / REGISTRY).write_text(added, encoding="utf-8")
    return copy
