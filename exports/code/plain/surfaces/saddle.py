"""The saddle in plain NumPy."""

import numpy as np


def loss(w):
    x, y = w / 2.0  # as a product of halves, which overflows to an infinite loss, and never to no number
    return 4.0 * ((x - y) * (x + y))


def gradient(w):
    x, y = w
    return np.array((2.0 * x, -2.0 * y))
