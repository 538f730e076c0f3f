"""AdamW in plain NumPy."""

import numpy as np


def adamw(w, g, t, rate, m, s, beta1, beta2, epsilon, bias_correction, weight_decay):
    w = (1.0 - rate * weight_decay) * w
    m = beta1 * m + (1.0 - beta1) * g
    s = beta2 * s + (1.0 - beta2) * (g * g)
    m_hat = m / (1.0 - beta1**t) if bias_correction else m
    s_hat = s / (1.0 - beta2**t) if bias_correction else s
    return w - rate * m_hat / (np.sqrt(s_hat) + epsilon), m, s
