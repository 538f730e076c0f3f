"""Inverse-square-root decay in plain NumPy."""

import numpy as np


def inverse_sqrt(initial, t, scale, steps_per_epoch):
    return scale * initial / np.sqrt(np.floor((t - 1.0) / steps_per_epoch) + 1.0)
