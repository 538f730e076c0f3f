"""The one-cycle schedule in plain NumPy."""

from math import pi

import numpy as np


def one_cycle(initial, t, horizon, rise, start_factor, end_factor):
    peak, last = rise * horizon, start_factor * end_factor
    risen = np.minimum((t - 1.0) / max(peak - 1.0, 1e-300), 1.0)
    fallen = np.clip((t - peak) / (horizon - peak), 0.0, 1.0)
    rising = start_factor + (1.0 - start_factor) * (1.0 - np.cos(pi * risen)) / 2.0
    falling = last + (1.0 - last) * (1.0 + np.cos(pi * fallen)) / 2.0
    return initial * np.where(t <= peak, rising, falling)
