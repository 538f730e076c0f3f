"""A link is the lecture: it comes back equal, whatever was chosen, and no text breaks it."""

import string
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lecture import Contender, Lecture, View, decode, encode, opening
from lecture.link import aliases, query
from lecture.link import decode as reading
from lecture.link.decode import MAX_NOTES
from lecture.link.values import full_name, link_name
from lecture.pages import PAGES
from lecture.view import HIDEABLE
from optimizers import BASELINES, MISTAKES, OPTIMIZERS, SCHEDULES
from optimizers.adam import Adam
from optimizers.schedules.epochs import Exponential
from parameters import declared
from surfaces import SURFACES
from tests.lecture.longest import longest
from tests.strategies import lectures

BOWL = opening(SURFACES["bowl"]())
UNREAD = st.text(st.sampled_from(string.ascii_letters + string.digits + "&=~_-.%+?#<>\0é\ud800−"), max_size=200)


@given(lectures())
def test_what_is_encoded_is_decoded(lecture: Lecture) -> None:
    link = encode(lecture)
    again, notes = decode(link)
    assert again == lecture
    assert notes == ()
    assert encode(again) == link


@given(lectures())
def test_nothing_in_a_link_needs_an_escape(lecture: Lecture) -> None:
    link = encode(lecture)
    assert urlencode(parse_qsl(link, strict_parsing=True)) == link
    assert len(dict(parse_qsl(link))) == link.count("=")
    assert decode("https://downhill.example/race?" + link + "#top") == (lecture, ())
    assert decode(quote(link, safe="&=")) == (lecture, ())
    assert decode(link.replace("&", "&amp;")) == (lecture, ())


@given(st.one_of(st.text(), UNREAD, st.binary().map(lambda raw: raw.decode("latin-1"))))
@example("")
@example("?" * 3)
@example("c0=&c1=~~~&c2=_&surface=~_~&start=_&hide=_&camera=_&zoom=~")
@example("steps=nan&noise=inf&seed=-inf&start=1e400_-0&speed=0")
def test_any_text_opens_and_settles(text: str) -> None:
    lecture, _ = decode(text)
    link = encode(lecture)
    assert encode(decode(link)[0]) == link
    assert decode(link) == (lecture, ())


@given(lectures(), st.data())
def test_a_damaged_link_opens_and_settles(lecture: Lecture, data: st.DataObject) -> None:
    link = encode(lecture)
    begin = data.draw(st.integers(0, len(link)))
    end = data.draw(st.integers(begin, min(len(link), begin + 30)))
    damaged, notes = decode(link[:begin] + data.draw(UNREAD) + link[end:])
    assert decode(encode(damaged)) == (damaged, ())
    assert len(notes) <= MAX_NOTES
    for note in notes:
        assert len(note) < 400
        assert not set(note) & set("<>`[]*\\|\0\ud800")


def test_nothing_asked_is_the_first_surface_as_it_opens() -> None:
    assert decode("") == (BOWL, ())
    assert decode("surface=saddle") == (opening(SURFACES["saddle"]()), ())


