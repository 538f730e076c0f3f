"""Rastrigin's function in plain NumPy."""

from math import pi

import numpy as np


def loss(w):
    x, y = w
    value = 20.0 + x * x + y * y - 10.0 * np.cos(2.0 * pi * x) - 10.0 * np.cos(2.0 * pi * y)
    return np.where(np.isnan(value), np.inf, value)  # terms that overflow leave no number: the loss is infinite


def gradient(w):
    x, y = w
    return np.array((2.0 * x + 20.0 * pi * np.sin(2.0 * pi * x), 2.0 * y + 20.0 * pi * np.sin(2.0 * pi * y)))
