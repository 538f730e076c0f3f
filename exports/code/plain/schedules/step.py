"""The staircase schedule in plain NumPy."""

import numpy as np


def step(initial, t, drop, every, steps_per_epoch):
    epoch = np.floor((t - 1.0) / steps_per_epoch)
    return initial * drop ** np.floor(epoch / every)
