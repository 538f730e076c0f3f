"""Who takes part, at which values."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from lecture import MOST_CONTENDERS, Contender, Lecture, added, removed
from lecture.lecture import COORDINATE, Pair
from lecture.wording import titles
from optimizers import MISTAKES, OPTIMIZERS, SCHEDULES, Schedule
from parameters import Number, Switch, declared
from scenes.palette import swatch
from views import fragments, session
from views.controls import formulas, number


def contender_controls(lecture: Lecture) -> Lecture:
    """A drawer per contender, one entry to add another, and one to set all alike; the lecture they show."""
    if not lecture.view.hides("contenders"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _add(lecture)
            _same_for_all(lecture)
    names = titles(lecture.contenders)
    last = lecture.contenders[-1] if lecture.contenders else None
    contenders = tuple(
        _drawer(contender, name, lecture, begins_open=contender is last)
        for contender, name in zip(lecture.contenders, names, strict=True)
    )
    return replace(lecture, contenders=contenders)


def _add(lecture: Lecture) -> None:
    full = len(lecture.contenders) >= MOST_CONTENDERS
    st.selectbox(
        "Add a contender",
        [*OPTIMIZERS, *MISTAKES],
        index=None,
        format_func=lambda key: OPTIMIZERS[key].title if key in OPTIMIZERS else f"A mistake: {MISTAKES[key].title}",
        placeholder="No colour is left" if full else "Add a rule …",
        disabled=full,
        key=session.seeded("add", None),
        on_change=_add_chosen,
        label_visibility="collapsed",
    )


def _drawer(contender: Contender, name: str, lecture: Lecture, *, begins_open: bool) -> Contender:
    """The controls of one contender, computed only while its drawer is open."""
    key = session.contender_name(contender)
    # What a drawer begins as may not change later, or Streamlit would take it for another drawer.
    begun = st.session_state.setdefault(f"drawer {contender.slot} began open", begins_open)
    drawer_key = f"drawer {contender.slot}"
    # Said again on every run: Streamlit takes a drawer with another header for another drawer, and forgets.
    st.session_state[drawer_key] = st.session_state.get(drawer_key, begun)
    header = f"![]({swatch(contender.slot)}) **{name}**" + ("" if contender.active else " · switched off")
    drawer = st.expander(header, expanded=begun, key=drawer_key, on_change="rerun")
    if not drawer.open:
        return contender
    view = lecture.view
    with drawer:
        rule = contender.rule
        if view.hides("values"):
            formulas.show(*rule.formula)
        else:
            rule = replace(rule, **number.values_of(rule, key, Number))
            rule = replace(rule, **st.fragment(_switches_and_formula)(contender.slot))
        schedule = contender.schedule if view.hides("schedules") else _schedule(contender.schedule, key)
        start = contender.start if view.hides("start") else _own_start(contender.start, lecture.start, key)
        active = contender.active if view.hides("contenders") else _takes_part(contender, key)
        return replace(contender, rule=rule, schedule=schedule, start=start, active=active)


def _switches_and_formula(slot: int) -> dict[str, Any]:
    """The values a rule's formula depends on, and the formula."""
    (contender,) = (c for c in session.current().contenders if c.slot == slot)
    part = f"{session.contender_name(contender)} switches"
    switched = number.values_of(contender.rule, session.contender_name(contender), Switch, part=part)
    formulas.show(*replace(contender.rule, **switched).formula)
    fragments.publish_if_changed(part)
    return switched


def _schedule(schedule: Schedule, key: str) -> Schedule:
    chosen = SCHEDULES[
        st.selectbox(
            "Learning-rate schedule",
            list(SCHEDULES),
            format_func=lambda k: SCHEDULES[k].title,
            key=session.seeded(f"{key} schedule", schedule.key),
            help=schedule.teaches,
        )
    ]
    if chosen is not type(schedule):
        schedule = chosen()
    if declared(schedule):
        formulas.show(schedule.formula)
    return replace(schedule, **number.values_of(schedule, session.schedule_name(key, schedule)))


def _own_start(own: Pair | None, common: Pair, key: str) -> Pair | None:
    if not st.toggle(
        "Start of its own",
        key=session.seeded(f"{key} own start", own is not None),
        help="Otherwise it starts where all the others start.",
    ):
        return None
    with st.container(horizontal=True):
        x, y = own or common
        return (
            number.entry(f"{key} x", COORDINATE, axis_label("x"), x),
            number.entry(f"{key} y", COORDINATE, axis_label("y"), y),
        )


def _takes_part(contender: Contender, key: str) -> bool:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        active = st.toggle("Takes part", key=session.seeded(f"{key} active", contender.active))
        st.button(
            "Remove",
            key=f"remove {contender.slot}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_remove,
            args=(contender.slot,),
        )
    return active


def _same_for_all(lecture: Lecture) -> None:
    """One learning rate, or one schedule, for every contender."""
    panel = st.popover("Same for all …", on_change="rerun", key="same for all")
    if not panel.open or not lecture.contenders:
        return
    first = lecture.contenders[0]
    with panel:
        alpha = declared(first.rule)["learning_rate"]
        rate = number.control(_ALL_RATES, alpha, first.rule.learning_rate)
        st.button("Apply this α to all", on_click=_apply_rate, args=(rate,), width="stretch")
        schedule = _schedule(first.schedule, _ALL_SCHEDULES)
        st.button("Apply this schedule to all", on_click=_apply_schedule, args=(schedule,), width="stretch")


_ALL_RATES = "all.learning_rate"
_ALL_SCHEDULES = "all"


def axis_label(axis: str) -> str:
    """What the entry of a start's coordinate is called."""
    return f"Start {axis}"


def _add_chosen() -> None:
    key = session.read("add", None)
    if key:
        session.change(lambda lecture: added(lecture, key))


def _remove(slot: int) -> None:
    session.change(lambda lecture: removed(lecture, slot))


def _apply_rate(shown: float) -> None:
    """The click may have ended the typing of another rate than was shown when the button was drawn."""
    rate = session.entered(f"{_ALL_RATES} entry", shown)
    session.change(lambda lecture: _for_all(lecture, lambda c: replace(c, rule=replace(c.rule, learning_rate=rate))))


def _apply_schedule(shown: Schedule) -> None:
    schedule = session.typed(shown, session.schedule_name(_ALL_SCHEDULES, shown))
    session.change(lambda lecture: _for_all(lecture, lambda c: replace(c, schedule=schedule)))


def _for_all(lecture: Lecture, change: Callable[[Contender], Contender]) -> Lecture:
    return replace(lecture, contenders=tuple(change(contender) for contender in lecture.contenders))
