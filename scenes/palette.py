"""Colour and dash of each contender, so that no two are told apart by colour alone.

The colours are those of Okabe and Ito (2008), made to be distinct with every common form of colour
blindness. Two of their eight are replaced: pure black vanishes on a dark page and yellow on a light
one; a grey and a brown, both away from the others in lightness, stand in for them.
The dashes are lengths in pixels of line and gap, for a line two to three pixels wide.
The head's symbol belongs to the slot too and is drawn in `symbols.js`.
"""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Stroke:
    """How one contender is drawn wherever it appears: map, loss curve, legend, stills."""

    name: str
    color: str
    dash: str

    @property
    def dasharray(self) -> str:
        """The dash as the attribute `stroke-dasharray` of SVG: "11,5", or "none" for a solid line."""
        return "none" if self.dash == "solid" else self.dash.replace("px", "")


STROKES = (
    Stroke("blue", "#0072B2", "solid"),
    Stroke("vermillion", "#D55E00", "11px,5px"),
    Stroke("bluish green", "#009E73", "4px,4px"),
    Stroke("reddish purple", "#D1529A", "13px,5px,3px,5px"),
    Stroke("orange", "#E69F00", "20px,6px"),
    Stroke("sky blue", "#56B4E9", "8px,4px,3px,4px,3px,4px"),
    Stroke("grey", "#6B6B6B", "2px,4px"),
    Stroke("brown", "#7A4B1E", "15px,4px,8px,4px"),
)


def stroke(slot: int) -> Stroke:
    """Return the stroke of a slot, which is a whole number below MAX_CONTENDERS."""
    return STROKES[slot]


@cache
def swatch(slot: int) -> str:
    """Draw a piece of the slot's line, as the address of a picture for controls that stand outside the player."""
    drawn = stroke(slot)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 16" width="32" height="16">'
        f'<path d="M0 8H32" fill="none" stroke="{drawn.color}" stroke-width="4"'
        f' stroke-dasharray="{drawn.dasharray}"/></svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
