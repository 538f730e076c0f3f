"""Blobs: the arrays of a scene as bytes, one blob for the surface and one for each contender.

A blob is its id in 16 letters, then one zlib stream: a little-endian uint32 (the length of the header), a JSON
header, and the arrays one after another. The header names every array with its dtype and shape. Numbers that follow
each other along the last axis differ in their last digits, not in their first. So each is sent as its difference from
the one before, both taken as whole numbers of as many bytes, which loses no bit; but for integers, which are drawn by
lot. And bytes of equal rank lie together (all first bytes of the differences, then all second bytes, …): that takes a
third to a half less. The id is a hash of all that is in the blob, so that equal content has an equal name and needs to
be sent once.

What is drawn is sent as doubles to the last bit (the grid in single precision); what is only read, as decimals.
"""

import hashlib
import json
import math
import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from optimizers import Baseline, Optimizer, Trajectory
from optimizers.gradients import Seed, example_order, standard_errors
from scenes import decimals, worked_step
from scenes.decimals import Decimals
from scenes.kept_average import kept_average
from scenes.levels import choose_levels, height_on
from surfaces import CriticalPoint, Data, Surface, curvatures

Array = np.ndarray | Decimals

GRID_NODES = 22_500
"""Nodes of the surface's grid: 150 × 150 on a square window."""

_ID = 16
_LEVEL = 6
_WIRE = {"float64": "<f8", "float32": "<f4", "int32": "<i4", "decimal": "<i4"}
"""The bytes of each type."""

_BY_LOT = "int32"
"""The type whose numbers are sent as they are, because their differences would be longer."""


def surface_blob(surface: Surface) -> bytes:
    """Pack the grid under the map: `x` (nx,), `y` (ny,), true loss `z` (ny, nx), `height` (ny, nx).

    Both are NaN, a hole in the map, where the loss is not finite. The header has the `levels` of the contours, and the
    `critical_points`: there may be hundreds, which are sent once here, and not with every change of a contender.
    """
    x, y = _grid(surface.window)
    z = np.broadcast_to(surface.value(np.stack(np.meshgrid(x, y))), (y.size, x.size))
    z = np.where(np.isfinite(z), z, np.nan)
    levels = choose_levels(z, surface.lowest)
    arrays = {
        "x": x,
        "y": y,
        "z": z.astype(np.float32),
        "height": height_on(levels, z).astype(np.float32),
    }
    critical_points = [_described(surface, point) for point in surface.critical_points]
    return pack({"kind": "surface", "levels": levels.tolist(), "critical_points": critical_points}, arrays)


def _described(surface: Surface, critical: CriticalPoint) -> dict[str, Any]:
    """A critical point, its eigenvalues, smaller first, and the direction of the first, in radians from that of x."""
    eigenvalues, ((across, _), (up, _)) = curvatures(surface, critical.point)
    return {
        "kind": critical.kind,
        "point": critical.point,
        "value": critical.value,
        "eigenvalues": eigenvalues.tolist(),
        "angle": round(math.atan2(up, across), 6),
    }


def run_blob(path: Trajectory, rule: Optimizer) -> bytes:
    """Pack all that one contender did: points and losses as doubles, and the numbers of every update as decimals.

    The decimals are those of `worked_step.arrays`, `gradient_norms` and `batch_values` with mini-batches (T+1,). A
    baseline has its `work` (T+1,), too: that of a rule is one gradient an update.
    """
    numbers = worked_step.arrays(rule, path) | {"gradient_norms": path.gradient_norms}
    if path.batch_values is not None:
        numbers["batch_values"] = path.batch_values
    drawn = {"points": path.points, "values": np.asarray(path.values, dtype=np.float64)}
    if isinstance(rule, Baseline):
        drawn["work"] = rule.work(path.states, path.steps)
    header = {"kind": "run", "lines": worked_step.plain(rule), "average": kept_average(rule), "corners": _corners(rule)}
    return pack(header, drawn | decimals.encode_all(numbers))


def _corners(rule: Optimizer) -> list[str]:
    """Name the arrays of the corners between which a method searches, beside the point itself."""
    return [f"state.{field}" for field in rule.corners] if isinstance(rule, Baseline) else []


