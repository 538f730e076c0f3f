"""The page without a browser: every control, and many of them in every order."""

import random
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lecture import (
    MAX_CONTENDERS,
    Contender,
    Lecture,
    View,
    at_first_sight,
    branched,
    encode,
    on_surface,
    opening,
    race,
)
from lecture.lessons import LESSONS
from lecture.openings import with_suggested_rate
from optimizers import BASELINES, MISTAKES, OPTIMIZERS, SCHEDULES
from optimizers.schedules.epochs import Exponential
from parameters import Number, declared
from scenes.sliders import stops, title
from surfaces import SURFACES
from surfaces.bowl import Bowl
from tests.views.opened import opened
from tests.views.published_updates import published
from views.controls.number import BEYOND


@pytest.fixture
def page() -> AppTest:
    return opened()


def lecture_on(page: AppTest) -> Lecture:
    return page.session_state["lecture"]


def labelled(widgets: Any, label: str) -> Any:
    """The one widget with that label."""
    (found,) = [widget for widget in widgets if widget.label == label]
    return found


def table(page: AppTest) -> list[str]:
    """Who stands in the table, row by row."""
    return [row["words"][0] for row in published(page)["results"]["rows"]]


def slider(page: AppTest, parameter: Number) -> Any:
    (found,) = [w for w in [*page.slider, *page.select_slider] if w.label.removesuffix(BEYOND) == title(parameter)]
    return found


def exact(page: AppTest, parameter: Number) -> Any:
    return labelled(page.number_input, f"{title(parameter)}, exact value")


def by_default(widget: Any) -> Any:
    """What a widget shows in a browser that has not heard its value; of a choice, the words for it."""
    default = widget.proto.default
    match widget.type:
        case "slider":
            return default[0]
        case "select_slider":
            return widget.options[int(default[0])]
        case "selectbox":
            return widget.options[default] if widget.proto.HasField("default") else None
    return default


def words_for(widget: Any) -> Any:
    """The value of a widget; of a choice, the words for it."""
    is_choice = widget.type in ("select_slider", "selectbox") and widget.value is not None
    return widget.format_func(widget.value) if is_choice else widget.value


def nearest_place(parameter: Number, value: float) -> float:
    return value if parameter.scale == "linear" else min(stops(parameter), key=lambda stop: abs(stop - value))


def with_open_drawer_of(page: AppTest, rule: str) -> AppTest:
    """The page with that rule in the place of the last contender, the one whose drawer is open."""
    page = labelled(page.button, "Remove").click().run()
    return labelled(page.selectbox, "Add an optimizer").set_value(rule).run()


def test_it_opens_with_the_first_surface(page: AppTest) -> None:
    assert lecture_on(page) == at_first_sight(opening(SURFACES["bowl"]()))
    assert table(page) == ["SGD", "Momentum", "RMSprop", "Adam"]


@pytest.mark.parametrize("key", SURFACES)
def test_every_surface_opens_as_it_declares(page: AppTest, key: str) -> None:
    page = labelled(page.selectbox, "Surface").set_value(key).run()
    assert not page.exception
    expected = on_surface(at_first_sight(opening(SURFACES["bowl"]())), SURFACES[key]())
    assert lecture_on(page) == expected
    assert SURFACES[key].teaches in [words.value for words in page.markdown]
    assert [name.split(" · ")[0] for name in table(page)] == [entry.label for entry in race(expected)]


