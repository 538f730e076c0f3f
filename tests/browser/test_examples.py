"""The panel of a data set: what it shows of examples, models and batches, step by step."""

import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from lecture import decode, encode, opening, race
from optimizers import MiniBatch
from surfaces import SURFACES, stationary_covariance
from tests.browser.player import drawn, drawn_paths, on_data, press_switch
from tests.browser.race_page import after_a_new_picture, choose, script_ended

DATA = ["regression", "logistic", "two-weights"]


def open_page(page: Page, key: str) -> None:
    page.goto("/?" + encode(opening(SURFACES[key]())) + "&step=40")
    drawn(page)
    script_ended(page)


def ink(page: Page) -> dict[str, int]:
    """How many pixels of the upper canvas have the colour of each contender."""
    return drawn(page).evaluate(
        """(player) => {
            const [, canvas] = player.querySelectorAll(".downhill-panel-data canvas");
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            const count = {};
            for (let k = 0; k < data.length; k += 4) {
                if (data[k + 3] < 250) continue;
                const color = [...data.slice(k, k + 3)].join(",");
                count[color] = (count[color] ?? 0) + 1;
            }
            return count;
        }"""
    )


@pytest.mark.parametrize("key", DATA)
def test_every_model_is_drawn_and_the_batch_of_the_one_in_focus_lit(page: Page, key: str) -> None:
    open_page(page, key)
    player = drawn(page)
    expect(player.locator(".downhill-panel-data")).to_be_visible()
    expect(player).to_have_attribute("data-live", "true")
    readout = player.locator(".downhill-panel-data .downhill-readout")
    per_epoch = -(-200 // 32)
    said = {
        "SGD, B 32": ("0,114,178", f"epoch {40 // per_epoch + 1}, batch {40 % per_epoch + 1} of {per_epoch}"),
        "SGD, full batch": ("213,94,0", "every gradient is of all 200 examples"),
        "SGD, B 1": ("0,158,115", "epoch 1, batch 41 of 200"),
    }
    for name, (color, words) in said.items():
        if name != "SGD, B 32":  # which is in focus
            player.get_by_role("button", name=f"Focus {name}").click()
        expect(readout).to_have_text(words)
        counted = ink(page)
        assert counted.get(color, 0) > 100, f"the model in focus is not on top: {counted}"


def test_the_batch_that_is_lit_is_the_one_of_the_run(page: Page) -> None:
    open_page(page, "regression")
    surface = SURFACES["regression"]()
    batches = MiniBatch(32, seed=0).draw(surface, 60, ()).batches
    assert batches is not None
    lit = drawn(page).evaluate(
        """(player) => {
            const graph = player.querySelector(".downhill-panel-data .downhill-graph");
            const [, canvas] = player.querySelectorAll(".downhill-panel-data canvas");
            const context = canvas.getContext("2d");
            const { xaxis, yaxis } = graph._fullLayout;
            const [{ width, height }, ratio] = [canvas, devicePixelRatio];
            return { x: xaxis.range, y: yaxis.range, width: width / ratio, height: height / ratio, ratio,
                pixels: [...context.getImageData(0, 0, width, height).data], across: width };
        }"""
    )
    features, targets = surface.data  # type: ignore[attr-defined]
    left = (features - lit["x"][0]) / (lit["x"][1] - lit["x"][0]) * lit["width"] * lit["ratio"]
    top = (lit["y"][1] - targets) / (lit["y"][1] - lit["y"][0]) * lit["height"] * lit["ratio"]
    pixels = np.array(lit["pixels"], dtype=np.uint8).reshape(-1, lit["across"], 4)
    blue = np.array([0, 114, 178])
    is_blue = [
        (np.abs(pixels[int(v) - 1 : int(v) + 2, int(u) - 1 : int(u) + 2, :3].astype(int) - blue).max(axis=2) < 20).all()
        for u, v in zip(left, top, strict=True)
    ]
    batch = batches[40][batches[40] >= 0]
    # The rim of a neighbour covers one or the other; some of the others lie on the model's line, or under a lit one.
    assert np.mean(np.array(is_blue)[batch]) > 0.85
    assert np.count_nonzero(is_blue) < batch.size + 20


def test_the_arrows_of_a_batch_are_those_of_its_examples(page: Page) -> None:
    page.goto("/?" + encode(opening(SURFACES["regression"]())) + "&step=40&arrows=1&focus=0")
    player = drawn(page)
    note, thin = player.locator(".downhill-map-notes p").first, player.locator(".downhill-batch-arrows")
    expect(note).to_have_text("thin arrows: −g of each of the 32 examples")
    assert (thin.get_attribute("d") or "").count("M") == 2 * 32
    player.get_by_role("button", name="Focus SGD, full batch").click()
    expect(note).to_have_text("thin arrows: −g of 32 of the 200 examples")
    player.get_by_role("button", name="Focus SGD, B 1").click()
    batches = MiniBatch(1, seed=0).draw(SURFACES["regression"](), 60, ()).batches
    assert batches is not None
    expect(note).to_have_text(f"dashed: where example {batches[40, 0]} has no loss")
    assert (player.locator(".downhill-batch-line").get_attribute("d") or "").count("L") == 1


def test_other_surfaces_have_no_examples_and_a_curve_instead(page: Page) -> None:
    open_page(page, "regression")
    after_a_new_picture(page, lambda: choose(page, "Surface", SURFACES["bowl"].title))
    expect(drawn(page)).to_have_attribute("data-numbers", "gradient")
    expect(page.locator(".downhill-panel-data")).to_be_hidden()
    after_a_new_picture(page, lambda: choose(page, "Surface", SURFACES["two-weights"].title))
    expect(drawn(page)).to_have_attribute("data-numbers", "data")
    expect(page.locator(".downhill-legend-entry").first).to_contain_text("B 32")


def test_a_dragged_example_takes_surface_and_paths_with_it_and_is_in_the_link(
    page: Page, sent: list[str | bytes]
) -> None:
    open_page(page, "regression")
    player = drawn(page)
    expect(player).to_have_attribute("data-live", "true")
    before = int(player.get_attribute("data-pictures") or 0)
    surface: Any = SURFACES["regression"]()
    index = int(np.argmax(surface.data.targets))
    left, top = on_data(player, surface.data.features[index], surface.data.targets[index])
    there = value_at(page, left - 80, top + 160)
    sent.clear()
    page.mouse.move(left, top)
    page.mouse.down()
    for k in range(1, 21):
        page.mouse.move(left - 4 * k, top + 8 * k)
        page.wait_for_function(
            "(count) => Number(document.querySelector('[data-pictures]').dataset.pictures) > count", arg=before + k - 1
        )
    expect(player).to_have_attribute("data-source", "browser")
    assert sent == []
    shown, followed = drawn_paths(page), minimum(page)
    page.mouse.up()
    expect(player).to_have_attribute("data-source", "server")
    page.wait_for_url(f"**moved_{index}_**")
    lecture, notes = decode(page.url.partition("?")[2])
    assert notes == ()
    ((moved, across, up),) = lecture.surface.moved  # type: ignore[attr-defined]
    assert moved == index
    assert (across, up) == pytest.approx(there, abs=0.01)
    for walked, confirmed, entry in zip(shown, drawn_paths(page), race(lecture), strict=True):
        np.testing.assert_allclose(walked, confirmed, rtol=1e-9)
        np.testing.assert_allclose(confirmed, entry.trajectory.points[0][: len(confirmed)], rtol=1e-9)
    best = lecture.surface.critical_points[0]
    assert followed == pytest.approx(best.point, rel=1e-6), "it goes with the hand"
    assert best.point != pytest.approx(surface.critical_points[0].point, rel=1e-3)
    player.get_by_role("button", name="Put back").click()
    page.wait_for_url("**moved_none**")
    expect(player).to_have_attribute("data-source", "server")
    assert minimum(page) == pytest.approx(surface.critical_points[0].point)
    expect(player.get_by_role("button", name="Put back")).to_be_hidden()


def minimum(page: Page) -> tuple[float, float]:
    """Where the map shows the minimum."""
    find = """(plots) => plots.flatMap(({ data }) => data ?? []).filter(({ name }) => name === "minimum")
        .map(({ x, y }) => [x[0], y[0]])[0]"""
    return tuple(page.locator(".downhill-panel-map .js-plotly-plot").evaluate_all(find))


def test_escape_puts_a_dragged_example_back(page: Page) -> None:
    open_page(page, "logistic")
    player = drawn(page)
    expect(player).to_have_attribute("data-live", "true")
    paths = drawn_paths(page)
    surface: Any = SURFACES["logistic"]()
    left, top = on_data(player, *surface.data.features[:, 0])
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(left + 60, top + 20)
    expect(player).to_have_attribute("data-source", "browser")
    page.keyboard.press("Escape")
    expect(player).to_have_attribute("data-source", "server")
    page.mouse.up()
    assert drawn_paths(page) == paths
    assert "moved_none" in page.url or "moved" not in page.url


def value_at(page: Page, left: float, top: float) -> tuple[float, float]:
    """The point in the panel of the data that is at a place on the page."""
    (x, y), (x1, y1) = (on_data(drawn(page), *point) for point in ((0.0, 0.0), (1.0, 1.0)))
    return (left - x) / (x1 - x), (top - y) / (y1 - y)


def test_curves_run_over_examples_or_epochs_and_the_link_says_so(page: Page) -> None:
    page.goto("/?" + encode(opening(SURFACES["regression"]())) + "&axis=examples&focus=0")
    player = drawn(page)
    expect(player.locator(".downhill-panel-loss .downhill-readout")).to_contain_text("dots: each batch's loss")
    ends = "(panel) => panel.querySelector('.downhill-graph').data.map(({ x }) => x.at(-1)).slice(0, 3)"
    assert player.locator(".downhill-panel-loss").evaluate(ends) == [200, 200, 200], "where the first of them ends"
    player.get_by_label("What the curves run over").select_option("epochs")
    page.wait_for_url("**axis=epochs**")
    expect(player).to_have_attribute("data-settled", "true")
    assert player.locator(".downhill-panel-loss").evaluate(ends) == [1, 1, 1]
    player.get_by_role("button", name="Show SGD, B 1").click()
    expect(player.locator(".downhill-panel-loss .downhill-readout")).to_contain_text("as far as SGD, B 32 comes")
    lecture, notes = decode(page.url.partition("?")[2])
    assert (lecture.view.axis, notes) == ("epochs", ())


def test_an_example_is_chosen_and_moved_by_keys(page: Page) -> None:
    open_page(page, "regression")
    player = drawn(page)
    expect(player).to_have_attribute("data-live", "true")
    surface: Any = SURFACES["regression"]()
    handle = player.locator('[data-handle="example"]')
    handle.focus()
    page.keyboard.press("PageDown")
    expect(handle).to_have_attribute("aria-label", re.compile(r"Example 1 at x [−\d.]+, y [−\d.]+\."))
    before = [list(path) for path in drawn_paths(page)]
    page.keyboard.down("ArrowUp")
    expect(player).to_have_attribute("data-source", "browser")
    page.keyboard.press("Escape")
    page.keyboard.up("ArrowUp")
    expect(player).to_have_attribute("data-source", "server")
    assert [list(path) for path in drawn_paths(page)] == before
    page.keyboard.press("Shift+ArrowUp")
    page.wait_for_url("**moved_1_**")
    ((index, across, up),) = decode(page.url.partition("?")[2])[0].surface.moved  # type: ignore[attr-defined]
    assert (index, across) == (1, pytest.approx(surface.data.features[1], abs=0.02))
    assert 0.0 < up - surface.data.targets[1] < 0.1


SHAPE_OF_CLOUD = """(expected) => {
    const { width, height } = [...document.querySelectorAll(".downhill-cloud path")].at(-1).getBBox();
    return Math.abs(width / height / expected - 1) < 0.05;
}"""
"""JavaScript: whether the cloud is so many times as wide as high, once nothing around the map moves any more."""


def test_the_cloud_is_drawn_before_a_step_is_made_and_says_how_far_it_reaches(page: Page) -> None:
    lecture = opening(SURFACES["regression"]())
    page.goto("/?" + encode(lecture) + "&step=0&cloud=1&focus=2")
    player = drawn(page)
    covariance = stationary_covariance(lecture.surface, 0.05, 1)  # type: ignore[arg-type]
    assert covariance is not None
    note = player.locator(".downhill-map-notes p").filter(has_text="Cloud")
    expect(note).to_contain_text(f"radius {np.sqrt(np.trace(covariance)):.4g}; in this path's second half")
    page.wait_for_function(SHAPE_OF_CLOUD, arg=float(np.sqrt(covariance[0, 0] / covariance[1, 1])))
    player.get_by_role("button", name="Focus SGD, full batch").click()
    expect(note).to_have_text("Cloud: predicted for SGD on mini-batches with a constant α")
    press_switch(page, "Cloud")
    expect(note).to_be_hidden()
    page.wait_for_url("**cloud=0**")
