"""The examples behind every gradient in plain NumPy."""

import numpy as np


def mini_batches(updates, batch_size, seed, replacement, examples):
    random = np.random.default_rng(seed)
    if replacement:
        return list(random.integers(examples, size=(updates, batch_size)))
    # Every epoch takes each example once, in an order of its own.
    epochs = [random.permutation(examples) for _ in range(batch_size * updates // examples + 2)]
    return [epoch[k : k + batch_size] for epoch in epochs for k in range(0, examples, batch_size)][:updates]
