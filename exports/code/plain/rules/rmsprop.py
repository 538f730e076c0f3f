"""RMSprop in plain NumPy."""

import numpy as np


def rmsprop(w, g, t, rate, v, s, beta2, epsilon):
    s = beta2 * s + (1.0 - beta2) * (g * g)
    return w - rate * g / (np.sqrt(s) + epsilon), v, s
