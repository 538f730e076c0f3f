"""Adam with L2 regularization in plain NumPy."""

import numpy as np


def adam_l2(w, g, t, rate, m, s, beta1, beta2, epsilon, bias_correction, weight_decay):
    g = g + weight_decay * w
    m = beta1 * m + (1.0 - beta1) * g
    s = beta2 * s + (1.0 - beta2) * (g * g)
    m_hat = m / (1.0 - beta1**t) if bias_correction else m
    s_hat = s / (1.0 - beta2**t) if bias_correction else s
    return w - rate * m_hat / (np.sqrt(s_hat) + epsilon), m, s
