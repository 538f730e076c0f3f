"""Text in ASCII, for files that programs of every age and system read without asking for an encoding."""

import re
import unicodedata

_SIGNS = {
    "ᵧ": "y",  # Unicode has no lowered y, and this letter is drawn like one
    "\N{MINUS SIGN}": "-",
    "\N{FRACTION SLASH}": "/",
    "×": "x",
    "·": "*",
    "…": "...",
    "∞": "inf",
    "\N{EN DASH}": "-",
    "“": "'",
    "”": "'",
}


_POWER = re.compile(r"(?:([\d.]+)\s·\s)?\b10([⁻⁰¹²³⁴-⁹]+)")


def ascii_text(text: str) -> str:
    """Spell a text in ASCII: "β₁ 0.9" as "beta1 0.9", "3.5 · 10⁻⁵" as "3.5e-5"; a letter without a spelling as "?"."""
    text = _POWER.sub(lambda found: f"{found[1] or 1}e{found[2].replace('⁻', '-')}", text)
    return "".join(_SIGNS.get(letter) or _composed(letter) for letter in text)


def _composed(letter: str) -> str:
    return "".join(map(_spelled, unicodedata.normalize("NFKD", letter)))


def _spelled(letter: str) -> str:
    if letter.isascii():
        return letter
    if unicodedata.combining(letter):
        return ""
    name = unicodedata.name(letter, "")
    if name.startswith(("GREEK SMALL LETTER ", "GREEK CAPITAL LETTER ")):
        return name.split()[3].lower()
    return _SIGNS.get(letter, "?")


def contender_name(text: str) -> str:
    """Spell contenders' labels for files: "SGD #1" as "SGD 1", because # begins a comment for some readers.

    A "# 3" among the settings, as of the data's draw, is spelled "no. 3".
    """
    return ascii_text(text.replace("# ", "no. ").replace("#", ""))
