"""What the browser is given as bytes: one parcel for the surface, one for each contender.

A parcel is a little-endian uint32 (the length of the header), a JSON header, padding to 8 bytes, then
the arrays, C-contiguous and little-endian, each starting at a multiple of 8 from the parcel's first
byte. The header names every array with its dtype, shape and offset. Its `id` is a hash of everything
else in the parcel, so that equal content has an equal name and needs to be sent once.
"""

import hashlib
import json
import struct
from typing import Any

import numpy as np

from optimizers.trajectory import Trajectory
from player.levels import choose_levels, height_on
from surfaces.surface import Surface

GRID_NODES = 22_500
"""Nodes of the surface's grid: 150 × 150 on a square window."""

_ALIGNMENT = 8
_OFFSET_DIGITS = 12
_DTYPES = {"float64": "<f8", "float32": "<f4"}


def surface_parcel(surface: Surface) -> bytes:
    """The grid under the map: `x` (nx,), `y` (ny,), true loss `z` (ny, nx), `height` (ny, nx)."""
    x, y = _grid(surface.window)
    z = np.broadcast_to(surface.value(np.stack(np.meshgrid(x, y))), (y.size, x.size))
    levels = choose_levels(z, surface.lowest)
    arrays = {
        "x": x,
        "y": y,
        "z": z.astype(np.float32),
        "height": height_on(levels, z).astype(np.float32),
    }
    return pack({"kind": "surface", "levels": levels.tolist()}, arrays)


def run_parcel(path: Trajectory) -> bytes:
    """Everything one contender did: the arrays of its trajectory, its memory as `memory.<field>`."""
    arrays = {
        "points": path.points,
        "values": path.values,
        "gradients": path.gradients,
        "learning_rates": path.learning_rates,
    }
    arrays |= {f"memory.{field}": array for field, array in path.states._asdict().items()}
    return pack({"kind": "run"}, {name: np.asarray(array, dtype=np.float64) for name, array in arrays.items()})


def parcel_id(parcel: bytes) -> str:
    """The hash by which a scene names a parcel."""
    return _header(parcel)["id"]


def pack(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> bytes:
    """One parcel of the named arrays (float64 or float32); the header gains `id` and `arrays`."""
    bodies = [np.ascontiguousarray(array, dtype=_wire_dtype(name, array)).tobytes() for name, array in arrays.items()]
    shapes = [(name, array.dtype.name, list(array.shape)) for name, array in arrays.items()]
    digest = hashlib.blake2b(json.dumps([header, shapes]).encode(), digest_size=8)
    for body in bodies:
        digest.update(body)
    # The offsets stand in the header whose length decides them, so room for their digits is kept
    # in advance and what they do not use is left blank, which JSON allows.
    draft = _header_text(header, digest.hexdigest(), shapes, [0] * len(bodies))
    start = _padded(4 + len(draft) + _OFFSET_DIGITS * len(bodies))
    offsets = _offsets(start, bodies)
    text = _header_text(header, digest.hexdigest(), shapes, offsets).ljust(start - 4)
    parcel = bytearray(struct.pack("<I", len(text)) + text)
    for offset, body in zip(offsets, bodies, strict=True):
        parcel += bytes(offset - len(parcel)) + body
    return bytes(parcel)


def unpack(parcel: bytes) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """The header and the arrays of a parcel: what `parcels.js` does, for tests and for other readers."""
    header = _header(parcel)
    return header, {
        entry["name"]: np.frombuffer(
            parcel, _DTYPES[entry["dtype"]], int(np.prod(entry["shape"])), entry["offset"]
        ).reshape(entry["shape"])
        for entry in header["arrays"]
    }


def _header(parcel: bytes) -> dict[str, Any]:
    (length,) = struct.unpack_from("<I", parcel)
    return json.loads(parcel[4 : 4 + length])


def _grid(window: tuple[tuple[float, float], tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    (x0, x1), (y0, y1) = window
    columns = int(np.clip(np.sqrt(GRID_NODES * (x1 - x0) / (y1 - y0)), 60, 375))
    rows = max(2, GRID_NODES // columns)
    return np.linspace(x0, x1, columns), np.linspace(y0, y1, rows)


def _wire_dtype(name: str, array: np.ndarray) -> str:
    if array.dtype.name not in _DTYPES:
        raise ValueError(f"array {name!r} of a parcel must be float64 or float32, not {array.dtype.name}")
    return _DTYPES[array.dtype.name]


def _padded(position: int) -> int:
    return -(-position // _ALIGNMENT) * _ALIGNMENT


def _offsets(start: int, bodies: list[bytes]) -> list[int]:
    offsets = []
    for body in bodies:
        offsets.append(start)
        start = _padded(start + len(body))
    return offsets


def _header_text(header: dict[str, Any], identity: str, shapes: list, offsets: list[int]) -> bytes:
    entries = [
        {"name": name, "dtype": dtype, "shape": shape, "offset": offset}
        for (name, dtype, shape), offset in zip(shapes, offsets, strict=True)
    ]
    return json.dumps({**header, "id": identity, "arrays": entries}).encode()
