"""Mini-batches: which examples each gradient is of, and that it is their mean."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, Exact, MiniBatch, run
from optimizers.gradients import batches_per_epoch
from surfaces import SURFACES, DataSurface

FAMILIES: dict[str, Any] = {key: family for key, family in SURFACES.items() if issubclass(family, DataSurface)}
REGRESSION = FAMILIES["regression"](examples=40)
SGD = OPTIMIZERS["sgd"](learning_rate=0.05)
START = (-2.0, 2.0)
sizes = st.integers(1, 40)
seeds = st.integers(0, 1000)


def path_of(size: int, steps: int, seed: int = 0, **options: Any) -> Any:
    return run(REGRESSION, SGD, START, steps, gradients=MiniBatch(size, seed, **options))


@given(size=sizes, seed=seeds, epochs=st.integers(1, 3))
def test_every_epoch_takes_each_example_once_in_an_order_of_its_own(size: int, seed: int, epochs: int) -> None:
    per_epoch = batches_per_epoch(40, size)
    batches = path_of(size, epochs * per_epoch, seed).batches
    assert batches.shape == (epochs * per_epoch, size)
    used = [epoch[epoch >= 0] for epoch in batches.reshape(epochs, -1)]
    assert all(sorted(order.tolist()) == list(range(40)) for order in used)
    random = np.random.default_rng(seed)
    assert np.array_equal(np.array(used), [random.permutation(40) for _ in range(epochs)])
    last = batches[per_epoch - 1]
    assert np.count_nonzero(last >= 0) == 40 - (per_epoch - 1) * size
    assert np.all(batches[: per_epoch - 1] >= 0), "short before the end of the epoch"


@given(size=sizes, seed=seeds, replacement=st.booleans(), steps=st.integers(0, 60), more=st.integers(0, 60))
def test_a_longer_run_begins_like_a_shorter_one(size: int, seed: int, replacement: bool, steps: int, more: int) -> None:
    short, long = (path_of(size, count, seed, replacement=replacement) for count in (steps, steps + more))
    assert np.array_equal(long.batches[:steps], short.batches)
    assert np.array_equal(long.points[:, : steps + 1], short.points)
    assert np.array_equal(long.gradients[:, : steps + 1], short.gradients)


def test_with_replacement_examples_are_independent() -> None:
    batches = path_of(10, 4000, replacement=True).batches
    assert batches.min() == 0
    assert batches.max() == 39
    twice = np.mean([len(set(batch)) < 10 for batch in batches.tolist()])
    assert twice == pytest.approx(1.0 - np.prod(1.0 - np.arange(10) / 40.0), abs=0.03)
    counts = np.array([count for _, count in Counter(batches.ravel().tolist()).items()])
    assert counts.size == 40
    assert np.abs(counts - 1000.0).max() < 5.0 * np.sqrt(1000.0)


@pytest.mark.parametrize("key", FAMILIES)
@pytest.mark.parametrize("size", [1, 7, 40])
def test_each_gradient_is_the_mean_over_its_batch(key: str, size: int) -> None:
    surface = FAMILIES[key](examples=40)
    path: Any = run(surface, SGD, START, 30, gradients=MiniBatch(size, seed=3))
    for point, gradient, batch in zip(path.points.T[:-1], path.gradients.T[:-1], path.batches, strict=True):
        taken = batch[batch >= 0]
        singly = [surface.batch_gradient(point, np.array([index])) for index in taken]
        np.testing.assert_allclose(gradient, np.mean(singly, axis=0), rtol=1e-12, atol=1e-14)
    taken = [surface.batch(batch[batch >= 0]) for batch in path.batches]
    losses = [surface.losses(point[:, None], data).mean() for point, data in zip(path.points.T, taken, strict=False)]
    np.testing.assert_allclose(path.batch_values, [*losses, np.nan], rtol=1e-12)
    np.testing.assert_array_equal(path.values, surface.value(path.points))


def test_a_batch_of_all_is_the_whole_gradient_but_for_the_order_of_its_sum() -> None:
    full = run(REGRESSION, SGD, START, 50, gradients=Exact())
    np.testing.assert_allclose(path_of(40, 50).points, full.points, rtol=1e-12)


@given(size=sizes, steps=st.integers(0, 60))
def test_over_an_epoch_at_one_point_the_losses_of_batches_have_the_mean_of_all(size: int, steps: int) -> None:
    batches = path_of(size, steps).batches
    points = np.repeat(np.array(START)[:, None], steps, axis=1)
    losses = REGRESSION.batch_values(points, batches)
    assert losses.shape == (steps,)
    per_epoch = batches_per_epoch(40, size)
    if steps >= per_epoch:
        weights = np.count_nonzero(batches[:per_epoch] >= 0, axis=1)
        assert np.average(losses[:per_epoch], weights=weights) == pytest.approx(REGRESSION.value(np.array(START)))


def test_without_batches_there_are_no_losses_of_them() -> None:
    assert run(REGRESSION, SGD, START, 5).batch_values is None


def test_many_starts_share_the_batches() -> None:
    starts = np.random.default_rng(1).uniform(-3.0, 3.0, (2, 5))
    together: Any = run(REGRESSION, SGD, starts, 25, gradients=MiniBatch(4, seed=2))
    for lane, start in enumerate(starts.T):
        alone: Any = run(REGRESSION, SGD, start, 25, gradients=MiniBatch(4, seed=2))
        assert np.array_equal(together.lane(lane).points, alone.points)
        assert np.array_equal(together.batches, alone.batches)


@pytest.mark.parametrize(
    ("surface", "size", "said"),
    [
        (SURFACES["bowl"](), 4, "MiniBatch: Bowl has no examples, so there is nothing to draw from"),
        (REGRESSION, 41, "batch_size must be one number, at most that of the examples, 40, but 41 was given"),
        (REGRESSION, np.array([1, 2]), "batch_size must be one number"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(surface: Any, size: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        run(surface, SGD, START, 5, gradients=MiniBatch(size, seed=0))


@pytest.mark.parametrize("size", [0, -1, 2.5])
def test_a_batch_has_a_whole_number_of_examples(size: Any) -> None:
    with pytest.raises(ValueError, match="batch_size must be a whole number from 1 to 2000"):
        MiniBatch(size)
