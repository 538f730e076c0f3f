"""Nesterov in plain NumPy."""


def nesterov(w, g, t, rate, v, s, beta1):
    v = beta1 * v + g
    return w - rate * (g + beta1 * v), v, s