@pytest.mark.parametrize("key", [key for key, surface in SURFACES.items() if declared(surface)])
def test_the_shape_of_a_surface_can_be_turned(page: AppTest, key: str) -> None:
    page = labelled(page.selectbox, "Surface").set_value(key).run()
    for name, parameter in declared(SURFACES[key]()).items():
        if not isinstance(parameter, Number):
            continue  # set in the picture, or typed
        page = exact(page, parameter).set_value(parameter.high).run()
        assert getattr(lecture_on(page).surface, name) == parameter.high


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_slider_and_exact_entry_of_every_hyper_parameter_stay_in_step(page: AppTest, key: str) -> None:
    page = with_open_drawer_of(page, key)
    for name, parameter in declared(OPTIMIZERS[key]).items():
        if not isinstance(parameter, Number):
            page = labelled(page.toggle, parameter.label).set_value(not parameter.default).run()
            assert getattr(lecture_on(page).contenders[-1].rule, name) is not parameter.default
            continue
        low, high = parameter.slider_span
        page = slider(page, parameter).set_value(high).run()
        assert getattr(lecture_on(page).contenders[-1].rule, name) == exact(page, parameter).value == high
        between = low + 0.123456 * (high - low)
        page = exact(page, parameter).set_value(between).run()
        assert getattr(lecture_on(page).contenders[-1].rule, name) == between
        assert slider(page, parameter).value == nearest_place(parameter, between)
        page = exact(page, parameter).set_value(parameter.low).run()
        assert slider(page, parameter).value == low
    assert not page.exception


@pytest.mark.parametrize("key", SCHEDULES)
def test_every_schedule_and_its_fields(page: AppTest, key: str) -> None:
    page = labelled(page.selectbox, "Learning-rate schedule").set_value(key).run()
    for name, parameter in declared(SCHEDULES[key]).items():
        assert isinstance(parameter, Number)
        page = exact(page, parameter).set_value(parameter.high).run()
        assert getattr(lecture_on(page).contenders[-1].schedule, name) == parameter.high
    assert lecture_on(page).contenders[-1].schedule.key == key
    assert not page.exception


def test_contenders_come_and_go(page: AppTest) -> None:
    page = labelled(page.selectbox, "Add an optimizer").set_value("adam").run()
    assert [c.rule.key for c in lecture_on(page).contenders] == ["sgd", "momentum", "rmsprop", "adam", "adam"]
    page = page.button(key="remove 3").click().run()
    assert [c.slot for c in lecture_on(page).contenders] == [0, 1, 2, 4]
    for _ in range(MAX_CONTENDERS):
        add = labelled(page.selectbox, "Add an optimizer")
        page = page if add.disabled else add.set_value("nesterov").run()
    assert len(lecture_on(page).contenders) == len(table(page)) == MAX_CONTENDERS
    assert not page.exception


@pytest.mark.parametrize("key", MISTAKES)
def test_a_mistake_is_offered_last_and_called_one(page: AppTest, key: str) -> None:
    add = labelled(page.selectbox, "Add an optimizer")
    assert add.options[len(OPTIMIZERS) :] == [
        *(f"A classical baseline: {rule.title}" for rule in BASELINES.values()),
        *(f"A common bug: {rule.title}" for rule in MISTAKES.values()),
    ]
    page = add.set_value(key).run()
    assert not page.exception
    assert lecture_on(page).contenders[-1].rule == with_suggested_rate(MISTAKES[key](), lecture_on(page).surface)
    assert table(page)[-1] == MISTAKES[key].title


def test_a_contender_can_be_switched_off_and_start_elsewhere(page: AppTest) -> None:
    page = labelled(page.toggle, "Separate start").set_value(True).run()
    assert lecture_on(page).contenders[-1].start == lecture_on(page).start
    page = page.number_input(key="widget:contender 3 adam.start x entry").set_value(2.5).run()
    assert lecture_on(page).contenders[-1].start == (2.5, lecture_on(page).start[1])
    page = labelled(page.toggle, "Takes part").set_value(False).run()
    assert table(page) == ["SGD", "Momentum", "RMSprop"]


def test_one_rate_and_one_schedule_for_all(page: AppTest) -> None:
    assert "different α" in (published(page)["sentences"]["rates"] or "")
    page.session_state["same for all"] = True
    page = page.run()
    page = page.number_input(key="widget:all.learning_rate entry").set_value(0.03).run()
    page = labelled(page.button, "Apply this α to all").click().run()
    assert {c.rule.learning_rate for c in lecture_on(page).contenders} == {0.03}
    assert "different α" not in (published(page)["sentences"]["rates"] or "")
    page = page.selectbox(key="widget:all schedule").set_value("cosine").run()
    page = labelled(page.button, "Apply this schedule to all").click().run()
    assert {c.schedule for c in lecture_on(page).contenders} == {SCHEDULES["cosine"]()}


