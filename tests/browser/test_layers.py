"""The layers of the map: each has its shares, and a pixel of the basins says how the race ends that it opens."""

import re

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from lecture import basins, decode, encode
from lecture.landscape import REACH
from lecture.view import LAYERS
from optimizers import Optimizer, run
from parameters import format_number
from surfaces.himmelblau import Himmelblau
from tests.browser.hand import at_rest, pressed, thumb
from tests.browser.race_page import after_a_new_picture

LEGEND = ".downhill-survey"
ALPHA = ".st-key-widget-contender-3-adam-learning_rate-slider"
TITLES = {
    "basins": "Where SGD ends from every start",
    "difference": "Which minimum SGD and Momentum reach from every start",
    "curvature": "Smallest eigenvalue",
    "condition": "Condition number",
    "gradient": "Downhill",
    "newton": "Which critical point Newton's method reaches from every place",
}


def of_himmelblau(layer: str) -> str:
    return f"/?surface=himmelblau&step=end&layer={layer}"


def finished(page: Page) -> Locator:
    """The legend of a layer, once all of it is computed."""
    legend = page.locator(LEGEND)
    expect(legend).to_have_attribute("data-done", "1", timeout=20_000)
    return legend


def shares(legend: Locator) -> dict[str, str]:
    terms, values = (legend.locator(name).all_inner_texts() for name in ("dt", "dd"))
    return dict(zip(terms, values, strict=True))


def test_each_layer_is_shown_is_in_the_link_and_has_its_shares(page: Page) -> None:
    at_rest(page, of_himmelblau("heights"))
    expect(page.locator(LEGEND)).to_be_hidden()
    for layer in LAYERS[1:]:
        page.get_by_label("Layer of the map").select_option(layer)
        legend = page.locator(LEGEND)
        expect(legend.locator("figcaption")).to_contain_text(TITLES[layer])
        finished(page)
        assert (legend.locator("dd").count() > 0) == (layer != "gradient")
        page.wait_for_url(f"**layer={layer}**")
        assert decode(page.url.partition("?")[2])[0].view.layer == layer


def test_the_shares_are_those_of_numpy_and_a_click_opens_what_its_pixel_says(page: Page) -> None:
    player = at_rest(page, of_himmelblau("basins"))
    lecture, _ = decode(page.url.partition("?")[2])
    rule = lecture.contenders[0].rule
    assert isinstance(rule, Optimizer)
    legend = finished(page)
    found = basins(Himmelblau(), rule, lecture.steps, shape=(100, 100))
    shown = shares(legend)
    for code, minimum in enumerate(Himmelblau().minima):
        place = ", ".join(format_number(c, 3) for c in minimum.point)
        share = float(re.sub(r"\D", "", shown[f"minimum ({place})"]))
        assert share == pytest.approx(100.0 * (found.codes == code).mean(), abs=1.0)
    map_ = player.locator(".downhill-overlay .nsewdrag").bounding_box()
    assert map_
    x, y = map_["x"] + 0.13 * map_["width"], map_["y"] + 0.62 * map_["height"]
    page.mouse.move(x, y)
    readout = player.locator(".downhill-panel-map .downhill-readout").last
    expect(readout).to_contain_text("SGD from here: minimum (−3.78, −3.28), after")
    steps = int(re.findall(r"after (\d+) steps", readout.inner_text())[0])
    after_a_new_picture(page, lambda: page.mouse.click(x, y))
    outcome = player.locator(".downhill-outcomes li").first
    expect(outcome).to_contain_text("SGD: It reached the global minimum near (−3.78, −3.28)")
    page.wait_for_url(lambda url: decode(url.partition("?")[2])[0].start != lecture.start)
    x, y = decode(page.url.partition("?")[2])[0].start
    ended = basins(Himmelblau(), rule, lecture.steps, shape=(1, 1), window=((x, x), (y, y)))
    np.testing.assert_array_equal(ended.steps, steps)


def test_the_basins_follow_a_hand_and_what_is_in_sight_where_a_pixel_says_how_its_run_ends(page: Page) -> None:
    at_rest(page, f"{of_himmelblau('basins')}&focus=3")
    shown = finished(page).locator("dl")
    whole, words = shares(page.locator(LEGEND)), shown.inner_text()
    x, y = thumb(page, ALPHA)
    with pressed(page, x, y):
        page.mouse.move(x + 60, y)
        expect(shown).not_to_have_text(words, use_inner_text=True)
    lecture, _ = decode(page.url.partition("?")[2])
    zoomed = encode(lecture).replace("zoom=auto", "zoom=-1_1_-2_0")
    player = at_rest(page, f"/?{zoomed}")
    finished(page)
    near = shares(page.locator(LEGEND))
    assert near != whole
    assert len(near) > 2
    map_ = player.locator(".downhill-overlay .nsewdrag").bounding_box()
    assert map_
    for across, up in ((0.2, 0.8), (0.7, 0.3)):
        x, y = map_["x"] + across * map_["width"], map_["y"] + (1.0 - up) * map_["height"]
        page.mouse.move(x, y)
        readout = player.locator(".downhill-panel-map .downhill-readout").last
        expect(readout).to_contain_text("Adam from here: minimum")
        said = re.search(r"minimum (\(.*?\)), after (\d+) steps", readout.inner_text())
        assert said
        before = page.url
        after_a_new_picture(page, lambda x=x, y=y: page.mouse.click(x, y))
        page.wait_for_url(lambda url, before=before: url != before)
        opened, _ = decode(page.url.partition("?")[2])
        path = run(Himmelblau(), opened.contenders[3].rule, opened.start, opened.steps)
        end = path.points[:, -1]
        nearest = min(Himmelblau().minima, key=lambda minimum, end=end: float(np.hypot(*(minimum.point - end))))
        assert path.outcome.kind.is_minimum
        assert said[1] == f"({', '.join(format_number(c, 3) for c in nearest.point)})"
        assert int(said[2]) == np.argmax(np.hypot(*(path.points - end[:, np.newaxis])) <= REACH)
