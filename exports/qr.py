"""A link as a code that a phone scans from the back row."""

import segno

BORDER = 4
"""The empty margin in modules that the standard asks for."""


def qr_svg(address: str) -> str:
    """An SVG picture without a size of its own: black on white, also on a dark page, because scanners expect that.

    Raises ValueError when the address is too long for any code, which a link to a lecture never is.
    """
    try:
        code = segno.make_qr(address, error="l", encoding="utf-8")
    except segno.DataOverflowError:
        raise ValueError(
            f"No code holds an address of {len(address):,} characters; about 2,900 are possible."
        ) from None
    return code.svg_inline(border=BORDER, dark="#000", light="#fff", omitsize=True)
