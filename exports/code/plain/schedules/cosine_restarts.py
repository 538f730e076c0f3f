"""The cosine schedule with warm restarts in plain NumPy."""

from math import pi

import numpy as np


def cosine_restarts(initial, t, cycle, growth, floor):
    over, length = t - 1.0, np.full(np.shape(t), float(cycle))
    while np.any(over >= length):
        over, length = np.where(over >= length, (over - length, length * growth), (over, length))
    progress = over / length
    return initial * (floor + (1.0 - floor) * (1.0 + np.cos(pi * progress)) / 2.0)
