"""Linear regression in plain NumPy."""

import numpy as np

examples = 200
data_seed = 0
moved = ()
noise = 1.0
center = 1.0

random = np.random.default_rng(data_seed)
features = center + random.standard_normal(examples)
errors = noise * random.standard_normal(examples)
targets = 1.5 * features + -0.5 + errors
for i, across, up in np.reshape(moved, (-1, 3)):  # examples that have been moved
    if i < examples:
        features[int(i)], targets[int(i)] = across, up


def loss(w):
    r = w[0] * features + w[1] - targets
    return np.mean(r * r)


def gradient(w, batch=slice(None)):
    x, y = features[batch], targets[batch]
    r = 2.0 * (w[0] * x + w[1] - y)
    return np.mean(np.array((r * x, r)), axis=-1)
