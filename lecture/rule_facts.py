"""Facts about a rule for those who look it up, read from its docstring and its source."""

from inspect import getdoc, getsource, isabstract
from pathlib import PurePosixPath
from typing import NamedTuple

from optimizers import Optimizer

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
    classes = [each for each in family.__mro__ if "step" in vars(each) and not isabstract(each)]
    return tuple(Code(f"{PurePosixPath(*each.__module__.split('.'))}.py", _step(each)) for each in classes)


def _step(family: type) -> str:
    lines = getsource(vars(family)["step"]).splitlines()
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[margin:] for line in lines)


def _paragraphs(family: type[Optimizer]) -> list[str]:
    """Return the paragraphs of a rule's docstring, each on one line but for its formula and its example."""
    blocks = (getdoc(family) or "").split("\n\n")
    return [block if block.startswith((" ", ">>>")) else " ".join(block.split("\n")) for block in blocks]
