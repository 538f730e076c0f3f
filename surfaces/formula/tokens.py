"""The words of a typed formula: numbers, names and signs, each with its place in the text."""

import re
from typing import NamedTuple

from surfaces.formula.error import FormulaError
from surfaces.formula.tree import FUNCTIONS, KNOWN_NUMBERS, VARIABLES

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "omega": "ω",
}  # fmt: skip
"""Greek letters that a constant may be called, with the letter itself."""

UNDERSTOOD = (
    "Understood are numbers, x, y, pi, e, the letters of constants, + − * / ^, parentheses, and the functions "
    "sqrt, exp, log, sin, cos, tan, tanh, abs, min and max."
)


class Token(NamedTuple):
    """A word: `number`, `name`, `function`, `raised` (digits above the line), `frac`, `end`, or a sign itself."""

    kind: str
    text: str
    start: int


TWO_OPERANDS = ("min", "max")
_SYNONYMS = {"ln": "log"}
_WORDS = sorted((*FUNCTIONS, *TWO_OPERANDS, *_SYNONYMS, *KNOWN_NUMBERS, *VARIABLES, "a", "b", "c"), key=len)[::-1]
"""What letters without a space between them are parted into, longest first: `2pix`, `sinx` and `abx` are read."""

_FIRST = re.compile(r"\s*\$*\s*(?:[Lfz]\s*(?:\(\s*x\s*,\s*y\s*\))?\s*=)?")
"""What a pasted formula may begin with: L =, or f(x, y) =."""
_NUMBER = re.compile(r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_LETTERS = re.compile(r"[A-Za-z]+")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)", re.DOTALL)
_RAISED = re.compile(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FROM_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")

_SIGNS = {
    **{sign: sign for sign in "+-*/^(){}[],|"},
    "−": "-",
    "–": "-",
    "·": "*",
    "⋅": "*",
    "×": "*",
    "∗": "*",
    "÷": "/",
    "∕": "/",
}
_WORD_OF = {"√": "sqrt", "π": "pi", **{letter: name for name, letter in GREEK.items()}}
_COMMANDS = {
    "cdot": "*",
    "times": "*",
    "ast": "*",
    "div": "/",
    "lvert": "|",
    "rvert": "|",
    "vert": "|",
    "{": "(",
    "}": ")",
    "lbrace": "(",
    "rbrace": ")",
    "frac": "frac",
    "dfrac": "frac",
    "tfrac": "frac",
}
_NO_WORDS = frozenset(
    (",", ";", ":", "!", " ", "quad", "qquad", "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr")
)
"""Commands of LaTeX that only say how large a sign is, or how far from the next one."""
_NAMED = ("operatorname", "mathrm", "text", "mathit")
"""Commands of LaTeX around a name."""
_IN_BRACES = re.compile(r"\s*\{\s*([A-Za-z]+)\s*\}")
_ARC = re.compile(r"a(?:sin|cos|tan)")
"""No constant times a function: whoever writes it means another function."""


def tokens(text: str) -> list[Token]:
    """Part a text into its words, the last of which is the `end`; raises FormulaError for what is none."""
    first = _FIRST.match(text)
    place, end, found = first.end() if first else 0, len(text.rstrip("$ \t\r\n")), []
    while place < end:
        words, place = _read(text, place)
        found += words
    return [*found, Token("end", "", end)]


def _read(text: str, place: int) -> tuple[list[Token], int]:
    """The words that begin at a place, and where the text goes on."""
    character = text[place]
    if character.isspace():
        return [], place + 1
    if found := _NUMBER.match(text, place):
        return [Token("number", found[0], place)], found.end()
    if found := _LETTERS.match(text, place):
        return _names(found[0], place), found.end()
    if found := _RAISED.match(text, place):
        return [Token("raised", found[0].translate(_FROM_RAISED), place)], found.end()
    if character == "\\":
        return _command(text, place)
    if text.startswith("**", place):
        return [Token("^", "**", place)], place + 2
    if character in _SIGNS:
        return [Token(_SIGNS[character], character, place)], place + 1
    if character in _WORD_OF:
        return [_word(_WORD_OF[character], place)], place + 1
    shown = f"“{character}”" if character.isprintable() else "a character that cannot be seen"
    raise FormulaError(f"{shown} is not understood", place, UNDERSTOOD)


def _command(text: str, place: int) -> tuple[list[Token], int]:
    """The words of a command of LaTeX."""
    found = _COMMAND.match(text, place)
    name, end = (found[0][1:], found.end()) if found else ("", place + 1)
    if name in _NO_WORDS:
        return [], end
    if name in _COMMANDS:
        return [Token(_COMMANDS[name], name, place)], end
    if name in _NAMED and (inside := _IN_BRACES.match(text, end)):
        return _names(inside[1], inside.start(1)), inside.end()
    if name.lower() in (*_WORDS, *GREEK):
        return [_word(name.lower(), place)], end
    raise FormulaError(f"“\\{name}” is not understood", place, UNDERSTOOD)


def _names(letters: str, place: int) -> list[Token]:
    """The words in letters without a space between them."""
    plain = letters.lower()
    if len(plain) == 1 or plain in GREEK or plain in _WORDS:
        return [_word(plain, place)]
    # One letter before x and y is a constant, as in kx and kxy; others need a sign or a space.
    if plain.strip("xy") == plain[0] and plain[0].isalpha():
        return [_word(letter, place + k) for k, letter in enumerate(plain)]
    found, at = [], 0
    while at < len(plain):
        word = next((word for word in _WORDS if plain.startswith(word, at)), None)
        if word is None or _ARC.match(plain, at):
            raise FormulaError(
                f"“{letters}” is not known", place, f"{UNDERSTOOD} Between constants stands a space or ·."
            )
        found.append(_word(word, place + at))
        at += len(word)
    return found


def _word(name: str, place: int) -> Token:
    """A name or the name of a function, in lower case."""
    name = _SYNONYMS.get(name, name)
    return Token("function" if name in (*FUNCTIONS, *TWO_OPERANDS) else "name", name, place)