def test_nobody_takes_part_when_the_link_says_so() -> None:
    assert decode(encode(replace(BOWL, contenders=()))) == (replace(BOWL, contenders=()), ())


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("c0=adam~beta1_1.7", "Adam: β₁ = 1.7 is outside 0 to 0.9999; showing 0.9999."),
        ("c0=adam~eps_nan", "Adam: ε = nan is not a number; showing 10⁻⁸."),
        ("c0=adam~bias_yes", "Adam: bias correction = yes is neither 0 nor 1; showing 1."),
        ("c0=adam~gamma_1", "Adam: there is no value called gamma; it is left out."),
        ("c0=adam~cosine~horizon_1e400", "Adam: Cosine, H = 1e400 is outside 1 to 5000; showing 5000."),
        ("c0=adam~sine", "Adam: there is no schedule called sine; showing Constant."),
        ("c0=adam~at_1", "Adam: start = 1 is not a pair of numbers; showing (−4, 1.5)."),
        ("c0=adam~at_1_x", "Adam: start y = x is not a number; showing 1.5."),
        ("c0=panther", "There is no optimizer called panther; it is left out."),
        ("c8=adam&c0=sgd", "Only c0 to c7 can take part; 1 more are left out."),
        ("surface=bowel~condition_3", "There is no surface called bowel; showing Elongated bowl."),
        ("surface=bowl~condition_-inf", "Elongated bowl: κ = -inf is outside 1 to 10000; showing 1."),
        ("steps=12.4", "steps = 12.4 is not a whole number; showing 12."),
        ("steps=9&steps=9&steps=9", "steps is given more than once; the last value counts."),
        ("seed=1e10", "seed = 1e10 is outside 0 to 2147483647; showing 2147483647."),
        ("noise=", "noise =  is not a number; showing 0."),
        ("same-noise=2", "same-noise = 2 is neither 0 nor 1; showing 1."),
        ("start=1_2_3", "start = 1 2 3 is not a pair of numbers; showing (−4, 1.5)."),
        ("page=home", "There is no page called home; showing Race."),
        ("page=race~speed_1", "Race: there is no value called speed; it is left out."),
        ("step=x", "step = x is not a number; showing the last one."),
        (
            "hide=walls",
            f"hide = walls is not one of {', '.join(HIDEABLE)}; it is left out.",
        ),
        ("step=-1", "step = -1 is outside 0 to 10000; showing 0."),
        ("focus=9", "focus = 9 is outside 0 to 7; showing 7."),
        (
            "layout=wall",
            "layout = wall is not one of map-loss, relief-loss, map-relief, map, relief; showing map-loss.",
        ),
        ("camera=1_2", "camera = 1 2 is not nine numbers; showing the usual one."),
        ("zoom=1_0_0_1", "zoom = 1 0 0 1 is not the two ends of x and of y; showing the whole window."),
        ("lesson=A%20B", "lesson = A B is not the key of a lesson; showing no lesson."),
        ("v=2", "The link was made by another version of this page; what this version understands is shown."),
        ("surfce=bowl", "Unknown, and left out: surfce."),
        ("a=&b=&d=&e=", "Unknown, and left out: a, b, d and 1 more."),
        ("surface=" + "x" * 99, f"There is no surface called {'x' * 39}…; showing Elongated bowl."),
        ("surface=<script>", "There is no surface called ?script?; showing Elongated bowl."),
    ],
)
def test_every_correction_is_said_once_in_words(text: str, note: str) -> None:
    assert decode(text)[1] == (note,)


def test_what_cannot_be_hidden_is_named_and_the_rest_is_hidden() -> None:
    lecture, (note,) = decode("hide=noise_walls")
    assert lecture.view.hidden == {"noise"}
    assert note.startswith(f"hide = walls is not one of {', '.join(HIDEABLE)}; it is left out.")


def test_an_unknown_rule_does_not_take_the_others_with_it() -> None:
    lecture, notes = decode("surface=saddle&c0=tiger&c3=adam~beta1_0.5&c1=sgd")
    assert [(c.rule.key, c.slot) for c in lecture.contenders] == [("adam", 3), ("sgd", 1)]
    assert len(notes) == 1
    assert lecture.contenders[0].rule == replace(Adam(beta1=0.5), learning_rate=0.02), "as the surface suggests"


def test_minus_zero_keeps_its_sign() -> None:
    lecture, _ = decode(encode(replace(BOWL, start=(-0.0, 0.0))))
    assert [str(c) for c in lecture.start] == ["-0.0", "0.0"]


def test_a_minus_sign_from_a_text_and_a_plus_that_became_a_space_are_read() -> None:
    assert decode("start=−4_1e 3")[0].start == (-4.0, 1000.0)


def test_the_parameters_of_others_are_passed_over_in_silence() -> None:
    assert decode("embed=true&embed_options=dark_theme&utm_source=x&fbclid=y") == (BOWL, ())


