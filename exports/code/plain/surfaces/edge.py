"""The edge of stability in plain NumPy."""

import numpy as np


def loss(w):
    x, y = w
    missing = 1.0 - x * y
    return 0.5 * missing * missing


def gradient(w):
    x, y = w
    missing = 1.0 - x * y
    return np.array((-missing * y, -missing * x))
