"""What is taken away is the picture that the page shows when its button is pressed."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from lecture import Lecture, decode, opening, race
from scenes.plotly_js import cdn_address
from surfaces import SURFACES
from tests.browser.player import PLAYER, as_numbers, drawn, legend_losses, player_of
from tests.browser.race_page import BETA1, after_a_new_picture, after_a_run, enter, opened, script_ended
from tests.browser.stills import save

STEP = 37
HANDOUT = "Handout: the race as one HTML page"
TABLE = "All steps as a table (CSV)"
SCRIPTS = {"project": "Python script with Downhill's modules", "numpy": "Python script with NumPy only"}

HOLD_NEXT = """() => {
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (data) {
        if (data.length > 1000) return send.call(this, data); // what controls hold
        WebSocket.prototype.send = send;
        window.sendHeld = () => this.send(data);
    };
}"""
"""JavaScript: keep the next short message from the server until it is sent, as if a script run were faster than it."""


def changed(page: Page) -> Lecture:
    """Turn a value and go to a step; return the lecture that the page then shows, but for its view."""
    opened(page)
    after_a_new_picture(page, lambda: enter(page, BETA1, 0.5))
    page.get_by_label("Step", exact=True).fill(str(STEP))
    lecture = opening(SURFACES["bowl"]())
    adam = replace(lecture.contenders[-1], rule=replace(lecture.contenders[-1].rule, beta1=0.5))
    return replace(lecture, contenders=(*lecture.contenders[:-1], adam))


def open_panel(page: Page) -> None:
    page.get_by_role("button", name="Share").click()
    page.get_by_role("tab", name="Download").click()
    script_ended(page)


def taken(page: Page, button: str, kind: str, folder: Path) -> Path:
    """Press a button that gives a file; return the file."""
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    assert started.value.suggested_filename == f"downhill-elongated-bowl-{kind}"
    file = folder / kind
    started.value.save_as(file)
    return file


def test_each_button_gives_the_race_as_it_is_now(page: Page, tmp_path: Path) -> None:
    lecture = changed(page)
    revision = player_of(page).get_attribute("data-revision")
    open_panel(page)

    lines = taken(page, TABLE, "steps.csv", tmp_path).read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    expected = [
        (entry.label, str(step), *(repr(float(w)) for w in point))
        for entry in race(lecture)
        for step, point in enumerate(entry.trajectory.points.T)
    ]
    expected.sort(key=lambda row: int(row[1]))  # step by step
    assert [(row["contender"], row["step"], row["x"], row["y"]) for row in rows] == expected
    (link,) = [line.removeprefix("# ") for line in lines if "?v=1" in line]
    assert decode(link)[0] == replace(lecture, view=replace(lecture.view, step=STEP))

    for kind, button in SCRIPTS.items():
        names: dict[str, object] = {}
        exec(compile(taken(page, button, f"{kind}.py", tmp_path).read_text(encoding="utf-8"), kind, "exec"), names)
        paths = names["paths"]
        assert isinstance(paths, dict)
        assert list(paths) == [entry.label for entry in race(lecture)]
        for entry in race(lecture):
            path = paths[entry.label]
            np.testing.assert_array_equal(getattr(path, "points", path), entry.trajectory.points)
    assert player_of(page).get_attribute("data-revision") == revision, "nothing was drawn anew"


def test_the_handout_is_the_player_at_this_step(page: Page, browser: Browser, tmp_path: Path) -> None:
    lecture = changed(page)
    open_panel(page)
    file = taken(page, HANDOUT, "handout.html", tmp_path)
    with browser.new_context() as context:
        context.set_offline(True)
        offline = context.new_page()
        offline.goto(file.as_uri())
        expect(drawn(offline)).to_have_attribute("data-step", str(STEP))
        losses = as_numbers(legend_losses(offline))
    assert losses == pytest.approx([entry.trajectory.values[STEP] for entry in race(lecture)], rel=1e-3)


def test_the_handout_without_plotly_js_is_small(page: Page, tmp_path: Path) -> None:
    opened(page)
    open_panel(page)
    after_a_run(page, page.get_by_text("Include Plotly.js in the handout").click)
    file = taken(page, HANDOUT, "handout.html", tmp_path)
    assert file.stat().st_size < 400_000
    assert cdn_address() in file.read_text(encoding="utf-8")


def test_a_file_that_is_asked_for_while_the_script_runs_comes_after_the_run(page: Page) -> None:
    opened(page)
    open_panel(page)
    toggle = page.get_by_text("Include Plotly.js in the handout")
    with page.expect_download() as started:
        page.evaluate(HOLD_NEXT)
        page.get_by_role("button", name=TABLE).click()
        after_a_run(page, toggle.click)
        page.evaluate("() => window.sendHeld()")
    assert started.value.suggested_filename == "downhill-elongated-bowl-steps.csv"
    expect(page.get_by_test_id("stDownloadButtonError")).to_have_count(0)


def test_what_is_taken_away_while_it_plays_is_not_from_before(page: Page, tmp_path: Path) -> None:
    player = opened(page)
    page.get_by_label("Speed").select_option(label="Slow")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function(f"() => Number(document.querySelector('{PLAYER}').dataset.step) >= 20")
    open_panel(page)
    shown = int(player.get_attribute("data-step") or 0)
    text = taken(page, TABLE, "steps.csv", tmp_path).read_text(encoding="utf-8")
    (link,) = [line for line in text.splitlines() if "?v=1" in line]
    step = decode(link)[0].view.step
    assert step is not None
    assert 20 <= step <= shown


def test_a_still_has_the_typeface_of_the_page(page: Page, tmp_path: Path) -> None:
    opened(page)
    family = page.evaluate("getComputedStyle(document.querySelector('.downhill-player')).fontFamily.split(',')[0]")
    still = save(page, tmp_path, "svg").read_text(encoding="utf-8")
    name = family.strip("\"'")
    assert re.search(rf"@font-face {{[^}}]*{name}[^}}]*url\(\"data:font/", still), "the font is not inside"
    assert len(set(re.findall(r"font-family: ([^;]+);", still.partition("</style>")[2]))) == 1
    with Image.open(save(page, tmp_path, "png-1080")) as image:
        assert image.size == (1920, 1080)
