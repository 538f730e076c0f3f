"""The six-hump camel in plain NumPy."""

import numpy as np


def loss(w):
    x, y = w
    x2, y2 = x * x, y * y
    value = (4.0 - 2.1 * x2 + x2 * x2 / 3.0) * x2 + x * y + (4.0 * y2 - 4.0) * y2
    return np.where(np.isnan(value), np.inf, value)  # terms that overflow leave no number: the loss is infinite


def gradient(w):
    x, y = w
    x2, y2 = x * x, y * y
    return np.array(((8.0 - 8.4 * x2 + 2.0 * x2 * x2) * x + y, x + (16.0 * y2 - 8.0) * y))
