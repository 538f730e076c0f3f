"""Large batches, block by block on all cores.

What a block's steps leave behind stays in a core's cache, and NumPy's loops let go of Python's lock, so that blocks run
at the same time. A lane does not know of its neighbours, so its numbers are the same bits as in one piece.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from os import cpu_count
from typing import Any

import numpy as np

from optimizers.loss_surface import Array
from parameters import declared

LANES = 20_000
"""Lanes of a block: 160 kB for a coordinate. With fewer, threads wait for Python's lock more than they compute."""


class Blocks:
    """A batch of a shape, cut along its longest axis into parts of at most `LANES` lanes where the axis allows it."""

    def __init__(self, batch: tuple[int, ...]) -> None:
        longest = max(batch, default=1)
        self.axis = batch.index(longest) - len(batch) if batch else -1
        lanes = int(np.prod(batch))
        count = min(longest, -(-lanes // LANES)) or 1
        ends = [longest * i // count for i in range(count + 1)]
        self.parts = [slice(*between) for between in pairwise(ends)] if count > 1 else [slice(None)]

    def of(self, numbers: Any, part: slice) -> Any:
        """The numbers of a part: of an array whose last axes are the batch's or broadcast to them, or of one number."""
        if np.ndim(numbers) < -self.axis or np.shape(numbers)[self.axis] == 1:
            return numbers
        return numbers[(..., part, *(slice(None),) * (-self.axis - 1))]

    def of_fields(self, owner: Any, part: slice) -> Any:
        """A frozen dataclass of parameters, some of them swept over the batch, for the lanes of a part."""
        swept = {name: value for name in declared(owner) if np.ndim(value := getattr(owner, name))}
        return replace(owner, **{name: self.of(np.asarray(value), part) for name, value in swept.items()})

    def map(self, work: Callable[[slice], Array]) -> Array:
        """Put together what `work` returns for the parts, (2, ...) each."""
        if len(self.parts) == 1:
            return work(self.parts[0])
        with ThreadPoolExecutor(min(len(self.parts), cpu_count() or 1)) as threads:
            return np.concatenate(list(threads.map(work, self.parts)), axis=self.axis)
