"""Exponential decay in plain NumPy."""

import numpy as np


def exponential(initial, t, factor, steps_per_epoch):
    return initial * factor ** np.floor((t - 1.0) / steps_per_epoch)
