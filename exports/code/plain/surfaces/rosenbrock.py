"""Rosenbrock's function in plain NumPy."""

import numpy as np


def loss(w):
    x, y = w
    a, b = 1.0 - x, y - x * x
    return a * a + 100.0 * b * b


def gradient(w):
    x, y = w
    a, b = 1.0 - x, y - x * x
    return np.array((-2.0 * a - 400.0 * x * b, 200.0 * b))
