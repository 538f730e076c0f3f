"""Inverse-time decay in plain NumPy."""

import numpy as np


def inverse_time(initial, t, decay_rate, steps_per_epoch):
    return initial / (1.0 + decay_rate * np.floor((t - 1.0) / steps_per_epoch))
