"""Himmelblau's function in plain NumPy."""


def loss(w):
    x, y = w
    return (x * x + y - 11.0) * (x * x + y - 11.0) + (x + y * y - 7.0) * (x + y * y - 7.0)


def gradient(w):
    a_b = w * w + w[::-1] - (11.0, 7.0)  # a = x² + y − 11 and b = y² + x − 7
    return 4.0 * w * a_b + 2.0 * a_b[::-1]
