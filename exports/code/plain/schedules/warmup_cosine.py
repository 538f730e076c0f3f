"""The cosine schedule after a warm-up in plain NumPy."""

from math import pi

import numpy as np


def warmup_cosine(initial, t, warmup, horizon, floor):
    progress = np.maximum(t - 1.0 - warmup, 0.0) / max(horizon - warmup, 1.0) if horizon > warmup else 1.0
    cosine = floor + (1.0 - floor) * (1.0 + np.cos(pi * np.minimum(progress, 1.0))) / 2.0
    return initial * np.where(t <= warmup, t / warmup, cosine)