def test_of_a_value_that_is_repeated_the_last_one_counts() -> None:
    lecture, notes = decode("steps=7&steps=9&c0=sgd~lr_1~lr_2")
    assert (lecture.steps, lecture.contenders[0].rule.learning_rate) == (9, 2.0)
    assert notes == ("steps is given more than once; the last value counts.",)


def test_six_contenders_fit_into_a_code_that_scans_from_the_back_row() -> None:
    assert len(encode(longest(1.2345678901234567))) < 2050  # a code of version 33 holds as many
    default = replace(BOWL, contenders=tuple(Contender(OPTIMIZERS["adam"](), slot=slot) for slot in range(6)))
    assert len(encode(default)) < 900


def test_no_more_is_read_than_a_link_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    one = reading._contender

    def counted(text: str, *others: object) -> Contender | None:
        read.append(text)
        return one(text, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "_contender", counted)
    lecture, notes = decode("&".join(f"c{i}=sgd" for i in range(10_000)))
    assert len(lecture.contenders) == len(read) == 8
    assert "The link is longer than 8,000 characters; the rest is ignored." in notes
    assert "The link has more than 100 parts; the rest are ignored." in notes


def test_a_long_text_is_cut_between_two_parts() -> None:
    lecture, notes = decode("steps=7&" + "x" * 7000 + "&noise=1" + "1" * query.MAX_CHARACTERS)
    assert (lecture.steps, lecture.noise) == (7, 0.0)
    assert len(notes) == 2


def test_many_corrections_are_summed_up() -> None:
    _, notes = decode("c0=adam" + "".join(f"~x{i}_1" for i in range(30)))
    assert len(notes) == MAX_NOTES
    assert notes[-1] == "19 more corrections were made."


@pytest.mark.parametrize(
    ("table", "old", "now", "link"),
    [
        ("SURFACES", "banana", "rosenbrock", "surface=banana"),
        ("RULES", "polyak", "heavy-ball", "c0=polyak"),
        ("SCHEDULES", "stairs", "step", "c0=sgd~stairs"),
        ("PAGES", "gallery", "lessons", "page=gallery"),
        ("FIELDS", ("adam", "decay"), "beta1", "c0=adam~decay_0.5"),
        ("QUERY", "updates", "steps", "updates=12"),
    ],
)
def test_a_renamed_key_still_opens(
    table: str, old: object, now: str, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert decode(link)[1], "the old name means nothing by itself"
    monkeypatch.setattr(aliases, table, {old: now})
    lecture, notes = decode(link)
    assert notes == ()
    old_name = old[1] if isinstance(old, tuple) else str(old)
    assert lecture == decode(link.replace(old_name, now))[0]


FAMILIES = [
    family for registry in (OPTIMIZERS, BASELINES, MISTAKES, SCHEDULES, SURFACES, PAGES) for family in registry.values()
]


@pytest.mark.parametrize("family", [*FAMILIES, Contender, View])
def test_names_are_short_and_long_and_never_meet(family: type[Any]) -> None:
    short = [link_name(field, parameter) for field, parameter in declared(family).items()]
    long = [full_name(field) for field in declared(family)]
    assert len({*short}) == len({*long}) == len(declared(family))
    assert all(long.index(name) == i for i, name in enumerate(short) if name in long)


def test_names_in_full_are_understood() -> None:
    link = "c0=adam~learning-rate_0.2~epsilon_1~bias-correction_0~exponential~steps-per-epoch_3"
    (contender,) = decode(link)[0].contenders
    assert contender.rule == Adam(0.2, epsilon=1.0, bias_correction=False)
    assert contender.schedule == Exponential(steps_per_epoch=3)
    assert not decode(link)[1]


def test_no_value_of_a_rule_has_a_name_that_the_link_needs_itself() -> None:
    for rule in (*OPTIMIZERS.values(), *BASELINES.values(), *MISTAKES.values()):
        own = {link_name(field, parameter) for field, parameter in declared(Contender).items()}
        assert not own & {link_name(field, parameter) for field, parameter in declared(rule).items()}
