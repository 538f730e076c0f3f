"""Lion in plain NumPy."""

import numpy as np


def lion(w, g, t, rate, v, m, beta1, beta2):
    direction = np.sign(beta1 * m + (1.0 - beta1) * g)
    return w - rate * direction, v, beta2 * m + (1.0 - beta2) * g
