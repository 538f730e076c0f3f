"""Surface blobs of half the size or less, for the handout.

The height on the scale of the levels is dropped, since the browser can compute it (frontend/data/levels.js), and so are
invisible digits. The loss is read in four decimal digits: it keeps fourteen binary digits where they show the same
four, and all of them elsewhere.
"""

import numpy as np

from scenes.blobs import pack, unpack

_FLOAT32_DIGITS = 24
_READ = 14
_SHOWN = 4


def compact_grid(blob: bytes) -> bytes:
    """Return the blob of a surface with fewer digits, where that is smaller; it has an id of its own."""
    header, arrays = unpack(blob)
    z = arrays["z"]
    candidate = rounded(z, _READ)
    same = (_shown(z) == _shown(candidate)).all(axis=0)
    kept = {name: array for name, array in arrays.items() if name != "height"}
    # Where neighbours differ by the same again and again, as those of a quadratic loss do, all digits take less.
    return min((pack(header, kept | {"z": shown}) for shown in (np.where(same, candidate, z), z)), key=len)


def rounded(values: np.ndarray, digits: int) -> np.ndarray:
    """Round to so many binary digits in single precision: (...) -> (...), off by at most one part in 2 ** digits."""
    drop = _FLOAT32_DIGITS - digits
    bits = values.astype(np.float32).view(np.uint32)
    # A carry into the exponent is correct: the next number is the next power of two.
    nearest = ((bits + np.uint32(1 << (drop - 1))) >> np.uint32(drop) << np.uint32(drop)).view(np.float32)
    return np.where(np.isfinite(values) & np.isfinite(nearest), nearest, values).astype(np.float32)


def _shown(values: np.ndarray) -> np.ndarray:
    """Return the four digits that are read as a whole number, and the power of ten of the last: (...) -> (2, ...).

    JavaScript rounds a number halfway between two up, and NumPy to the even one.
    """
    values = values.astype(float) * (1 + 1e-9)
    with np.errstate(divide="ignore", invalid="ignore"):
        power = np.floor(np.log10(np.abs(values))) - (_SHOWN - 1)
        return np.stack([np.rint(values / 10.0**power), power])
