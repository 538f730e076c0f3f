"""The cosine schedule in plain NumPy."""

from math import pi

import numpy as np


def cosine(initial, t, horizon, floor):
    progress = np.minimum((t - 1.0) / horizon, 1.0)
    return initial * (floor + (1.0 - floor) * (1.0 + np.cos(pi * progress)) / 2.0)
