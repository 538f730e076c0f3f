"""AdaDelta in plain NumPy."""

import numpy as np


def adadelta(w, g, t, rate, s, d, beta2, epsilon):
    s = beta2 * s + (1.0 - beta2) * (g * g)
    delta = g * np.sqrt(d + epsilon) / np.sqrt(s + epsilon)
    d = beta2 * d + (1.0 - beta2) * (delta * delta)
    return w - rate * delta, s, d