def noise_blob(seed: Seed, steps: int) -> bytes:
    """Pack the errors of a seed's gradients before they are scaled, `normal` (T+1, 2), to the last bit."""
    return pack({"kind": "noise"}, {"normal": standard_errors(seed, steps)})


def data_blob(data: Data) -> bytes:
    """Pack the examples of a data set to the last bit: `features` (n,) or (d, n), and `targets` (n,)."""
    return pack({"kind": "data"}, {"features": data.features, "targets": data.targets})


def order_blob(seed: Seed, examples: int, length: int, *, replacement: bool) -> bytes:
    """Pack the order in which examples are used, `order` (length,), from which batches of any size are cut."""
    order = example_order(seed, examples, length, replacement=replacement)
    return pack({"kind": "order"}, {"order": order.astype(np.int32)})


def blob_id(blob: bytes) -> str:
    """Return the hash by which a scene names a blob."""
    return blob[:_ID].decode()


def together(blobs: Iterable[bytes]) -> bytes:
    """Join blobs to be sent at once, each after its length as a little-endian uint32."""
    return b"".join(struct.pack("<I", len(blob)) + blob for blob in blobs)


def pack(header: dict[str, Any], arrays: Mapping[str, Array]) -> bytes:
    """Pack the named arrays into one blob: float64, float32, int32, or decimals.

    Raises ValueError for an array of another type.
    """
    wires = {name: _wire(name, array) for name, array in arrays.items()}
    entries = [{"name": name, "dtype": dtype, "shape": wire.shape} for name, (dtype, wire) in wires.items()]
    text = json.dumps({**header, "arrays": entries}).encode()
    content = struct.pack("<I", len(text)) + text + b"".join(_by_rank(*wire) for wire in wires.values())
    identity = hashlib.blake2b(content, digest_size=_ID // 2).hexdigest().encode()
    return identity + zlib.compress(content, _LEVEL)


def unpack(blob: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the header and the arrays of a blob, as they were given to `pack`: for tests and for other readers."""
    content = zlib.decompress(blob[_ID:])
    (length,) = struct.unpack_from("<I", content)
    header = json.loads(content[4 : 4 + length])
    arrays, position = {}, 4 + length
    for entry in header["arrays"]:
        dtype = np.dtype(_WIRE[entry["dtype"]])
        size = int(np.prod(entry["shape"], dtype=int)) * dtype.itemsize
        ranks = np.frombuffer(content, np.uint8, size, position).reshape(dtype.itemsize, -1)
        numbers = np.frombuffer(ranks.T.tobytes(), _whole(dtype)).reshape(entry["shape"])
        if entry["dtype"] != _BY_LOT:
            numbers = np.cumsum(numbers, axis=-1, dtype=numbers.dtype)
        array = numbers.view(dtype)
        arrays[entry["name"]] = Decimals(array) if entry["dtype"] == "decimal" else array
        position += size
    return header, arrays


def _wire(name: str, array: Array) -> tuple[str, np.ndarray]:
    """Return an array's type in the header, and its numbers in that type's bytes."""
    dtype, numbers = ("decimal", array.codes) if isinstance(array, Decimals) else (array.dtype.name, array)
    if dtype not in _WIRE:
        raise ValueError(f"array {name!r} of a blob must be {', '.join(_WIRE)}, not {dtype}")
    return dtype, np.ascontiguousarray(numbers, dtype=_WIRE[dtype])


def _by_rank(dtype: str, wire: np.ndarray) -> bytes:
    numbers = wire.view(_whole(wire.dtype))
    if dtype != _BY_LOT:
        numbers = np.diff(numbers, axis=-1, prepend=np.zeros_like(numbers[..., :1]))
    return np.frombuffer(numbers.tobytes(), np.uint8).reshape(-1, wire.itemsize).T.tobytes()


def _whole(dtype: np.dtype) -> np.dtype:
    """The whole numbers of as many bytes, whose sums and differences begin again at zero where they overflow."""
    return np.dtype(f"<u{dtype.itemsize}")


def _grid(window: tuple[tuple[float, float], tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    (x0, x1), (y0, y1) = window
    columns = int(np.clip(np.sqrt(GRID_NODES * (x1 - x0) / (y1 - y0)), 60, 375))
    rows = max(2, GRID_NODES // columns)
    return np.linspace(x0, x1, columns), np.linspace(y0, y1, rows)
