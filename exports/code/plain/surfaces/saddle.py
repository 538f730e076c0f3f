"""The saddle in plain NumPy."""

import numpy as np


def loss(w):
    x, y = w
    return x * x - y * y


def gradient(w):
    x, y = w
    return np.array((2.0 * x, -2.0 * y))
