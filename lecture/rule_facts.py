"""Facts about a rule for those who look it up, read from its docstring and its source."""

from inspect import getdoc, getsource
from pathlib import PurePosixPath
from typing import NamedTuple

from optimizers import Baseline, Optimizer

_SHAPES, _SOURCE = "Shapes: (2, ...) -> (2, ...).", "Source: "


class Code(NamedTuple):
    """A part of a rule's code, and the file in which it stands."""

    file: str
    text: str


def in_short(family: type[Optimizer]) -> str:
    """Return the sentence that says what is seen of a rule."""
    return _paragraphs(family)[0]


def remarks(family: type[Optimizer]) -> tuple[str, ...]:
    """Return what else is to be said of a rule, in paragraphs."""
    said = (
        paragraph.removeprefix(_SHAPES).strip()
        for paragraph in _paragraphs(family)[1:]
        if not paragraph.startswith((" ", ">>>", _SOURCE))
    )
    return tuple(paragraph for paragraph in said if paragraph)


def source(family: type[Optimizer]) -> str:
    """Return where a rule comes from, with title and year."""
    (found,) = (paragraph for paragraph in _paragraphs(family) if paragraph.startswith(_SOURCE))
    sentence = found.removeprefix(_SOURCE)
    return sentence[0].upper() + sentence[1:]


def step_code(family: type[Optimizer]) -> tuple[Code, ...]:
    """Return the code of a rule's step, followed by that of the rule whose step it takes, if it does."""
    name = "step_on" if issubclass(family, Baseline) else "step"
    classes = [each for each in family.__mro__ if name in vars(each)]
    written = [each for each in classes if not getattr(vars(each)[name], "__isabstractmethod__", False)]
    return tuple(Code(f"{PurePosixPath(*each.__module__.split('.'))}.py", _method(each, name)) for each in written)


def _method(family: type, name: str) -> str:
    lines = getsource(vars(family)[name]).splitlines()
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[margin:] for line in lines)


def _paragraphs(family: type[Optimizer]) -> list[str]:
    """Return the paragraphs of a rule's docstring, each on one line but for its formula and its example."""
    blocks = (getdoc(family) or "").split("\n\n")
    return [block if block.startswith((" ", ">>>")) else " ".join(block.split("\n")) for block in blocks]
