"""The controls of the contenders: which rules take part, at which values."""

from collections.abc import Callable, Collection
from dataclasses import replace

import streamlit as st

from exports.code.other_libraries import schedule_lines
from lecture import MAX_CONTENDERS, Contender, Lecture, added, removed
from lecture.openings import EACH_SCHEDULE, RULES, left_out, under_schedules
from optimizers import BASELINES, MISTAKES, SCHEDULES, Schedule
from optimizers.schedules.epochs import EpochSchedule
from parameters import Choice, Number, Switch, declared
from scenes.palette import swatch
from surfaces import DataSurface
from views import fragments, session
from views.controls import formulas, number
from views.rules import contents


def contender_controls(lecture: Lecture) -> None:
    """Draw a drawer per contender, one entry to add another, and one to set all alike."""
    if not lecture.view.hides("contenders"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _add(lecture)
            _same_for_all(lecture)
    last = lecture.contenders[-1] if lecture.contenders else None
    for contender in lecture.contenders:
        _drawer(contender, lecture, begins_open=contender is last)


def _add(lecture: Lecture) -> None:
    full = len(lecture.contenders) >= MAX_CONTENDERS
    st.selectbox(
        "Add an optimizer",
        list(RULES),
        index=None,
        format_func=_choice,
        placeholder=f"All {MAX_CONTENDERS} colours are in use" if full else "Add an optimizer …",
        disabled=full,
        key=session.seeded("add", None),
        on_change=_add_chosen,
        label_visibility="collapsed",
    )


def _choice(key: str) -> str:
    kind = "A classical baseline: " if key in BASELINES else "A common bug: " if key in MISTAKES else ""
    return kind + RULES[key].title


def _drawer(contender: Contender, lecture: Lecture, *, begins_open: bool) -> None:
    """The controls of one contender, computed only while its drawer is open.

    The header is the title of the rule. What tells it from a second one changes with the values, and would make it
    another drawer for Streamlit: the browser adds that (frontend/host/drawer_names.js).
    """
    # Whether a drawer begins open may not change later, or Streamlit would take it for another drawer.
    begun = st.session_state.setdefault(f"drawer {contender.slot} began open", begins_open)
    drawer_key = f"drawer {contender.slot}"
    # Said again on every run: Streamlit takes a drawer with another header for another drawer, and forgets.
    st.session_state[drawer_key] = st.session_state.get(drawer_key, begun)
    header = f"![]({swatch(contender.slot)}) **{contender.rule.title}**" + (
        "" if contender.active else " · switched off"
    )
    drawer = st.expander(header, expanded=begun, key=drawer_key, on_change="rerun")
    if drawer.open:
        with drawer:
            _values(contender, lecture)


def _values(contender: Contender, lecture: Lecture) -> None:
    view, key = lecture.view, session.contender_name(contender)
    if view.hides("values"):
        formulas.show(*contender.rule.formula)
    else:
        number.controls(contender.rule, key, (Number, Choice))
        fragments.fragment(_switches_and_formula)(contender.slot)
    if contender.rule.key not in MISTAKES and not view.hidden:
        st.html(contents.link(lecture, contender.rule.key, f"About {contender.rule.title}"))
    if isinstance(lecture.surface, DataSurface) and not view.hides("noise"):
        number.control(f"{key}.batch_size", declared(contender)["batch_size"], contender.batch_size)
    if not view.hides("schedules"):
        _schedule(contender.schedule, key, contender.derived)
        if isinstance(lecture.surface, DataSurface) and isinstance(contender.schedule, EpochSchedule):
            _toggle(contender, "epoch_is_pass", key)
        _in_other_libraries(contender.schedule, contender.rule.learning_rate, key)
        if not view.hides("contenders"):
            _each_schedule(contender, key)
    if contender.branch_of is not None:
        if not view.hides("contenders"):
            _branch_step(contender, lecture, key)
    elif not view.hides("start"):
        _own_start(contender, key)
    if not view.hides("contenders"):
        has_branches = any(c.branch_of == contender.slot for c in lecture.contenders)
        _taking_part(contender, key, has_branches=has_branches)


def _switches_and_formula(slot: int) -> None:
    """The switches that a rule's formula depends on, and the formula."""
    (contender,) = (c for c in session.current().contenders if c.slot == slot)
    name = session.contender_name(contender)
    fragment = f"{name} switches"
    number.controls(contender.rule, name, Switch, fragment=fragment)
    formulas.show(*contender.rule.formula)
    fragments.publish_if_changed(fragment)


def _schedule(schedule: Schedule, key: str, derived: Collection[str] = ()) -> None:
    """A picker for the schedule, and the values of the one that is picked, but for those that follow from others."""
    picker = f"{key} schedule"
    st.selectbox(
        "Learning-rate schedule",
        list(SCHEDULES),
        index=list(SCHEDULES).index(session.read(picker, schedule.key)),
        format_func=lambda k: SCHEDULES[k].title,
        key=session.seeded(picker, schedule.key),
        help=schedule.teaches,
    )
    schedule = session.chosen_schedule(schedule, key)
    if declared(schedule):
        formulas.show(schedule.formula)
    for field, parameter in declared(schedule).items():
        if field not in derived:
            number.control(f"{session.schedule_name(key, schedule)}.{field}", parameter, getattr(schedule, field))


def _in_other_libraries(schedule: Schedule, rate: float, key: str) -> None:
    """The schedule as a line for each of the libraries in which people train, to copy."""
    panel = st.popover("The same in PyTorch, Keras, optax …", on_change="rerun", key=f"{key} libraries")
    if panel.open:
        with panel:
            for library, lines in schedule_lines(schedule, rate).items():
                st.markdown(f"**{library}**")
                st.code(lines, language="python", wrap_lines=True)


def _each_schedule(contender: Contender, key: str) -> None:
    """One action that races the same optimizer under several schedules."""
    panel = st.popover("Race every schedule once", on_change="rerun", key=f"{key} each schedule")
    if not panel.open:
        return
    chosen = f"{key} chosen schedules"
    with panel:
        keys = st.multiselect(
            "Schedules",
            list(SCHEDULES),
            default=session.read(chosen, list(EACH_SCHEDULE)),
            format_func=lambda k: SCHEDULES[k].title,
            max_selections=MAX_CONTENDERS,
            key=session.seeded(chosen, list(EACH_SCHEDULE)),
            help="The same optimizer under each of them, from the same start and with the same noise.",
        )
        if words := left_out(keys):
            st.caption(f"{words} There are {MAX_CONTENDERS} colours.")
        st.button(
            "Race them",
            on_click=_race_schedules,
            args=(contender.slot, chosen, f"{key} each schedule"),
            width="stretch",
        )


def _race_schedules(slot: int, name: str, panel: str) -> None:
    st.session_state[panel] = False
    keys = session.read(name, [])
    if keys:
        session.change(lambda lecture: under_schedules(lecture, slot, keys))


def _branch_step(contender: Contender, lecture: Lecture, key: str) -> None:
    """Where a branch leaves the path of another, which is named."""
    parent = next(c for c in lecture.contenders if c.slot == contender.branch_of)
    st.markdown(f"Branch of ![]({swatch(parent.slot)}) **{parent.rule.title}**")
    number.control(f"{key}.branch_step", declared(contender)["branch_step"], contender.branch_step)


def _own_start(contender: Contender, key: str) -> None:
    own, name = contender.start, f"{key}.start"
    given = f"{name} given"
    st.toggle(
        "Separate start",
        value=session.read(given, own is not None),
        key=session.seeded(given, own is not None),
        help="Otherwise it starts where the others do.",
    )
    if own is not None:
        number.coordinates(name, declared(contender)["start"], own)


def _taking_part(contender: Contender, key: str, *, has_branches: bool) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        _toggle(contender, "active", key)
        st.button(
            "Remove",
            key=f"remove {contender.slot}",
            icon=":material/delete:",
            type="tertiary",
            help="Its branches go with it." if has_branches else None,
            on_click=_remove,
            args=(contender.slot,),
        )


def _toggle(contender: Contender, field: str, key: str) -> None:
    """A switch on which it depends what other controls there are."""
    switch, value, entry = declared(contender)[field], getattr(contender, field), f"{key}.{field} entry"
    st.toggle(
        switch.label,
        value=session.read(entry, value),
        key=session.seeded(entry, value),
        help=switch.help if field != "active" else None,
    )


def _same_for_all(lecture: Lecture) -> None:
    """One learning rate, or one schedule, for every contender."""
    panel = st.popover("Set for all …", on_change="rerun", key="same for all")
    if not panel.open or not lecture.contenders:
        return
    first = lecture.contenders[0]
    with panel:
        alpha = declared(first.rule)["learning_rate"]
        number.control(_ALL_RATES, alpha, first.rule.learning_rate)
        st.button("Apply this α to all", on_click=_apply_rate, args=(first.rule.learning_rate,), width="stretch")
        _schedule(first.schedule, _ALL_SCHEDULES)
        st.button("Apply this schedule to all", on_click=_apply_schedule, args=(first.schedule,), width="stretch")


_ALL_RATES = "all.learning_rate"
_ALL_SCHEDULES = "all"


def _add_chosen() -> None:
    key = session.read("add", None)
    if key:
        session.change(lambda lecture: added(lecture, key))


def _remove(slot: int) -> None:
    session.change(lambda lecture: removed(lecture, slot))


def _apply_rate(shown: float) -> None:
    rate = session.read(f"{_ALL_RATES} entry", shown)
    session.change(lambda lecture: _for_all(lecture, lambda c: replace(c, rule=replace(c.rule, learning_rate=rate))))


def _apply_schedule(shown: Schedule) -> None:
    schedule = session.chosen_schedule(shown, _ALL_SCHEDULES)
    session.change(lambda lecture: _for_all(lecture, lambda c: replace(c, schedule=schedule)))


def _for_all(lecture: Lecture, change: Callable[[Contender], Contender]) -> Lecture:
    return replace(lecture, contenders=tuple(change(contender) for contender in lecture.contenders))
