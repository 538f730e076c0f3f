"""The player on a page: find it, wait for it, and read what it shows."""

from typing import Any

import numpy as np
from playwright.sync_api import Locator, Page, expect

from tests.written_numbers import read_number

PLAYER = '[data-testid="player"]'


def player_of(page: Page) -> Locator:
    """Find the player on a page."""
    return page.locator(PLAYER)


def drawn(page: Page) -> Locator:
    """Return the player once its picture is there and at rest."""
    player = player_of(page)
    expect(player).to_have_attribute("data-settled", "true")
    expect(player).not_to_have_attribute("data-revision", "0")
    return player


COVERED = """() => {
    const seen = [".lesson", ".downhill-views", ".downhill-legend-entry", ".downhill-panel", ".downhill-question",
        ".downhill-transport", ".downhill-worked-place", ".results", ".st-key-turned",
        ].flatMap((name) => [...document.querySelectorAll(name)]
        .filter((node) => node.checkVisibility()).map((node) => [name, node.getBoundingClientRect()]));
    return seen.flatMap(([name, a], k) => seen.slice(k + 1).filter(([, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1).map(([other]) => `${other} over ${name}`));
}"""


def covered(page: Page) -> list[str]:
    """The parts of the page that lie over others, each as "one over another"."""
    return page.evaluate(COVERED)


def press_switch(page: Page, name: str) -> None:
    """Press a switch in the menu of what is shown, which it closes again."""
    button = page.locator(".downhill-menu-button")
    button.click()
    player_of(page).get_by_label(name, exact=True).click()
    button.click()


def on_data(player: Locator, across: float, up: float) -> tuple[float, float]:
    """Return the place on the page, in px, of a point in the panel of the data."""
    left, top = player.locator(".downhill-panel-data .downhill-graph").evaluate(
        """(graph, [across, up]) => {
            const { left, top } = graph.getBoundingClientRect();
            const { xaxis, yaxis } = graph._fullLayout;
            return [left + xaxis._offset + xaxis.d2p(across), top + yaxis._offset + yaxis.d2p(up)];
        }""",
        [float(across), float(up)],
    )
    return left, top


def on_map(player: Locator, x: float, y: float) -> tuple[float, float]:
    """Return the place on the page, in px, of a point of the surface."""
    left, top = player.locator(".downhill-panel-map .downhill-overlay").evaluate(
        """(graph, [x, y]) => {
            const { left, top } = graph.getBoundingClientRect();
            const { xaxis, yaxis } = graph._fullLayout;
            return [left + xaxis._offset + xaxis.d2p(x), top + yaxis._offset + yaxis.d2p(y)];
        }""",
        [x, y],
    )
    return left, top


def drawn_paths(page: Page) -> list[list[float]]:
    """Read the x of every path on the map out of the graph that holds them once the picture is at rest."""
    return drawn(page).evaluate(
        """(player) => [...player.querySelectorAll(".downhill-panel-map .downhill-overlay")]
            .flatMap((graph) => graph.data ?? [])
            .filter((trace) => trace.type === "scatter" && (trace.mode ?? "").includes("lines"))
            .map((trace) => Array.from(trace.x))"""
    )


def legend_losses(page: Page) -> list[str]:
    """Read the loss beside each contender, as it is written."""
    return page.locator(".downhill-legend-loss").all_inner_texts()


def as_numbers(texts: list[str]) -> list[float]:
    """Parse numbers that the page has written."""
    return [read_number(text) for text in texts]


def seen_view(player: Locator) -> list[Any]:
    """Read what can be seen of a view: step, layout, focus, speed, zoom, and the eye of the camera."""
    return player.evaluate(
        """(player) => {
            const { xaxis, yaxis } = player.querySelector(".downhill-overlay")._fullLayout;
            const relief = player.querySelector(".downhill-panel-relief .js-plotly-plot");
            const eye = relief && relief._fullLayout.scene.camera.eye;
            return [player.dataset.step, player.dataset.layout, player.dataset.focus,
                player.querySelector(".downhill-speed").value, [[...xaxis.range], [...yaxis.range]],
                eye && [eye.x, eye.y, eye.z]];
        }"""
    )


def worked_numbers(player: Locator, array: str) -> list[list[float]]:
    """Read an array of the worked step: for x and y (or both together) what it was, what it became, or both."""
    array = array.replace("\\", "\\\\")  # as CSS spells it
    cells = player.locator(f'.downhill-numbers tr[data-array="{array}"]').last.locator("td:not([rowspan])")
    return [as_numbers(cell.split("→")) for cell in cells.all_inner_texts()]


def rounded(values: np.ndarray) -> list[float]:
    """Round numbers as the worked step does."""
    return [float(f"{value:.3e}") for value in np.atleast_1d(values)]


def seen_on_relief(player: Locator, points: np.ndarray) -> np.ndarray:
    """Project points (3, n) with the matrices of Plotly's own scene: px from the left and top of the relief, (2, n)."""
    matrices, scale, size = player.locator(".downhill-panel-relief .js-plotly-plot").evaluate(
        """(graph) => {
            const { glplot, dataScale } = graph._fullLayout.scene._scene;
            const { model, view, projection } = glplot.cameraParams;
            const matrices = [projection, view, model].map((matrix) => Array.from(matrix));
            return [matrices, [...dataScale], [graph.clientWidth, graph.clientHeight]];
        }"""
    )
    projection, view, model = (np.reshape(matrix, (4, 4)).T for matrix in matrices)
    ones = np.ones((1, points.shape[1]))
    clip = projection @ view @ model @ np.vstack([points * np.reshape(scale, (3, 1)), ones])
    across, up = clip[:2] / clip[3]
    return np.array([0.5 + 0.5 * across, 0.5 - 0.5 * up]) * np.reshape(size, (2, 1))


def heads_on_relief(player: Locator) -> list[list[float] | None]:
    """The places of the heads on the relief, px from left and top, topmost last; None if unseen."""
    return player.locator(".downhill-panel-relief").evaluate(
        """(panel) => {
            const from = panel.querySelector(".downhill-stack").getBoundingClientRect();
            return [...panel.querySelectorAll(".downhill-head-place")].map((head) => {
                if (head.hidden) return null;
                const { left, top, width, height } = head.getBoundingClientRect();
                const [right, down] = head.dataset.aside.split(" ").map(Number);
                return [left + width / 2 - from.left - right, top + height / 2 - from.top - down];
            });
        }"""
    )
