"""Adamax in plain NumPy."""

import numpy as np


def adamax(w, g, t, rate, m, u, beta1, beta2, epsilon):
    m = beta1 * m + (1.0 - beta1) * g
    u = np.maximum(beta2 * u, np.abs(g) + epsilon)
    m_hat = m / (1.0 - beta1**t)
    return w - rate * m_hat / u, m, u
