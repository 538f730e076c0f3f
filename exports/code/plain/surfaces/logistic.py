"""Logistic regression in plain NumPy."""

import numpy as np

examples = 200
data_seed = 0
moved = ()
noise = 1.0

random = np.random.default_rng(data_seed)
features = random.standard_normal((2, examples))
scores = np.array((2.0, -1.0)) @ features + noise * random.logistic(size=examples)
targets = (scores > 0.0).astype(float)
for i, across, up in np.reshape(moved, (-1, 3)):  # examples that have been moved
    if i < examples:
        features[:, int(i)] = across, up


def loss(w):
    m = (2.0 * targets - 1.0) * (w[0] * features[0] + w[1] * features[1])
    return np.mean(np.log1p(np.exp(-abs(m))) + np.maximum(-m, 0.0))


def gradient(w, batch=slice(None)):
    u, v = features[0, batch], features[1, batch]
    e = 0.5 * (1.0 + np.tanh(0.5 * (w[0] * u + w[1] * v))) - targets[batch]
    return np.mean(np.array((e * u, e * v)), axis=-1)
