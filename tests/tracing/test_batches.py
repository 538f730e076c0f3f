"""The browser cuts the batches that a run draws."""

from pathlib import Path
from typing import Any

import numpy as np

from exports.handout.bundle import FRONTEND
from optimizers import MiniBatch, branch, run
from optimizers.gradients import example_order
from optimizers.sgd import SGD
from surfaces import SURFACES
from tests.tracing.deno import answers

EXAMPLES, STEPS = 40, 90


def test_batches_of_every_size_are_cut_from_one_order_as_numpy_cuts_them(tmp_path: Path) -> None:
    module = f"""
        import {{ batchesOf }} from "{(FRONTEND / "live" / "batches.js").as_uri()}";
        export const cut = ({{ order, steps, ...drawing }}) =>
          Float64Array.from(batchesOf({{ order: Int32Array.from(order), ...drawing }}, steps).indices);
    """
    family: Any = SURFACES["regression"]
    surface = family(examples=EXAMPLES)
    sources = [MiniBatch(size, seed=5, replacement=drawn) for size in (1, 7, 20, 39) for drawn in (False, True)]
    calls = [
        (
            "cut",
            {
                "order": example_order(5, EXAMPLES, EXAMPLES * (STEPS + 1), replacement=source.replacement),
                "steps": STEPS,
                "size": source.batch_size,
                "examples": EXAMPLES,
                "replacement": source.replacement,
            },
        )
        for source in sources
    ]
    for source, cut in zip(sources, answers(module, calls, tmp_path), strict=True):
        expected = source.draw(surface, STEPS + 1, ()).batches
        assert expected is not None
        np.testing.assert_array_equal(cut, expected.ravel())


def test_a_branch_goes_on_with_batches_of_its_own_as_numpy_has_them(tmp_path: Path) -> None:
    module = f"""
        import {{ batchesOf, joinedBatches }} from "{(FRONTEND / "live" / "batches.js").as_uri()}";
        export const joined = ({{ order, steps, examples, sizes, begins }}) => {{
          const drawing = {{ order: Int32Array.from(order), examples, replacement: false }};
          const [before, after] = sizes.map((size) => batchesOf({{ ...drawing, size }}, steps));
          return Float64Array.from(joinedBatches(before, after, begins, {{ examples, steps }}).indices);
        }};
    """
    family: Any = SURFACES["regression"]
    rule, surface, begins, sizes = SGD(0.01), family(examples=EXAMPLES), 33, (7, 20)
    first, then = (MiniBatch(size, seed=5) for size in sizes)
    path = branch(run(surface, rule, (0.0, 0.0), STEPS, gradients=first), begins, rule, STEPS, gradients=then)
    order = example_order(5, EXAMPLES, EXAMPLES * (STEPS + 1), replacement=False)
    call = {"order": order, "steps": STEPS, "examples": EXAMPLES, "sizes": sizes, "begins": begins}
    (joined,) = answers(module, [("joined", call)], tmp_path)
    assert path.batches is not None
    np.testing.assert_array_equal(joined.reshape(STEPS + 1, -1)[:STEPS], path.batches)
