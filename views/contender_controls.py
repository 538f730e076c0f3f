"""Who takes part, at which values."""

from dataclasses import replace

import streamlit as st

from lecture import MOST_CONTENDERS, Contender, Lecture, added, removed
from lecture.settings import COORDINATE, Pair
from lecture.wording import labels, summary, unequal_rates
from optimizers import OPTIMIZERS, SCHEDULES, Schedule
from parameters import declared
from player.palette import swatch
from views import formulas, numbers, state


def contender_controls(lecture: Lecture) -> Lecture:
    """A drawer per contender, one entry to add another, and one to set all alike; the lecture they show."""
    names = labels(lecture.contenders)
    last = lecture.contenders[-1] if lecture.contenders else None
    contenders = tuple(
        _drawer(contender, name, lecture, begins_open=contender is last)
        for contender, name in zip(lecture.contenders, names, strict=True)
    )
    lecture = replace(lecture, contenders=contenders)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Add a contender",
            list(OPTIMIZERS),
            index=None,
            format_func=lambda key: OPTIMIZERS[key].title,
            placeholder="Add a rule …" if len(contenders) < MOST_CONTENDERS else "No colour is left",
            disabled=len(contenders) >= MOST_CONTENDERS,
            key=state.seeded("add", None),
            on_change=_add,
            label_visibility="collapsed",
        )
        _same_for_all(lecture)
    disclosure = unequal_rates(lecture)
    if disclosure:
        st.caption(disclosure)
    return lecture


def _drawer(contender: Contender, name: str, lecture: Lecture, *, begins_open: bool) -> Contender:
    """The controls of one contender, computed only while its drawer is open."""
    key = f"contender {contender.slot} {contender.rule.key}"
    header = f"![{name}]({swatch(contender.slot)}) **{name}**  \n{summary(contender)}"
    off = "" if contender.active else " · switched off"
    # What a drawer begins as may not change later, or Streamlit would take it for another drawer.
    begun = st.session_state.setdefault(f"drawer {contender.slot} began open", begins_open)
    drawer = st.expander(header + off, expanded=begun, key=f"drawer {contender.slot}", on_change="rerun")
    if not drawer.open:
        return contender
    with drawer:
        rule = replace(contender.rule, **numbers.values_of(contender.rule, key))
        formulas.show(*rule.formula)
        return replace(
            contender,
            rule=rule,
            schedule=_schedule(contender.schedule, key),
            start=_own_start(contender.start, lecture.start, key),
            active=_takes_part(contender, key),
        )


def _schedule(schedule: Schedule, key: str) -> Schedule:
    chosen = SCHEDULES[
        st.selectbox(
            "Learning-rate schedule",
            list(SCHEDULES),
            format_func=lambda k: SCHEDULES[k].title,
            key=state.seeded(f"{key} schedule", schedule.key),
            help=schedule.teaches,
        )
    ]
    if chosen is not type(schedule):
        schedule = chosen()
    if declared(schedule):
        formulas.show(schedule.formula)
    return replace(schedule, **numbers.values_of(schedule, f"{key} {schedule.key}"))


def _own_start(own: Pair | None, common: Pair, key: str) -> Pair | None:
    if not st.toggle(
        "Start of its own",
        key=state.seeded(f"{key} own start", own is not None),
        help="Otherwise it starts where all the others start.",
    ):
        return None
    with st.container(horizontal=True):
        x, y = own or common
        return (
            numbers.entry(f"{key} x", COORDINATE, axis_label("x"), x),
            numbers.entry(f"{key} y", COORDINATE, axis_label("y"), y),
        )


def _takes_part(contender: Contender, key: str) -> bool:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        active = st.toggle("Takes part", key=state.seeded(f"{key} active", contender.active))
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
        rate = numbers.control("all learning rate", alpha, first.rule.learning_rate)
        st.button("Apply this α to all", on_click=_apply_rate, args=(rate,), width="stretch")
        schedule = _schedule(first.schedule, "all")
        st.button("Apply this schedule to all", on_click=_apply_schedule, args=(schedule,), width="stretch")


def axis_label(axis: str) -> str:
    """What the entry of a start's coordinate is called."""
    return f"Start {axis}"


def _add() -> None:
    key = state.read("add", None)
    if key:
        state.change(added(state.current(), key))


def _remove(slot: int) -> None:
    state.change(removed(state.current(), slot))


def _apply_rate(rate: float) -> None:
    lecture = state.current()
    contenders = (replace(c, rule=replace(c.rule, learning_rate=rate)) for c in lecture.contenders)
    state.change(replace(lecture, contenders=tuple(contenders)))


def _apply_schedule(schedule: Schedule) -> None:
    lecture = state.current()
    state.change(replace(lecture, contenders=tuple(replace(c, schedule=schedule) for c in lecture.contenders)))
