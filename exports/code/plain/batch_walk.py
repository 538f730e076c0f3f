"""The loop over steps with mini-batches in plain NumPy."""

import numpy as np


def batch_walk(gradient, rule, start, rates, batches, **values):
    path, v, s = [np.array(start)], np.zeros(2), np.zeros(2)
    for t, (rate, batch) in enumerate(zip(rates, batches, strict=True), start=1):
        w, v, s = rule(path[-1], gradient(path[-1], batch), t, rate, v, s, **values)
        if not np.isfinite(w).all():
            break  # diverged: the path ends at its last finite point
        path.append(w)
    return np.array(path).T
