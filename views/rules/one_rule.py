"""One rule in full: what is seen of it, formula, state, hyper-parameters, cost, frameworks, source and code."""

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

import numpy as np
import streamlit as st

from lecture import Lecture
from lecture.pages.rules import EXPLAINED
from lecture.rule_facts import in_short, remarks, source, step_code
from optimizers import Baseline, Optimizer
from parameters import Number, Parameter, Switch, declared
from scenes.sliders import title
from scenes.small_fan import SmallFan, fan_color, small_fan
from scenes.small_map import HEIGHT, WIDTH
from tracing.cost import cost
from views import address
from views.controls import formulas
from views.rules import contents, cost_words


def show(lecture: Lecture, family: type[Optimizer]) -> None:
    """Draw the article."""
    rule = family()
    st.header(family.title, anchor=False)
    _paragraphs(escape(in_short(family)))
    formulas.show(*rule.formula)
    st.markdown(f"{OF_BASELINES if isinstance(rule, Baseline) else NOTATION}\n\n{_state(rule)}")
    _paragraphs(*map(_marked, remarks(family)))
    _heading("Hyper-parameters")
    st.html(f'<div class="cards">{"".join(_figures(rule))}</div>')
    _heading("Cost" if issubclass(family, Baseline) else "Cost per weight")
    _paragraphs(escape(_cost(family)))
    _heading("In other libraries")
    st.html(f'<dl class="rules-list">{"".join(_libraries(family))}</dl>')
    _heading("Source")
    cited = f'<a href="{escape(family.address)}" target="_blank" rel="noopener">{escape(source(family))}</a>'
    _paragraphs(cited)
    _heading("Code")
    for part in step_code(family):
        _paragraphs(f"<code>{escape(part.file)}</code>")
        st.code(part.text, language="python")
    st.html(_neighbours(lecture, family))


NOTATION = (
    "Each weight $w$ is treated by itself: $g$ is the derivative of the loss with respect to it, $\\alpha$ the "
    "learning rate."
)

OF_BASELINES = (
    "Here $w$ are all $n$ weights together, and $g$ is the gradient of the loss. What the method asks of the loss "
    "itself is exact, even where gradients are noisy."
)


def _heading(words: str) -> None:
    st.subheader(words, anchor=False)


def _paragraphs(*texts: str) -> None:
    """Write paragraphs of HTML, if there are any."""
    if texts:
        st.html("".join(f"<p>{text}</p>" for text in texts))


def _marked(text: str) -> str:
    """Write plain text with code in backticks as HTML."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def _state(rule: Optimizer) -> str:
    """Say what the state is, in Markdown."""
    fields = rule.init(np.zeros(2))._fields
    if not fields:
        return "Nothing is kept from one update to the next."
    listed = (f"- {_symbol(rule, field)}: {rule.meanings[field]}" for field in fields)
    return "\n".join(("Its state, which starts at 0:", "", *listed))


def _symbol(rule: Optimizer, field: str) -> str:
    """Write the symbol of a field, or its name if the formula has none for it."""
    symbol = rule.symbols.get(field, field)
    return f"`{symbol}`" if len(symbol) > 1 and symbol.isalpha() else f"${symbol}$"


def _figures(rule: Optimizer) -> Iterator[str]:
    """Draw a figure for each hyper-parameter, which opens the race in which it can be turned."""
    for field, parameter in declared(rule).items():
        fan, name = small_fan(rule.key, field), _name(parameter)
        words = f"Paths of {rule.title} for {name} from {fan.low} to {fan.high}"
        drawn = (
            f'<img src="data:image/svg+xml,{quote(fan.svg)}" alt="{escape(words)}" width="{WIDTH}" height="{HEIGHT}">'
        )
        yield (
            f'<figure class="rules-figure"><h4>{escape(name)}</h4>{drawn}<figcaption>{_scale(fan)}'
            f"{address.anchor(address.href(fan.race), 'Open in the race →')}</figcaption>"
            f"<p>{escape(parameter.help)} {escape(_default(parameter))}</p></figure>"
        )


def _name(parameter: Parameter) -> str:
    return title(parameter) if isinstance(parameter, Number) else parameter.label


def _default(parameter: Number | Switch) -> str:
    """Name the default of a number or a switch."""
    if isinstance(parameter, Switch):
        return f"{'On' if parameter.default else 'Off'} by default."
    return "" if parameter.default is None else f"Default {parameter.written(parameter.default)}."


def _scale(fan: SmallFan) -> str:
    """Draw which colours are which values."""
    stops = ", ".join(fan_color(k / 8) for k in range(9))
    bar = f'<span class="rules-bar" style="background: linear-gradient(to right, {stops})"></span>'
    return f'<span class="rules-scale">{escape(fan.low)} {bar} {escape(fan.high)}</span>'


def _cost(family: type[Optimizer]) -> str:
    if issubclass(family, Baseline):
        return family.price
    counted = cost(family)
    numbers = {0: "no number", 1: "1 number"}.get(counted.numbers, f"{counted.numbers} numbers")
    return (
        f"It keeps {numbers} beside the weight itself. An update takes {cost_words.total(counted)} operations"
        f" ({cost_words.in_words(counted)}) and one gradient."
    )


def _libraries(family: type[Optimizer]) -> Iterator[str]:
    for library, words in family.elsewhere.items():
        yield f"<dt>{escape(library)}</dt><dd>{_marked(words)}</dd>"


def _neighbours(lecture: Lecture, family: type[Optimizer]) -> str:
    """Write links to the rules before and after."""
    keys = list(EXPLAINED)
    place = keys.index(family.key)
    before, after = keys[max(place - 1, 0) : place], keys[place + 1 : place + 2]
    links = [contents.link(lecture, key, f"← {EXPLAINED[key].title}") for key in before]
    links += [contents.link(lecture, key, f"{EXPLAINED[key].title} →") for key in after]
    return f'<nav class="rules-neighbours" aria-label="Previous and next optimizer">{"".join(links)}</nav>'
