"""NAdam in plain NumPy."""

import numpy as np


def nadam(w, g, t, rate, m, s, beta1, beta2, epsilon, momentum_decay):
    mu = [beta1 * (1.0 - 0.5 * 0.96 ** (momentum_decay * i)) for i in range(1, t + 2)]
    c = 0.0
    for each in mu[:t]:
        c = 1.0 - (1.0 - c) * each
    m = beta1 * m + (1.0 - beta1) * g
    s = beta2 * s + (1.0 - beta2) * (g * g)
    m_hat = m / (1.0 - (1.0 - c) * mu[t])
    s_hat = s / (1.0 - beta2**t)
    ahead = mu[t] * m_hat + (1.0 - mu[t - 1]) * g / c
    return w - rate * ahead / (np.sqrt(s_hat) + epsilon), m, s
