"""Beale's function in plain NumPy."""

import numpy as np


def residuals(x, y):
    return 1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y


def loss(w):
    a, b, c = residuals(*w)
    return a * a + b * b + c * c


def gradient(w):
    x, y = w
    a, b, c = residuals(x, y)
    dx = 2.0 * (a * (y - 1.0) + b * (y * y - 1.0) + c * (y * y * y - 1.0))
    dy = 2.0 * x * (a + 2.0 * y * b + 3.0 * (y * y) * c)
    return np.array((dx, dy))
