"""What the browser is given as bytes: one blob for the surface, one for each contender.

A blob is its id in 16 letters, then one zlib stream: a little-endian uint32 (the length of the header), a JSON
header, and the arrays one after another. The header names every array with its dtype and shape. Bytes of equal rank lie
together (all first bytes of the numbers, then all second bytes, …), because numbers that follow each other differ in
their last digits, not in their first: so they take a tenth to a half less. The id is a hash of all that is in the
blob, so that equal content has an equal name and needs to be sent once.

What is drawn is sent as doubles to the last bit (the grid in single precision); what is only read, as decimals.
"""

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np

from optimizers import Optimizer, Trajectory
from scenes import decimals, worked_step
from scenes.levels import choose_levels, height_on
from surfaces.surface import Surface

GRID_NODES = 22_500
"""Nodes of the surface's grid: 150 × 150 on a square window."""

_ID = 16
_LEVEL = 6
_DTYPES = {"float64": "<f8", "float32": "<f4", "int32": "<i4", "decimal": "<i4"}
_PLAIN = ("float64", "float32", "int32")


def surface_blob(surface: Surface) -> bytes:
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


def run_blob(path: Trajectory, rule: Optimizer) -> bytes:
    """Everything one contender did: points and losses as doubles, and the numbers of every update as decimals.

    The decimals are those of `worked_step.arrays`, and `gradient_norms` (T+1,).
    """
    with np.errstate(over="ignore"):
        numbers = worked_step.arrays(rule, path) | {"gradient_norms": np.hypot(*path.gradients)}
    drawn = {"points": path.points, "values": np.asarray(path.values, dtype=np.float64)}
    header = {"kind": "run", "lines": worked_step.plain(worked_step.lines(rule))}
    return pack(header, drawn, {name: decimals.encode(array) for name, array in numbers.items()})


def blob_id(blob: bytes) -> str:
    """The hash by which a scene names a blob."""
    return blob[:_ID].decode()


def pack(
    header: dict[str, Any], arrays: Mapping[str, np.ndarray], codes: Mapping[str, np.ndarray] | None = None
) -> bytes:
    """One blob of the named arrays, float64, float32 or int32, and of the codes of decimals."""
    codes = codes or {}
    entries = [{"name": name, "dtype": _dtype(name, array), "shape": array.shape} for name, array in arrays.items()]
    entries += [{"name": name, "dtype": "decimal", "shape": array.shape} for name, array in codes.items()]
    text = json.dumps({**header, "arrays": entries}).encode()
    content = struct.pack("<I", len(text)) + text + b"".join(map(_by_rank, [*arrays.values(), *codes.values()]))
    identity = hashlib.blake2b(content, digest_size=_ID // 2).hexdigest().encode()
    return identity + zlib.compress(content, _LEVEL)


def unpack(blob: bytes) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """The header and the arrays of a blob: what `blobs.js` does, for tests and for other readers."""
    content = zlib.decompress(blob[_ID:])
    (length,) = struct.unpack_from("<I", content)
    header = json.loads(content[4 : 4 + length])
    arrays, position = {}, 4 + length
    for entry in header["arrays"]:
        dtype = np.dtype(_DTYPES[entry["dtype"]])
        size = int(np.prod(entry["shape"], dtype=int)) * dtype.itemsize
        ranks = np.frombuffer(content, np.uint8, size, position).reshape(dtype.itemsize, -1)
        arrays[entry["name"]] = np.frombuffer(ranks.T.tobytes(), dtype).reshape(entry["shape"])
        position += size
    return header, arrays


def _by_rank(array: np.ndarray) -> bytes:
    wire = np.ascontiguousarray(array, dtype=_DTYPES[array.dtype.name])
    return np.frombuffer(wire.tobytes(), np.uint8).reshape(-1, wire.itemsize).T.tobytes()


def _dtype(name: str, array: np.ndarray) -> str:
    if array.dtype.name not in _PLAIN:
        raise ValueError(f"array {name!r} of a blob must be {', '.join(_PLAIN)}, not {array.dtype.name}")
    return array.dtype.name


def _grid(window: tuple[tuple[float, float], tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    (x0, x1), (y0, y1) = window
    columns = int(np.clip(np.sqrt(GRID_NODES * (x1 - x0) / (y1 - y0)), 60, 375))
    rows = max(2, GRID_NODES // columns)
    return np.linspace(x0, x1, columns), np.linspace(y0, y1, rows)
