"""The player alone on an empty page of the test server: for what would take too long, or never happen, in the app."""

from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from lecture import Contender, Entry, View
from optimizers import Optimizer, Trajectory
from scenes.race import picture
from scenes.scene import Scene, describe_view, plain
from surfaces import Surface
from views import assets

SET_UP = """
async (base) => {
  document.documentElement.lang = "en";
  document.title = "The player alone";
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement("main"));
  root.style.width = "1100px";
  const at = (name) => new URL(base + name, location.origin + "/").href;
  const { mount } = await import(at("pages/race.js"));
  const { receive } = await import(at("data/blobs.js"));
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const host = {
    plotlyUrl: at("plotly.min.js"),
    cssUrl: at("styles/player.css"),
    emit: (...said) => window.said.push(said),
    onView: (view) => window.views.push(view),
  };
  window.views = [];
  window.fromFrontend = (name) => import(at(name));
  const revision = () => Number(document.querySelector("[data-testid=player]").dataset.revision);
  let handle = null;
  let last = "";
  window.said = [];
  window.receive = (text) => receive(bytes(text));
  window.mount = () => { handle = mount(root, host); last = ""; };
  window.destroy = () => handle.destroy();
  window.update = async (scene) => {
    const text = JSON.stringify(scene);
    if (text === last) return; // the player would not draw it anew
    last = text;
    const before = revision();
    handle.update(scene);
    while (revision() === before) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
}
"""


def open_harness(page: Page) -> None:
    """An empty page with `mount`, `update`, `receive` and `destroy` in its window."""
    page.goto("/_stcore/health")
    page.evaluate(SET_UP, assets.base_url())


def show(page: Page, surface: Surface, runs: Sequence[tuple[Optimizer, Trajectory]], steps: int) -> dict[str, Any]:
    """Sends the blobs of a race and shows it; the scene."""
    made = send(page, surface, runs, steps)
    page.evaluate("(scene) => update(scene)", made)
    return made


def send(page: Page, surface: Surface, runs: Sequence[tuple[Optimizer, Trajectory]], steps: int) -> dict[str, Any]:
    """Sends the blobs of a race; the scene that shows it."""
    entries = [
        Entry(Contender(rule, slot=slot), f"{rule.title} {slot}", path) for slot, (rule, path) in enumerate(runs)
    ]
    x, y = runs[0][1].points[:, 0]
    content, blobs = picture(surface, entries, (x, y), steps)
    for blob in blobs.values():
        page.evaluate("(text) => receive(text)", b64encode(blob).decode())
    return Scene("race", plain({**content, "fill": False}), describe_view(View()), blobs, {}).json()