def test_whoever_missed_what_a_control_was_set_to_sees_it_all_the_same(page: AppTest) -> None:
    beta1 = declared(OPTIMIZERS["adam"])["beta1"]
    assert isinstance(beta1, Number)
    page = exact(page, beta1).set_value(0.55).run()
    page = labelled(page.selectbox, "Learning-rate schedule").set_value("cosine").run()
    page = labelled(page.toggle, "Separate start").set_value(True).run()
    # Only in the run that sets it is a control told its value: a browser that missed that run shows the default.
    page = page.run()
    controls = [*page.slider, *page.select_slider, *page.number_input, *page.toggle, *page.selectbox]
    assert not any(control.proto.set_value for control in controls)
    assert exact(page, beta1).value == 0.55
    for control in controls:
        assert by_default(control) == words_for(control), control.label


def test_an_emptied_entry_keeps_its_value(page: AppTest) -> None:
    for label in ("Start x", *(w.label for w in page.number_input if w.label.endswith("exact value"))):
        before = labelled(page.number_input, label).value
        page = labelled(page.number_input, label).set_value(None).run()
        assert labelled(page.number_input, label).value == before, label
    assert lecture_on(page) == at_first_sight(opening(SURFACES["bowl"]()))


def test_an_emptied_entry_keeps_what_its_slider_has_given_it(page: AppTest) -> None:
    steps = declared(Lecture)["steps"]
    page = labelled(page.select_slider, title(steps)).set_value(200).run()  # type: ignore[arg-type]
    page = exact(page, steps).set_value(None).run()  # type: ignore[arg-type]
    assert exact(page, steps).value == 200  # type: ignore[arg-type]
    assert lecture_on(page).steps == 200


@pytest.mark.parametrize("echoed", [0, 1])
def test_what_an_entry_said_before_its_slider_moved_on_is_no_new_value(page: AppTest, echoed: int) -> None:
    """A browser that has not heard yet that the entry followed sends its older value beside the next one."""
    beta1 = declared(OPTIMIZERS["adam"])["beta1"]
    assert isinstance(beta1, Number)
    said = [exact(page, beta1).value]
    for place in (0.88, 0.85, 0.87):
        labelled(page.select_slider, title(beta1)).set_value(place)
        exact(page, beta1).set_value(said[max(0, len(said) - 1 - echoed)])
        page = page.run()
        said.append(place)
        assert exact(page, beta1).value == place
        assert labelled(page.select_slider, title(beta1)).value == place
        assert lecture_on(page).contenders[-1].rule.beta1 == place  # type: ignore[attr-defined]
    exact(page, beta1).set_value(said[-2])
    page = labelled(page.toggle, "Bias correction").set_value(False).run()
    assert lecture_on(page).contenders[-1].rule.beta1 == 0.87  # type: ignore[attr-defined]


def test_what_a_slider_said_before_it_followed_its_entry_is_no_new_place(page: AppTest) -> None:
    """A browser that has not heard yet that the slider followed sends its older place beside what is changed next."""
    beta1 = declared(OPTIMIZERS["adam"])["beta1"]
    assert isinstance(beta1, Number)
    slider = labelled(page.select_slider, title(beta1))
    before = slider.value
    page = exact(page, beta1).set_value(0.7).run()
    labelled(page.select_slider, title(beta1)).set_value(before)
    page = labelled(page.toggle, "Bias correction").set_value(False).run()
    assert (exact(page, beta1).value, labelled(page.select_slider, title(beta1)).value) == (0.7, 0.7)
    for place in (0.8, before):
        page = labelled(page.select_slider, title(beta1)).set_value(place).run()
        assert lecture_on(page).contenders[-1].rule.beta1 == exact(page, beta1).value == place  # type: ignore[attr-defined]


def test_what_was_typed_is_taken_up_by_a_click_on_a_button(page: AppTest) -> None:
    labelled(page.number_input, "Start y").set_value(2.5)
    exact(page, declared(SURFACES["bowl"])["condition"]).set_value(50.0)  # type: ignore[arg-type]
    exact(page, declared(Lecture)["steps"]).set_value(77)  # type: ignore[arg-type]
    page = page.button(key="remove 3").click().run()
    lecture = lecture_on(page)
    assert (lecture.start[1], lecture.surface, lecture.steps) == (2.5, Bowl(condition=50.0), 77)
    assert len(lecture.contenders) == 3
    assert labelled(page.number_input, "Start y").value == 2.5


