"""The loop over steps with noisy gradients in plain NumPy."""

import numpy as np


def noisy_walk(gradient, rule, start, rates, noise, seed, **values):
    errors = noise * np.random.default_rng(seed).standard_normal((len(rates) + 1, 2))
    path, v, s = [np.array(start)], np.zeros(2), np.zeros(2)
    for t, rate in enumerate(rates, start=1):
        w, v, s = rule(path[-1], gradient(path[-1]) + errors[t - 1], t, rate, v, s, **values)
        if not np.isfinite(w).all():
            break  # diverged: the path ends at its last finite point
        path.append(w)
    return np.array(path).T
