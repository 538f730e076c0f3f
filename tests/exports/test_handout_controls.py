"""The controls of a handout: every number of every contender, and where it stands in the link."""

import json
from dataclasses import replace

import pytest

from exports.handout.catalogue import JOINING, catalogue
from exports.handout.controls import can_live, living, living_page
from lecture import Contender, Lecture, View, branched, encode, opening, race
from lecture.pages.averages import Averages
from optimizers import OPTIMIZERS, SCHEDULES
from optimizers.adam import Adam
from parameters import Number, Switch, declared
from scenes.blobs import unpack
from scenes.race import content
from surfaces import SURFACES
from tests.eights import eights


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_number_has_a_control_that_knows_its_word_in_the_link(schedule: str) -> None:
    for rules in eights(OPTIMIZERS.values()):
        contenders = tuple(Contender(rule(), SCHEDULES[schedule](), slot=slot) for slot, rule in enumerate(rules))
        lecture = replace(opening(SURFACES["bowl"]()), contenders=contenders)
        link = dict(part.split("=") for part in encode(lecture).split("&"))
        for contender, group in zip(contenders, living(lecture)["groups"], strict=True):
            numbers = [
                (owner, field)
                for owner in (contender.rule, contender.schedule)
                for field, parameter in declared(owner).items()
                if isinstance(parameter, Number)
            ]
            assert [number["path"][-1] for number in group["numbers"]] == [field for _, field in numbers]
            assert group["words"] == link[f"c{contender.slot}"].split("~")
            for (owner, field), number in zip(numbers, group["numbers"], strict=True):
                name, value = group["words"][number["word"]].split("_")
                assert (name, float(value)) == (number["name"], getattr(owner, field))


def test_branches_offer_what_can_be_walked_of_them() -> None:
    lecture = branched(opening(SURFACES["bowl"]()), 3, 30)
    momentum, parent, child = living(lecture)["groups"][1], *living(lecture)["groups"][3:]
    assert [number["name"] for number in momentum["numbers"]] == ["lr", "beta1"]
    for group in (parent, child):
        assert ([number["name"] for number in group["numbers"]], group["switches"]) == (["lr"], [])
    *others, branch = lecture.contenders
    assert can_live(race(replace(lecture, contenders=(*others, replace(branch, rule=Adam(0.5))))))
    assert not can_live(race(replace(lecture, contenders=(*others, replace(branch, rule=Adam(0.2, beta1=0.5))))))


def test_what_follows_from_the_batch_size_has_no_control() -> None:
    lecture = opening(SURFACES["regression"]())
    passing = tuple(replace(c, schedule=SCHEDULES["step"](), epoch_is_pass=True) for c in lecture.contenders)
    for group in living(replace(lecture, contenders=passing))["groups"]:
        assert [n["name"] for n in group["numbers"] if n["name"] != "batch"] == ["lr", "drop", "every"]


@pytest.mark.parametrize(("steps", "largest"), [(200, 79), (30, 200), (5000, 3)])
def test_batches_have_a_control_as_far_as_the_handout_knows_their_examples(steps: int, largest: int) -> None:
    lecture = replace(opening(SURFACES["regression"]()), steps=steps)
    order = unpack(content(lecture, compact=True)[1]["order"])[1]["order"]
    for contender, group in zip(lecture.contenders, living(lecture)["groups"], strict=True):
        controls = [number for number in group["numbers"] if number["name"] == "batch"]
        assert len(controls) == (contender.batch_size <= largest)
        for control in controls:
            assert (control["path"], control["low"], control["high"]) == (("batchSize",), 1, largest)
            assert group["words"][control["word"]] == f"batch_{contender.batch_size}"
            assert control["stops"][-1] == largest
            assert largest == 200 or (steps + 1) * largest <= order.size
    assert not any(n["name"] == "batch" for g in living(opening(SURFACES["bowl"]()))["groups"] for n in g["numbers"])


def test_noise_of_its_own_lets_nobody_join_whose_noise_is_not_known() -> None:
    lecture = opening(SURFACES["bowl"]())
    for noise, same, is_open in ((0.0, False, True), (1.0, True, True), (1.0, False, False)):
        assert living(replace(lecture, noise=noise, same_noise=same))["open"] is is_open


def test_everything_can_be_chosen_in_a_handout() -> None:
    offered = json.loads(json.dumps(catalogue(), allow_nan=False))
    assert [rule["key"] for rule in offered["rules"]] == [*JOINING]
    assert [ground["facts"]["key"] for ground in offered["surfaces"]] == [*SURFACES]
    for ground, family in zip(offered["surfaces"], SURFACES.values(), strict=True):
        begun = opening(family())
        assert (ground["start"], ground["steps"]) == (list(begun.start), begun.steps)
        rates = {c.rule.key: c.rule.learning_rate for c in begun.contenders}
        assert rates.items() <= ground["rates"].items()
        assert ground["words"][0] == begun.surface.key
    for rule, family in zip(offered["rules"], JOINING.values(), strict=True):
        numbers = [field for field, p in declared(family()).items() if isinstance(p, Number)]
        assert [number["path"][1] for number in rule["numbers"]] == numbers
        switches = [field for field, p in declared(family()).items() if isinstance(p, Switch)]
        assert [switch["path"][1] for switch in rule["switches"]] == switches
        assert all(number["slider"] in offered["sliders"] for number in rule["onSliders"])


def test_whoever_does_not_take_part_has_no_controls() -> None:
    first, *others = opening(SURFACES["bowl"]()).contenders
    lecture = Lecture(SURFACES["bowl"](), (1.0, 1.0), (replace(first, active=False), *others))
    assert [group["id"] for group in living(lecture)["groups"]] == [str(contender.slot) for contender in others]


def test_a_page_has_controls_for_what_its_picture_follows_alone() -> None:
    page = Averages(beta_2=0.75, misprint=True)
    described = living_page(replace(opening(SURFACES["bowl"]()), page=page))
    assert [fact["path"] for fact in described["numbers"]] == [("terms", f"beta_{k}") for k in (1, 2, 3)]
    assert [fact["label"] for fact in described["switches"]] == ["Divide by 1 − β instead of 1 − βᵗ"]
    assert described["values"] == {"beta_1": 0.9, "beta_2": 0.75, "beta_3": 0.5, "misprint": True}
    for fact in described["numbers"]:
        value = described["values"][fact["path"][1]]
        assert described["words"][fact["word"]] == f"{fact['name']}_{value}"


def test_what_a_link_hides_is_locked() -> None:
    lecture = opening(SURFACES["bowl"]())
    assert living(lecture)["locked"] == []
    hidden = replace(lecture, view=View(hidden=frozenset({"values", "surface"})))
    assert living(hidden)["locked"] == ["surface", "values"]
    everything = replace(lecture, view=View(hidden=frozenset({"controls"})))
    assert living(everything)["locked"] == list(lecture.page.controls)
