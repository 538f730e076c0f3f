"""How a test finds its way about the player."""

from playwright.sync_api import Locator, Page, expect


def player_of(page: Page) -> Locator:
    """The player on a page."""
    return page.get_by_test_id("player")


def drawn(page: Page) -> Locator:
    """The player, once its picture is there and at rest."""
    player = player_of(page)
    expect(player).to_have_attribute("data-settled", "true")
    expect(player).not_to_have_attribute("data-revision", "0")
    return player


def on_map(player: Locator, x: float, y: float) -> tuple[float, float]:
    """The place on the page, in px, of a point of the surface."""
    left, top = player.locator(".downhill-panel-map .downhill-overlay").evaluate(
        """(graph, [x, y]) => {
            const { left, top } = graph.getBoundingClientRect();
            const { xaxis, yaxis } = graph._fullLayout;
            return [left + xaxis._offset + xaxis.d2p(x), top + yaxis._offset + yaxis.d2p(y)];
        }""",
        [x, y],
    )
    return left, top
