"""AdaGrad in plain NumPy."""

import numpy as np


def adagrad(w, g, t, rate, v, s, epsilon):
    s = s + g * g
    return w - rate * g / (np.sqrt(s) + epsilon), v, s