def test_what_was_switched_or_chosen_is_taken_up_by_a_choice_that_comes_at_once(page: AppTest) -> None:
    labelled(page.toggle, "Takes part").set_value(False)
    labelled(page.toggle, "Separate start").set_value(True)
    labelled(page.selectbox, "Learning-rate schedule").set_value("cosine")
    page = labelled(page.selectbox, "Add an optimizer").set_value("sgd").run()
    adam = lecture_on(page).contenders[3]
    assert (adam.active, adam.start, adam.schedule) == (False, lecture_on(page).start, SCHEDULES["cosine"]())
    assert [c.rule.key for c in lecture_on(page).contenders] == ["sgd", "momentum", "rmsprop", "adam", "sgd"]


def test_a_rate_that_was_just_typed_is_applied_to_all(page: AppTest) -> None:
    page.session_state["same for all"] = True
    page = page.run()
    page.number_input(key="widget:all.learning_rate entry").set_value(0.123)
    page = labelled(page.button, "Apply this α to all").click().run()
    assert {c.rule.learning_rate for c in lecture_on(page).contenders} == {0.123}


def test_starts_by_name_and_by_number(page: AppTest) -> None:
    named = SURFACES["bowl"]().starts[1]
    page = labelled(page.selectbox, "Suggested starts").set_value(named.name).run()
    assert lecture_on(page).start == named.point
    page = labelled(page.number_input, "Start x").set_value(77.0).run()
    assert lecture_on(page).start == (77.0, named.point[1])
    assert "outside the map" in published(page)["sentences"]["outside"]
    assert labelled(page.selectbox, "Suggested starts").value is None


def test_steps_noise_and_seed(page: AppTest) -> None:
    numbers = declared(Lecture)
    for name, value in (("steps", 5000), ("noise", 0.25), ("seed", 12)):
        parameter = numbers[name]
        assert isinstance(parameter, Number)
        page = exact(page, parameter).set_value(value).run()
    page = labelled(page.toggle, numbers["same_noise"].label).set_value(False).run()
    expected = replace(at_first_sight(opening(SURFACES["bowl"]())), steps=5000, noise=0.25, seed=12, same_noise=False)
    assert lecture_on(page) == expected
    assert not page.exception


@pytest.mark.parametrize("seed", range(6))
def test_no_combination_of_controls_ends_in_an_error(seed: int) -> None:
    """Forty changes a round, among all controls that are on the page, with values from all over their ranges."""
    chance = random.Random(seed)
    page = opened()
    trail = []
    for _ in range(40):
        trail.append(turn_something(page, chance))
        page = page.run()
        assert not page.exception, trail
        assert published(page)["link"] == encode(lecture_on(page)), trail
        active = [c for c in lecture_on(page).contenders if c.active]
        assert len(table(page)) == len(active), trail


def widget_stops(widget: Any) -> tuple[float, ...]:
    """The values behind the words of a slider that is not linear."""
    rules = (*OPTIMIZERS.values(), *BASELINES.values())
    owners = (Lecture, Contender, *SURFACES.values(), *rules, *SCHEDULES.values())
    numbers = [p for owner in owners for p in declared(owner).values() if isinstance(p, Number)]
    return next(stops(p) for p in numbers if title(p) == widget.label.removesuffix(BEYOND))


def turn_something(page: AppTest, chance: random.Random) -> str:
    """Changes one control by chance, and says which."""
    kinds = [page.number_input, page.select_slider, page.slider, page.selectbox, page.toggle, page.button]
    widget = chance.choice([w for kind in kinds for w in kind if not getattr(w, "disabled", False)])
    if widget.type == "button":
        widget.click()
    elif widget.type == "number_input":
        widget.set_value(chance.choice([widget.min, widget.max, chance.uniform(widget.min, widget.max)]))
        if widget.step == int(widget.step) and isinstance(widget.min, int):
            widget.set_value(int(widget.value))
    elif widget.type == "slider":
        widget.set_value(chance.choice([widget.min, widget.max]))
    elif widget.type == "toggle":
        widget.set_value(not widget.value)
    elif widget.type == "selectbox":
        widget.select_index(chance.randrange(len(widget.options)))
    else:
        widget.set_value(chance.choice(widget_stops(widget)))
    return f"{widget.type} {widget.label!r} = {getattr(widget, 'value', None)!r}"


