"""The polynomial schedule in plain NumPy."""

import numpy as np


def polynomial(initial, t, horizon, power, floor):
    left = 1.0 - np.minimum((t - 1.0) / horizon, 1.0)
    return initial * (floor + (1.0 - floor) * left**power)
