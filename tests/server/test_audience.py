"""The audience's page as it is sent: kept, compressed, corrected, and under a strict policy."""

import gzip
import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from starlette.applications import Starlette
from starlette.routing import Route

from exports.audience import page as audience
from lecture import encode, opening, race
from lecture.lessons import LESSONS
from lecture.link.query import MAX_CHARACTERS
from lecture.pages import PAGES
from scenes.blobs import unpack
from server.audience import preview, view
from surfaces import SURFACES
from tests.server.asking import Reply, ask

APP = Starlette(routes=[Route("/view", view), Route("/preview.png", preview), Route("/mounted/view", view)])
LINK = encode(opening(SURFACES["bowl"]()))


class Parsed(HTMLParser):
    """The elements of a page, and the text in those that have an id."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self.feed(body.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        _, attributes = self.elements[-1] if self.elements else ("", {})
        name = attributes.get("id") or attributes.get("class", "")
        self.texts[name] = self.texts.get(name, "") + data

    def tags(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def viewed(query: str, **headers: str) -> Reply:
    (reply,) = ask(APP, f"/view?{query}", **headers)
    return reply


def test_it_holds_the_race_of_its_link_to_the_last_bit() -> None:
    lecture = opening(SURFACES["bowl"]())
    reply = viewed(LINK)
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    page = Parsed(reply.body)
    scene = json.loads(page.texts["scene"])["scene"]
    blobs = {bytes_[:16].decode(): unpack(bytes_) for bytes_ in map(b64decode, json.loads(page.texts["blobs"]))}
    for entry, contender in zip(race(lecture), scene["content"]["contenders"], strict=True):
        _, arrays = blobs[scene["blobs"][contender["id"]]]
        assert arrays["points"].tobytes() == entry.trajectory.points.tobytes()


def test_two_links_that_differ_in_one_digit_are_two_pages() -> None:
    one, other = ask(APP, f"/view?{LINK}", f"/view?{LINK.replace('lr_0.098', 'lr_0.097')}")
    assert one.body != other.body
    assert one.headers["ETag"] != other.headers["ETag"]
    assert b"lr_0.097" in other.body
    assert b"lr_0.097" not in one.body


def test_it_is_made_once_for_all_who_ask_at_once_however_they_spell_it() -> None:
    link = LINK.replace("steps=120", "steps=77")
    with patch.object(audience, "build", wraps=audience.build) as build:
        replies = ask(APP, *[f"/view?{link}"] * 20, *[f"/view?utm_source=x&{link}"] * 20)
        assert build.call_count == 1
    assert len({reply.body for reply in replies}) == 1


def test_a_class_that_opens_different_links_gets_them_all() -> None:
    links = [LINK.replace("steps=120", f"steps={steps}") for steps in range(20, 60)]
    replies = ask(APP, *(f"/view?{link}" for link in links), f"/preview.png?{links[0]}")
    assert replies[-1].headers["Content-Type"] == "image/png"
    for link, reply in zip(links, replies[:-1], strict=True):
        (full,) = [tag["href"] for tag in Parsed(reply.body).tags("a") if "target" not in tag]
        assert full.endswith(link)


def test_it_is_compressed_for_those_who_take_that() -> None:
    plain, zipped = viewed(LINK), viewed(LINK, Accept_Encoding="br, gzip")
    assert "Content-Encoding" not in plain.headers
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in zipped.headers["Vary"]
    assert gzip.decompress(zipped.body) == plain.body


def test_a_browser_that_has_it_is_told_so() -> None:
    etag = viewed(LINK).headers["ETag"]
    for known in (etag, etag.removeprefix("W/"), f'"other", {etag}', "*"):
        reply = viewed(LINK, If_None_Match=known)
        assert (reply.status, reply.body, reply.headers["ETag"]) == (304, b"", etag)
        assert reply.headers["Cache-Control"] == "public, max-age=60"
    assert viewed(LINK, If_None_Match='"other"').status == 200


def test_head_says_what_get_would_send() -> None:
    (head,) = ask(APP, f"/view?{LINK}", method="HEAD")
    get = viewed(LINK)
    assert head.status == 200
    assert {**head.headers} == {**get.headers}
    assert ask(APP, f"/view?{LINK}", method="POST")[0].status == 405


def test_its_links_lead_to_the_app_where_it_is_mounted() -> None:
    for path, host, app in [
        ("/view", "downhill.example", "http://downhill.example/"),
        ("/mounted/view", "[::1]:80", "http://[::1]:80/mounted/"),
    ]:
        (reply,) = ask(APP, f"{path}?{LINK}", Host=host)
        (full,) = [link for link in Parsed(reply.body).tags("a") if "target" not in link]
        assert full["href"] == f"{app}?{LINK}"


def test_a_corrected_link_is_shown_with_a_sentence() -> None:
    page = Parsed(viewed("surface=nowhere&steps=0").body)
    assert "There is no surface called nowhere" in page.texts["note"]
    assert json.loads(page.texts["scene"])["scene"]["content"]["steps"] == 1
    assert "note" not in Parsed(viewed(LINK).body).texts


@pytest.mark.parametrize("key", PAGES)
def test_every_page_is_shown(key: str) -> None:
    page = Parsed(viewed(f"page={key}").body)
    shown = key if PAGES[key].picture else "race"
    assert json.loads(page.texts["scene"])["scene"]["page"] == shown
    assert any(f"/audience/{shown}.js" in script.get("data-files", "") for script in page.tags("script"))


def test_a_preview_says_how_it_ends_and_shows_it() -> None:
    page = Parsed(viewed(LINK).body)
    tags = {tag.get("property") or tag.get("name"): tag.get("content", "") for tag in page.tags("meta")}
    assert tags["og:title"].startswith("Downhill: Elongated bowl")
    assert tags["og:description"] == tags["description"]
    assert "SGD: still moving, loss 0.001251" in tags["description"]
    address = tags["og:image"]
    assert address == f"http://downhill.example/preview.png?{LINK}"
    (reply,) = ask(APP, address.removeprefix("http://downhill.example"))
    assert reply.headers["Content-Type"] == "image/png"
    assert Image.open(BytesIO(reply.body)).size == (1200, 630)
    (again,) = ask(APP, f"/preview.png?{LINK}", If_None_Match=reply.headers["ETag"])
    assert again.status == 304
    other = Parsed(viewed("page=averages").body)
    (image,) = [tag.get("content", "") for tag in other.tags("meta") if tag.get("property") == "og:image"]
    (drawn,) = ask(APP, image.removeprefix("http://downhill.example"))
    assert Image.open(BytesIO(drawn.body)).size == (1200, 630)
    assert drawn.body != reply.body


def test_a_lesson_tells_nothing_before_it_has_asked() -> None:
    lesson = next(iter(LESSONS.values()))
    page = Parsed(viewed(encode(lesson.lecture)).body)
    (described,) = [tag for tag in page.tags("meta") if tag.get("name") == "description"]
    assert described["content"] == lesson.question.words
    assert page.tags("template"), "the results are no part of the document"


def test_its_policy_allows_the_loader_and_no_other_script_in_it() -> None:
    reply = viewed(LINK)
    policy = dict(rule.split(" ", 1) for rule in reply.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in str(policy)
    (loader,) = re.findall(rb"<script data-files=[^>]*>(.*?)</script>", reply.body, re.DOTALL)
    assert f"'sha256-{b64encode(sha256(loader).digest()).decode()}'" in policy["script-src"]
    page = Parsed(reply.body)
    assert {script["type"] for script in page.tags("script") if "data-files" not in script} == {"application/json"}
    assert not page.tags("style")
    assert all(not name.startswith("on") and name != "style" for _, attrs in page.elements for name in attrs)


@pytest.mark.parametrize("value", ["https://course.example https://*.university.example:8443", "'self'", "'none'"])
def test_who_may_frame_it_can_be_configured(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    assert "frame-ancestors" not in viewed(LINK).headers["Content-Security-Policy"]
    monkeypatch.setenv("DOWNHILL_FRAME_ANCESTORS", value)
    assert viewed(LINK).headers["Content-Security-Policy"].endswith(f"; frame-ancestors {value}")


@pytest.mark.parametrize("value", ["https://a; script-src *", "'unsafe-inline'", "<b>"])
def test_what_is_no_source_of_a_frame_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DOWNHILL_FRAME_ANCESTORS", value)
    with pytest.raises(ValueError, match="DOWNHILL_FRAME_ANCESTORS"):
        viewed(LINK)


PIECES = (
    *(
        "<script>alert(1)</script>",
        "</script>",
        "<!--",
        '"onload="x',
        "{{scene}}",
        "%00",
        "%0d%0aX:1",
        "&amp;",
        "~",
        "_",
    ),
    *("javascript:x", "NaN", "1e999", "-", "=", "&", "?", "#", "\u2028", "ÿ", "c0", "c9=adam", "surface=formula~f_x"),
)


@given(
    st.lists(st.tuples(st.integers(0, len(LINK)), st.sampled_from(PIECES)), min_size=1, max_size=4), st.integers(0, 40)
)
@settings(max_examples=300)
def test_a_mutated_link_is_a_page_that_repeats_nothing_but_text(put: list[tuple[int, str]], cut: int) -> None:
    query = LINK.replace("steps=120", "steps=9")
    for place, piece in put:
        query = query[:place] + piece + query[place + cut :]
    reply = viewed(query.encode().decode("latin-1"))
    assert reply.status == 200
    assert b"Traceback" not in reply.body
    page = Parsed(reply.body)
    assert len(page.tags("script")) == 3
    assert page.tags("html") == [{"lang": "en"}]
    assert b"alert(1)" not in reply.body
    json.loads(page.texts["scene"])


@pytest.mark.parametrize("query", ["", "x" * 60_000, "&" * 5_000, "surface=bowl&" * 500 + "steps=5"])
def test_a_long_or_empty_query_is_a_page(query: str) -> None:
    assert viewed(query).status == 200
    assert len(query) < MAX_CHARACTERS or b"is ignored" in viewed(query).body or b"more than" in viewed(query).body