def test_reset_goes_back_to_the_opening_of_the_surface(page: AppTest) -> None:
    page = labelled(page.selectbox, "Surface").set_value("saddle").run()
    page = labelled(page.button, "Remove").click().run()
    page = labelled(page.button, "Reset").click().run()
    assert not page.exception
    assert lecture_on(page) == at_first_sight(opening(SURFACES["saddle"]()))


def test_reset_takes_a_lesson_and_a_locked_page_back_to_what_they_were() -> None:
    lesson = next(iter(LESSONS.values())).lecture
    locked = replace(opening(SURFACES["saddle"]()), steps=77, view=View(step=3, hidden=frozenset({"surface"})))
    for lecture in (lesson, locked):
        page = opened(encode(lecture))
        page = labelled(page.button, "Remove").click().run()
        assert lecture_on(page) != lecture
        page = labelled(page.button, "Reset").click().run()
        assert lecture_on(page) == lecture


def test_a_branch_has_the_step_at_which_it_begins_and_goes_with_whom_it_follows() -> None:
    page = opened(encode(branched(opening(SURFACES["bowl"]()), 3, 30)))
    page = exact(page, declared(Contender)["branch_step"]).set_value(45).run()
    assert [(c.branch_of, c.branch_step) for c in lecture_on(page).contenders][-1] == (3, 45)
    assert table(page)[-1] == "Adam, branch at step 45"
    page.session_state["drawer 3"] = True
    page = page.run()
    page = next(button for button in page.button if button.key == "remove 3").click().run()
    assert table(page) == ["SGD", "Momentum", "RMSprop"]


def test_one_optimizer_races_under_every_schedule(page: AppTest) -> None:
    page = with_open_drawer_of(page, "adam")
    page.session_state["contender 3 adam each schedule"] = True  # the panel is drawn once it is open
    page = page.run()
    schedules = page.multiselect(key="widget:contender 3 adam chosen schedules")
    page = schedules.set_value(["constant", "cosine", "one-cycle"]).run()
    page = next(button for button in page.button if button.label == "Race them").click().run()
    assert [c.schedule.key for c in lecture_on(page).contenders] == ["constant", "cosine", "one-cycle"]
    assert {c.rule.key for c in lecture_on(page).contenders} == {"adam"}


def test_a_schedule_is_written_for_other_libraries(page: AppTest) -> None:
    page = with_open_drawer_of(page, "adam")
    page.session_state["contender 3 adam libraries"] = True
    page = page.run()
    assert [block.value.split(" ")[0] for block in page.code] == ["scheduler", "class", "learning_rate", "trainer"]
    assert "LambdaLR(opt, lambda s: float(1.0 + 0 * s))" in page.code[0].value


def test_epochs_can_follow_the_batch_size() -> None:
    begun = opening(SURFACES["regression"]())
    contender = Contender(OPTIMIZERS["sgd"](), SCHEDULES["exponential"](), batch_size=32)
    page = opened("", {"lecture": replace(begun, contenders=(contender,))})
    per_epoch = declared(SCHEDULES["exponential"])["steps_per_epoch"]
    following = declared(Contender)["epoch_is_pass"].label
    assert slider(page, per_epoch).value == 10
    labelled(page.toggle, following).set_value(True).run()
    assert not [w for w in page.slider if w.label == title(per_epoch)]
    slider(page, declared(Contender)["batch_size"]).set_value(1).run()
    (contender,) = lecture_on(page).contenders
    assert contender.schedule == Exponential(steps_per_epoch=200)
    labelled(page.toggle, following).set_value(False).run()
    assert slider(page, per_epoch).value == 200
    assert not page.exception
