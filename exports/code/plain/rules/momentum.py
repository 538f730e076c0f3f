"""Momentum in plain NumPy."""


def momentum(w, g, t, rate, v, s, beta1):
    v = beta1 * v + (1.0 - beta1) * g
    return w - rate * v, v, s
