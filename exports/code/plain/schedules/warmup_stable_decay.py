"""Warm-up, a stable phase and a linear decay in plain NumPy."""

import numpy as np


def warmup_stable_decay(initial, t, warmup, horizon, decay, floor):
    decayed = np.clip((t - 1.0 - horizon + decay) / decay, 0.0, 1.0)
    return initial * np.where(t <= warmup, t / warmup, floor + (1.0 - floor) * (1.0 - decayed))
