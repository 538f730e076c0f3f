"""What the browser is sent: blobs that come back bit for bit, and ids that follow the content."""

import numpy as np
import pytest

from optimizers import BASELINES, OPTIMIZERS, run
from scenes import decimals, worked_step
from scenes.blobs import blob_id, pack, run_blob, surface_blob, together, unpack
from surfaces import SURFACES

ARRAYS = {
    "odd": np.arange(7, dtype=np.float32),
    "whole": np.array([-1, 0, 2**31 - 1], dtype=np.int32),
    "grid": np.random.default_rng(0).normal(size=(3, 5)),
    "empty": np.empty((2, 0)),
    "extremes": np.array([0.0, -0.0, np.inf, -np.inf, np.nan, 5e-324, 1.7976931348623157e308]),
}


def test_a_blob_comes_back_bit_for_bit():
    header, arrays = unpack(pack({"kind": "test", "name": "β₁"}, ARRAYS))
    assert header["kind"] == "test"
    assert header["name"] == "β₁"
    assert list(arrays) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert arrays[name].shape == array.shape
        assert arrays[name].dtype == array.dtype
        assert arrays[name].tobytes() == array.tobytes()


def test_blobs_are_sent_together_each_after_its_length():
    assert together([b"abc", b"", b"d"]) == b"\3\0\0\0abc" + b"\0\0\0\0" + b"\1\0\0\0d"


def test_decimals_come_back_as_decimals():
    sent = decimals.encode(np.array([0.1, np.nan, -1e-300]))
    _, arrays = unpack(pack({}, {"read": sent}))
    assert isinstance(arrays["read"], decimals.Decimals)
    assert np.array_equal(arrays["read"].codes, sent.codes)


def test_an_array_in_another_memory_order_is_sent_row_by_row():
    grid = np.arange(12.0).reshape(3, 4)
    _, arrays = unpack(pack({}, {"grid": np.asfortranarray(grid), "turned": grid.T}))
    assert np.array_equal(arrays["grid"], grid)
    assert np.array_equal(arrays["turned"], grid.T)


def test_equal_content_has_an_equal_id_and_other_content_another():
    def identity(header, arrays):
        return blob_id(pack(header, arrays))

    assert len(identity({"a": 1}, ARRAYS)) == 16
    assert identity({"a": 1}, ARRAYS) == identity({"a": 1}, {name: array.copy() for name, array in ARRAYS.items()})
    changed = ARRAYS | {"odd": ARRAYS["odd"] + 1}
    renamed = {f"{name}!": array for name, array in ARRAYS.items()}
    turned = ARRAYS | {"grid": ARRAYS["grid"].reshape(5, 3)}
    ids = [identity({"a": 1}, arrays) for arrays in (ARRAYS, changed, renamed, turned)] + [identity({"a": 2}, ARRAYS)]
    assert len(set(ids)) == len(ids)


def test_other_types_of_numbers_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="array 'n' of a blob must be float64, float32, int32, decimal, not int64"):
        pack({}, {"n": np.arange(3)})


@pytest.mark.parametrize("key", SURFACES)
def test_a_surface_blob_holds_the_surface(key):
    surface = SURFACES[key]()
    header, arrays = unpack(surface_blob(surface))
    x, y, z, height = (arrays[name] for name in ("x", "y", "z", "height"))
    assert ((x[0], x[-1]), (y[0], y[-1])) == surface.window
    assert z.shape == height.shape == (y.size, x.size)
    row, column = y.size // 3, x.size // 4
    assert z[row, column] == np.float32(surface.value(np.array([x[column], y[row]])))
    assert height.min() >= 0.0
    assert height.max() <= len(header["levels"]) - 1
    cells = [(side[-1] - side[0]) / (side.size - 1) for side in (x, y)]
    assert cells[0] == pytest.approx(cells[1], rel=0.05), "cells are nearly square"
    assert [critical["kind"] for critical in header["critical_points"]] == [c.kind for c in surface.critical_points]


def test_a_critical_point_says_how_the_loss_curves_there():
    header, _ = unpack(surface_blob(SURFACES["saddle"]()))
    assert header["critical_points"] == [
        {
            "kind": "saddle",
            "point": [0.0, 0.0],
            "value": 0.0,
            "eigenvalues": [-2.0, 2.0],
            "angle": pytest.approx(np.pi / 2.0, abs=1e-6),
        }
    ]


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_run_blob_is_the_trajectory(key):
    rule = OPTIMIZERS[key]()
    path = run(SURFACES["himmelblau"](), rule, (-0.5, -1.25), 25)
    header, arrays = unpack(run_blob(path, rule))
    assert header["kind"] == "run"
    for name in ("points", "values"):
        assert arrays[name].tobytes() == np.asarray(getattr(path, name)).tobytes()
    for name, numbers in worked_step.arrays(rule, path).items():
        assert np.array_equal(arrays[name].codes, decimals.encode(numbers).codes)
    assert np.array_equal(arrays["gradient_norms"].codes, decimals.encode(np.hypot(*path.gradients)).codes)


def test_a_run_of_no_steps_and_one_that_diverges_can_be_sent():
    surface, sgd = SURFACES["bowl"](), OPTIMIZERS["sgd"]
    _, still = unpack(run_blob(run(surface, sgd(), (1.0, 1.0), 0), sgd()))
    assert still["points"].shape == (2, 1)
    assert still["learning_rates"].codes.shape == (1,)
    wild_rule = sgd(learning_rate=10.0)
    path = run(surface, wild_rule, (1.0, 1.0), 5000)
    _, wild = unpack(run_blob(path, wild_rule))
    assert wild["points"].shape == path.points.shape
    assert path.points.shape[1] < 5001


def test_packing_changes_nothing():
    rule = OPTIMIZERS["adam"]()
    path = run(SURFACES["bowl"](), rule, (1.0, 1.0), 5)
    arrays = [path.points, path.values, path.gradients, path.learning_rates, *path.states]
    before = [array.copy() for array in arrays]
    for array in arrays:
        array.flags.writeable = False
    run_blob(path, rule)
    assert all(np.array_equal(now, then) for now, then in zip(arrays, before, strict=True))


@pytest.mark.parametrize("key", BASELINES)
def test_a_baseline_says_what_it_has_asked_for_and_where_its_corners_are(key: str) -> None:
    rule, surface = BASELINES[key](), SURFACES["rosenbrock"]()
    path = run(surface, rule, surface.starts[0].point, 20)
    header, arrays = unpack(run_blob(path, rule))
    np.testing.assert_array_equal(arrays["work"], rule.work(path.states, path.steps))
    assert header["corners"] == (["state.second", "state.worst"] if key == "nelder-mead" else [])
    assert all(arrays[corner].codes.shape == (2, path.steps + 1) for corner in header["corners"])
    rows = {row["array"] for line in header["lines"] for row in line["rows"]}
    assert rows <= {*arrays, "points"}


def test_of_a_rule_it_is_known_what_it_asks_for() -> None:
    header, arrays = unpack(
        run_blob(run(SURFACES["bowl"](), OPTIMIZERS["adam"](), (1.0, 1.0), 3), OPTIMIZERS["adam"]())
    )
    assert "work" not in arrays
    assert header["corners"] == []
