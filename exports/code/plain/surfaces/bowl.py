"""The elongated bowl in plain NumPy."""

from math import cos, radians, sin

import numpy as np

condition = 20.0
rotation = 0.0
c, s = cos(radians(rotation)), sin(radians(rotation))


def loss(w):
    x, y = w
    u, v = c * x + s * y, c * y - s * x
    return 0.5 * (u * u + condition * (v * v))


def gradient(w):
    x, y = w
    u, kv = c * x + s * y, condition * (c * y - s * x)
    return np.array((c * u - s * kv, s * u + c * kv))
