"""The loop over steps with mini-batches in plain NumPy."""

import numpy as np


def batch_walk(gradient, rule, start, rates, batch_size, seed, replacement, examples, **values):
    random = np.random.default_rng(seed)
    if replacement:
        batches = random.integers(examples, size=(len(rates) + 1, batch_size))
    else:  # every epoch takes each example once, in an order of its own
        epochs = [random.permutation(examples) for _ in range(batch_size * len(rates) // examples + 2)]
        batches = [epoch[k : k + batch_size] for epoch in epochs for k in range(0, examples, batch_size)]
    path, v, s = [np.array(start)], np.zeros(2), np.zeros(2)
    for t, (rate, batch) in enumerate(zip(rates, batches, strict=False), start=1):
        w, v, s = rule(path[-1], gradient(path[-1], batch), t, rate, v, s, **values)
        if not np.isfinite(w).all():
            break  # diverged: the path ends at its last finite point
        path.append(w)
    return np.array(path).T
