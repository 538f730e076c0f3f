"""Formulas for a narrow column: their parts stacked below each other."""

import streamlit as st

from surfaces.surface import split_formula


def show(*lines: str) -> None:
    r"""LaTeX, one assignment a line; a line with parts set apart by `,\quad` is broken there too."""
    parts = [_aligned(part) for line in lines for part in split_formula(line)]
    st.latex(r"\begin{aligned}" + r" \\ ".join(_broken(part) for part in parts) + r"\end{aligned}")


def _broken(part: str, width: int = 60) -> str:
    """A long part on several lines: each bracket of a sum, a fraction after a bracket, and what a case is."""
    if len(part) <= width:
        return part
    if _FRACTION_AFTER_BRACKET in part:  # brackets that grow cannot be parted
        part = part.replace(r"\left(", r"\bigl(").replace(r"\right)", r"\bigr)")
        part = part.replace(_FRACTION_AFTER_BRACKET, r") \\ &\cdot \frac").replace(r"\;(", r" \\ &\quad (")
    return part.replace(r" + \left(", r" \\ &\quad + \left(")


_FRACTION_AFTER_BRACKET = r") \frac"


def _aligned(line: str) -> str:
    """A line with its arrow or equals sign as the place to align at."""
    sign = next((s for s in (r"\leftarrow", "=") if s in line), None)
    return line.replace(sign, "&" + sign, 1) if sign else "&" + line
