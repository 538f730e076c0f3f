"""QR codes of links."""

import segno

BORDER = 4
"""The quiet zone that the standard requires, in modules."""


def qr_svg(address: str) -> str:
    """Draw the code as SVG without a size, black on white even on a dark page, because scanners expect that.

    Raises ValueError if the address is too long for any code; a link to a lecture never is.
    """
    try:
        code = segno.make_qr(address, error="l", encoding="utf-8")
    except segno.DataOverflowError:
        raise ValueError(
            f"An address of {len(address):,} characters is too long for a QR code, which holds about 2,900."
        ) from None
    return code.svg_inline(border=BORDER, dark="#000", light="#fff", omitsize=True)
