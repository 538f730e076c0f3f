"""Adam with t stuck at 1 in plain NumPy."""

import numpy as np


def adam_stuck_t(w, g, t, rate, m, s, beta1, beta2, epsilon):
    t = 1  # the mistake
    m = beta1 * m + (1.0 - beta1) * g
    s = beta2 * s + (1.0 - beta2) * (g * g)
    return w - rate * (m / (1.0 - beta1**t)) / (np.sqrt(s / (1.0 - beta2**t)) + epsilon), m, s
